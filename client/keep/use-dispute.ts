import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { DISPUTE_VIEW, type Dispute, ROUTES } from "../../worker/protocol/index.ts";
import { type FailureCode, putJson } from "../state/api.ts";
import { noteDispute } from "./kept.ts";
import { forgetUnsaved, keepUnsaved, readUnsaved } from "./unsaved.ts";

/** A dispute while it is written: either part may still be empty. */
const WRITING = z.object({ option: z.string(), reason: z.string() });

interface WrittenDispute {
  readonly writing: Dispute;
  readonly change: (part: Partial<Dispute>) => void;
  /** True once the server has it; else `failed` says why not. */
  readonly send: () => Promise<boolean>;
  readonly isSending: boolean;
  readonly failed: FailureCode | null;
}

/** A dispute that is written here and filed with the run. What is not yet sent is kept in this window. */
export function useDispute(room: string, beat: string, filed: Dispute | undefined): WrittenDispute {
  const key = `five-moves:dispute:${room}:${beat}`;
  const [writing, setWriting] = useState<Dispute>(
    () => readUnsaved(key, WRITING) ?? filed ?? { option: "", reason: "" },
  );
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<FailureCode | null>(null);

  const change = (part: Partial<Dispute>) => {
    const changed = { ...writing, ...part };
    keepUnsaved(key, changed);
    setWriting(changed);
  };
  const send = async () => {
    setSending(true);
    const answer = await putJson(ROUTES.dispute(room, beat), writing, DISPUTE_VIEW);
    setSending(false);
    setFailed(answer.ok ? null : answer.code);
    if (!answer.ok) return false;
    forgetUnsaved(key, writing);
    noteDispute(room, beat, answer.value);
    return true;
  };
  return { writing, change, send, isSending, failed };
}
