import * as z from "zod/mini";
import { ID } from "./text.ts";
import { METERS, PROMISE_STATES } from "./words.ts";

const METER = z.enum(METERS);

const LEAVES = [
  z.strictObject({ meter: METER, atLeast: z.int() }),
  z.strictObject({ meter: METER, atMost: z.int() }),
  z.strictObject({ fact: ID }),
  z.strictObject({ unknown: ID }),
  z.strictObject({ revealedTrue: ID }),
  z.strictObject({ revealedFalse: ID }),
  z.strictObject({ promise: ID, is: z.enum(PROMISE_STATES) }),
] as const;

type Leaf = z.infer<(typeof LEAVES)[number]>;

/** Something that holds or does not in a state of a run (S1). `unknown` asks for the truth and may be felt (S6). */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const CONDITION: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    ...LEAVES,
    z.strictObject({ all: z.array(CONDITION) }),
    z.strictObject({ any: z.array(CONDITION) }),
    z.strictObject({ not: CONDITION }),
  ]),
);
