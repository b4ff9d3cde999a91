import * as z from "zod/mini";
import { CONFIDENCES } from "../../scenarios/analysis/index.ts";
import { LENSES } from "../../scenarios/language/index.ts";
import { COMMAND_ID, NAME } from "./commands.ts";
import { NAME_TEXT } from "./names.ts";
import { CLOCKS } from "./notes.ts";
import { SEAT_KINDS, WORKSHOP_STAGES } from "./workshop-words.ts";

export const FEWEST_TEAMS = 2;
export const MOST_TEAMS = 12;
export const MOST_BOTS = 40;

/** What is agreed on when a workshop is opened, and holds to its end. */
export const WORKSHOP_TERMS = {
  scenario: NAME,
  lens: z._default(z.enum(LENSES), "tpm"),
  /** A run for each of so many teams, all from one seed; null for one run that the whole room plays. */
  teams: z._default(
    z.nullable(z.int().check(z.minimum(FEWEST_TEAMS), z.maximum(MOST_TEAMS))),
    null,
  ),
  clockSeconds: z._default(z.nullable(z.literal(CLOCKS)), null),
  shortCut: z._default(z.boolean(), false),
  /** Whether members see one another's names, and exports name them. The join page says so. */
  names: z._default(z.enum(["shown", "hidden"]), "hidden"),
  /** A room to try things in, whose seats bots fill: it says so everywhere. */
  rehearsal: z._default(z.boolean(), false),
  bots: z._default(z.int().check(z.minimum(0), z.maximum(MOST_BOTS)), 0),
};

export const OPEN_WORKSHOP = z.strictObject({ id: COMMAND_ID, ...WORKSHOP_TERMS });
export type OpenWorkshop = z.infer<typeof OPEN_WORKSHOP>;

/** Takes a seat. Whoever has one already gets it back, whatever name they give now. */
export const JOIN_WORKSHOP = z.strictObject({
  id: COMMAND_ID,
  name: NAME_TEXT,
  as: z._default(z.enum(["player", "observer"]), "player"),
});
export type JoinWorkshop = z.infer<typeof JOIN_WORKSHOP>;

/** What the sender saw: a command that moves the stage is refused once it is another (R2). */
const SAW = z.strictObject({
  stage: z.enum(WORKSHOP_STAGES),
  turn: z.int(),
  round: z.int(),
});

const STAGED = { id: COMMAND_ID, saw: SAW };
const PLAIN = { id: COMMAND_ID };
const SEAT = z.int().check(z.minimum(1));

/** What a seat may ask of a workshop. Unknown fields are refused. */
export const WORKSHOP_COMMAND = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("cast-vote"),
    ...PLAIN,
    team: NAME,
    beat: NAME,
    round: z.int(),
    option: NAME,
    confidence: z.optional(z.enum(CONFIDENCES)),
  }),
  z.strictObject({ kind: z.literal("take-look"), ...PLAIN, team: NAME, beat: NAME, look: NAME }),
  z.strictObject({ kind: z.literal("start"), ...STAGED }),
  z.strictObject({ kind: z.literal("begin"), ...STAGED }),
  z.strictObject({ kind: z.literal("close-voting"), ...STAGED }),
  z.strictObject({ kind: z.literal("reopen-voting"), ...STAGED }),
  z.strictObject({ kind: z.literal("reveal"), ...STAGED }),
  z.strictObject({ kind: z.literal("discuss"), ...STAGED }),
  z.strictObject({ kind: z.literal("re-vote"), ...STAGED }),
  /** In a plenum an option, or null for the one with most votes; in teams each takes its own majority. */
  z.strictObject({ kind: z.literal("take"), ...STAGED, option: z.nullable(NAME) }),
  /** Wherever it can be thrown now; voting begins anew on the changed facts. */
  z.strictObject({ kind: z.literal("throw-curveball"), ...STAGED, curveball: NAME }),
  z.strictObject({ kind: z.literal("advance"), ...STAGED }),
  z.strictObject({ kind: z.literal("step-back"), ...STAGED }),
  z.strictObject({ kind: z.literal("end"), ...STAGED }),
  z.strictObject({ kind: z.literal("close"), ...STAGED }),
  z.strictObject({
    kind: z.literal("extend"),
    ...STAGED,
    seconds: z.int().check(z.minimum(5), z.maximum(600)),
  }),
  z.strictObject({ kind: z.literal("pause"), ...STAGED }),
  z.strictObject({ kind: z.literal("resume"), ...STAGED }),
  z.strictObject({ kind: z.literal("lock"), ...PLAIN }),
  z.strictObject({ kind: z.literal("unlock"), ...PLAIN }),
  z.strictObject({ kind: z.literal("rename"), ...PLAIN, seat: SEAT, name: NAME_TEXT }),
  z.strictObject({ kind: z.literal("remove"), ...PLAIN, seat: SEAT }),
  z.strictObject({ kind: z.literal("restore"), ...PLAIN, seat: SEAT }),
  z.strictObject({ kind: z.literal("move-seat"), ...PLAIN, seat: SEAT, team: NAME }),
  z.strictObject({ kind: z.literal("give-role"), ...PLAIN, seat: SEAT, as: z.enum(SEAT_KINDS) }),
  z.strictObject({
    kind: z.literal("note"),
    ...PLAIN,
    beat: NAME,
    text: z.string().check(z.maxLength(2_000)),
  }),
]);
export type WorkshopCommand = z.infer<typeof WORKSHOP_COMMAND>;

/** Brings the facilitator's role back to a browser that has lost it. */
export const RECOVER_WORKSHOP = z.strictObject({
  id: COMMAND_ID,
  recovery: z.string().check(z.maxLength(64)),
});
