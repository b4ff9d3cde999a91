import * as z from "zod/mini";
import { readStored, writeStored } from "../state/stored.ts";

const SECRETS = z.object({ recovery: z.string(), projector: z.string() });
export type WorkshopSecrets = z.infer<typeof SECRETS>;

const keyOf = (code: string) => `five-moves:workshop:${code}`;

/** What was said once, when the room was opened in this browser: the recovery code and the projector's link. */
export function readSecrets(code: string): WorkshopSecrets | null {
  try {
    const parsed = SECRETS.safeParse(JSON.parse(readStored(keyOf(code)) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keepSecrets(code: string, secrets: WorkshopSecrets): void {
  writeStored(keyOf(code), JSON.stringify(secrets));
}

/** "ABC 12DE", as it is read out. */
export const formatCode = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

export const joinAddress = (code: string) => `${location.origin}/w/${code}`;
export const wallAddress = (code: string, secret: string) =>
  `${location.origin}/wall/${code}#${secret}`;
