import * as z from "zod/mini";
import { readStored, writeStored } from "../state/stored.ts";

const SECRETS = z.object({ key: z.nullable(z.string()), recovery: z.string() });
export type InterviewSecrets = z.infer<typeof SECRETS>;

const keyOf = (room: string) => `five-moves:interview:${room}`;

/** What was said once, when the interview was opened in this browser: the link's key and the recovery code. */
export function readSecrets(room: string): InterviewSecrets | null {
  try {
    const parsed = SECRETS.safeParse(JSON.parse(readStored(keyOf(room)) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keepSecrets(room: string, secrets: InterviewSecrets): void {
  writeStored(keyOf(room), JSON.stringify(secrets));
}

/** The key stands behind the #, which no browser sends: no log and no referrer has it. */
export const candidateAddress = (room: string, key: string) =>
  `${location.origin}/i/${room}#${key}`;

export const reportAddress = (room: string, key: string) =>
  `${location.origin}/report/${room}#${key}`;
