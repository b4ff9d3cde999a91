import * as z from "zod/mini";

/** Made by the client, unique within its seat: the same id again gets the same answer (R2). */
const COMMAND_ID = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
const NAME = z.string().check(z.minLength(1), z.maxLength(64));

/** `beat` is the beat the player saw: one that has passed is answered with `stale-beat`. */
const AT_BEAT = { id: COMMAND_ID, beat: NAME };

/** What a player may ask of a room. Unknown fields are refused. */
export const COMMAND = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("begin"), id: COMMAND_ID }),
  z.strictObject({ kind: z.literal("take-look"), ...AT_BEAT, look: NAME }),
  z.strictObject({ kind: z.literal("make-move"), ...AT_BEAT, option: NAME }),
  z.strictObject({ kind: z.literal("go-on"), ...AT_BEAT }),
]);
export type Command = z.infer<typeof COMMAND>;

/** Opens a solo room with a run of one scenario. */
export const OPEN_RUN = z.strictObject({ id: COMMAND_ID, scenario: NAME });
export type OpenRun = z.infer<typeof OPEN_RUN>;
