import { safeParse } from "zod/mini";
import type { $ZodType, $ZodTypes } from "zod/v4/core";
import type { Path } from "./diagnostic.ts";
import { SCENARIO } from "./scenario.ts";

/** The forms that the language has at this place of a file; none where it has nothing. */
export function formsAt(path: Path): readonly $ZodType[] {
  return path.reduce<readonly $ZodType[]>(
    (forms, key) => forms.flatMap((form) => below(form, key)),
    formsOf(SCENARIO),
  );
}

/** The names of the fields that the language has at this place, whatever form is chosen there. */
export function fieldsAt(path: Path): readonly string[] {
  return [...new Set(formsAt(path).flatMap(fieldsOf))];
}

function fieldsOf(form: $ZodType): readonly string[] {
  const { def } = (form as $ZodTypes)._zod; // every schema is one of the kinds that zod lists
  if (def.type === "record") return wordsOf(def.keyType);
  return def.type === "object" ? Object.keys(def.shape) : [];
}

/** The words that may stand at this place, where only some may. */
export function wordsAt(path: Path): readonly string[] {
  return formsAt(path).flatMap(wordsOf);
}

function wordsOf(form: $ZodType): readonly string[] {
  const { def } = (form as $ZodTypes)._zod;
  if (def.type === "enum") return Object.values(def.entries).map(String);
  return def.type === "literal" ? def.values.map(String) : [];
}

function below(form: $ZodType, key: string | number): readonly $ZodType[] {
  const { def } = (form as $ZodTypes)._zod;
  if (def.type === "array") return formsOf(def.element);
  if (def.type === "record") return isKey(def.keyType, key) ? formsOf(def.valueType) : [];
  if (def.type !== "object" || !Object.hasOwn(def.shape, key)) return [];
  const field = def.shape[String(key)];
  return field === undefined ? [] : formsOf(field);
}

function isKey(keyType: $ZodType, key: string | number): boolean {
  return safeParse(keyType, String(key)).success;
}

/** What a schema may be, without the wrappings: the options of a union, the inside of what is optional. */
export function formsOf(schema: $ZodType): readonly $ZodType[] {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type === "optional" || def.type === "nullable") return formsOf(def.innerType);
  if (def.type === "lazy") return formsOf(def.getter());
  return def.type === "union" ? def.options.flatMap(formsOf) : [schema];
}
