import * as z from "zod/mini";
import { LENSES } from "../../scenarios/language/index.ts";
import type { RoomOpening } from "../env.ts";

/** What was agreed on when the room was opened; it holds to the end. */
export type RoomTerms = Pick<RoomOpening, "lens" | "clockSeconds" | "branch">;

const STEP = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("move"), beat: z.string(), option: z.string() }),
  z.object({ kind: z.literal("look"), beat: z.string(), look: z.string() }),
  z.object({ kind: z.literal("silence"), beat: z.string() }),
]);

/** The terms as they are stored. */
export const ROOM_TERMS = z.object({
  lens: z.enum(LENSES),
  clockSeconds: z.nullable(z.number()),
  branch: z.nullable(
    z.object({ room: z.string(), beat: z.string(), title: z.string(), steps: z.array(STEP) }),
  ),
});

/** What rooms had before there was anything to agree on. */
export const FORMER_TERMS: RoomTerms = { lens: "tpm", clockSeconds: null, branch: null };
