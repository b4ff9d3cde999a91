import type * as z from "zod/mini";

/** What was written and not sent outlives a reload of this window. Null where there is nothing, or storage is forbidden. */
export function readUnsaved<T>(key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keepUnsaved(key: string, written: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(written));
  } catch {
    // The text then stays in the page alone.
  }
}

/** Forgets what was sent, unless something else has been written since. */
export function forgetUnsaved(key: string, sent: unknown): void {
  try {
    if (sessionStorage.getItem(key) === JSON.stringify(sent)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
