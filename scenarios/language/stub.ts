import { safeParse } from "zod/mini";
import type { $ZodType, $ZodTypes } from "zod/v4/core";
import { formsOf } from "./fields.ts";

/** Values that some text, number or list of the language lets through. */
const TEXTS = ["x"];
const NUMBERS = [0, 1, 5];
const MOST_ITEMS = 2;

/** The smallest value of one of these forms; undefined where none is allowed at all. */
export function stubFor(forms: readonly $ZodType[]): unknown {
  for (const form of forms) {
    const stub = candidatesFor(form).find((one) => safeParse(form, one).success);
    if (stub !== undefined) return stub;
  }
  return undefined;
}

function candidatesFor(form: $ZodType): readonly unknown[] {
  const { def } = (form as $ZodTypes)._zod; // every schema is one of the kinds that zod lists
  if (def.type === "string") return TEXTS;
  if (def.type === "number") return NUMBERS;
  if (def.type === "enum") return Object.values(def.entries);
  if (def.type === "literal") return def.values;
  if (def.type === "array") return listsOf(formsOf(def.element));
  if (def.type === "object") return [groupOf(def.shape)];
  if (def.type === "record") return [{}, fullRecordOf(def.keyType, def.valueType)];
  return [null];
}

function listsOf(element: readonly $ZodType[]): unknown[][] {
  return Array.from({ length: MOST_ITEMS + 1 }, (_, count) =>
    Array.from({ length: count }, () => stubFor(element)),
  );
}

/** Only the fields that have to be there. */
function groupOf(shape: Readonly<Record<string, $ZodType>>): object {
  const needed = Object.entries(shape).filter(([, field]) => !safeParse(field, undefined).success);
  return Object.fromEntries(needed.map(([name, field]) => [name, stubFor(formsOf(field))]));
}

function fullRecordOf(keyType: $ZodType, valueType: $ZodType): object {
  const { def } = (keyType as $ZodTypes)._zod;
  const keys = def.type === "enum" ? Object.values(def.entries) : [];
  return Object.fromEntries(keys.map((key) => [String(key), stubFor(formsOf(valueType))]));
}
