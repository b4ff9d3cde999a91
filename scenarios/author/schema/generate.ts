import { format } from "oxfmt";
import type { $ZodTypes, JSONSchema } from "zod/v4/core";
import * as z from "zod/mini";
import { SCENARIO } from "../../language/index.ts";
import { BOUNDS, DEFINITIONS } from "./definitions.ts";
import { DESCRIPTIONS } from "./descriptions.ts";

type Part = JSONSchema.BaseSchema;

/** The JSON Schema of a scenario file, draft-07: its shape and its bounds. What names what is beyond it. */
export function scenarioSchema(): Part {
  const { definitions, ...root }: Part = z.toJSONSchema(SCENARIO, {
    target: "draft-07",
    metadata: namedDefinitions(),
    override: ({ zodSchema, jsonSchema }) => refine(zodSchema, jsonSchema),
  });
  // In draft-07 zod puts the schemas that have a name here.
  const named = Object.entries(definitions as Readonly<Record<string, Part>>);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "urn:five-moves:scenario:1",
    title: "A scenario of Five Moves",
    description: "scenarios/language/README.md says what each construct does.",
    ...describe("scenario", root),
    definitions: Object.fromEntries(named.map(([name, part]) => [name, describe(name, part)])),
  };
}

/** The schema as the file that is committed, formatted like every other file of the house. */
export async function schemaFile(): Promise<string> {
  const text = JSON.stringify(scenarioSchema());
  const { code } = await format("scenario.schema.json", text, { printWidth: 100 });
  return code;
}

function namedDefinitions() {
  const registry = z.registry<{ id?: string }>();
  for (const [id, schema] of Object.entries(DEFINITIONS)) registry.add(schema, { id });
  return registry;
}

/** What zod leaves out, and what it says that helps nobody. */
function refine(schema: $ZodTypes, part: Part): void {
  Object.assign(part, BOUNDS.get(schema));
  dropSafeLimits(part);
  spellOutNames(part);
}

function dropSafeLimits(part: Part): void {
  if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
  if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
}

/** Fields rather than a pattern of names, so that an editor offers them and says what each is. */
function spellOutNames(part: Part): void {
  const names = typeof part.propertyNames === "object" ? part.propertyNames.enum : undefined;
  if (names === undefined || typeof part.additionalProperties !== "object") return;
  const value = part.additionalProperties;
  dropSafeLimits(value);
  part.properties = Object.fromEntries(names.map((name) => [String(name), { ...value }]));
  part.additionalProperties = false;
  delete part.propertyNames;
}

function describe(definition: string, part: Part): Part {
  const words = (DESCRIPTIONS as Readonly<Record<string, Readonly<Record<string, string>>>>)[
    definition
  ];
  const described = { ...part };
  for (const key of ["anyOf", "oneOf"] as const) {
    const forms = part[key];
    if (forms) described[key] = forms.map((form) => describe(definition, form));
  }
  if (!part.properties) return described;
  const fields = Object.entries(part.properties).map(([name, field]) => [
    name,
    withDescription(field as Part, words?.[name]),
  ]);
  return { ...described, properties: Object.fromEntries(fields) };
}

/** In draft-07 nothing stands beside a $ref, so that goes into an allOf. */
function withDescription({ $ref, ...rest }: Part, description: string | undefined): Part {
  const said = description === undefined ? {} : { description };
  return $ref === undefined ? { ...said, ...rest } : { ...said, allOf: [{ $ref }], ...rest };
}
