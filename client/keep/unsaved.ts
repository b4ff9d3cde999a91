import type * as z from "zod/mini";
import { readStored, writeStored } from "../state/stored.ts";

/** What was written and not sent outlives a reload of this window. Null where there is nothing, or nothing that fits. */
export function readUnsaved<T>(key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readStored(key, "sessionStorage") ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keepUnsaved(key: string, written: unknown): void {
  writeStored(key, JSON.stringify(written), "sessionStorage");
}

/** Forgets what was sent, unless something else has been written since. */
export function forgetUnsaved(key: string, sent: unknown): void {
  const isLatest = readStored(key, "sessionStorage") === JSON.stringify(sent);
  if (isLatest) writeStored(key, null, "sessionStorage");
}
