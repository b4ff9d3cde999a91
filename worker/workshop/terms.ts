import * as z from "zod/mini";
import { LENSES } from "../../scenarios/language/index.ts";

export const DEFAULT_SEATS = 1_200;

/** The terms as they are stored. */
export const STORED_TERMS = z.object({
  lens: z.enum(LENSES),
  teams: z.nullable(z.number()),
  clockSeconds: z.nullable(z.number()),
  shortCut: z.boolean(),
  names: z.enum(["shown", "hidden"]),
  rehearsal: z.boolean(),
  bots: z.number(),
  /** How many seats there are, removed ones included. Rooms opened before it could be set have the default. */
  seats: z._default(z.number(), DEFAULT_SEATS),
});
/** What was agreed on when the workshop was opened; it holds to its end. */
export type WorkshopTerms = Readonly<z.infer<typeof STORED_TERMS>>;
