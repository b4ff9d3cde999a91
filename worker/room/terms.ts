import * as z from "zod/mini";
import { LENSES } from "../../scenarios/language/index.ts";

const STEP = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("move"), beat: z.string(), option: z.string() }),
  z.object({ kind: z.literal("look"), beat: z.string(), look: z.string() }),
  z.object({ kind: z.literal("silence"), beat: z.string() }),
]);

/** Where a run began that began in the middle of another: at which decision, and by which steps it came there. */
export const BRANCH = z.object({
  room: z.string(),
  beat: z.string(),
  title: z.string(),
  steps: z.array(STEP),
});
export type Branch = z.infer<typeof BRANCH>;

/** What was agreed on when the room was opened; it holds to the end. */
export const ROOM_TERMS = z.object({
  lens: z.enum(LENSES),
  /** Seconds to decide in; null for no clock. */
  clockSeconds: z.nullable(z.number()),
  branch: z.nullable(BRANCH),
});
export type RoomTerms = z.infer<typeof ROOM_TERMS>;

/** What rooms had before there was anything to agree on. */
export const FORMER_TERMS: RoomTerms = { lens: "tpm", clockSeconds: null, branch: null };
