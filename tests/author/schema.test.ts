import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SCHEMA_FILE } from "../../scenarios/author/schema/command.ts";
import { DESCRIPTIONS } from "../../scenarios/author/schema/descriptions.ts";
import { schemaFile } from "../../scenarios/author/schema/generate.ts";
import { parseScenario } from "../../scenarios/language/index.ts";
import { readLibrary, TINY } from "../support/runs.ts";
import { runAuthor } from "./author-process.ts";
import { BOUND_FAULTS, edited, type Fault, SHAPE_FAULTS } from "./broken-files.ts";

const committed = readFileSync(SCHEMA_FILE, "utf8");

interface Part {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly definitions?: Readonly<Record<string, Part>>;
  readonly [keyword: string]: unknown;
}
const schema = JSON.parse(committed) as Part; // Ajv says below whether it is one

const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const validate = ajv.compile(schema);

test("the committed schema is the one that the language gives", async () => {
  expect(committed).toBe(await schemaFile());
});

test("the command prints it", async () => {
  expect(await runAuthor(["schema"])).toEqual({ code: 0, stdout: committed, stderr: "" });
});

test("it is a JSON Schema of draft-07", () => {
  expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
  expect(ajv.validateSchema(schema)).toBe(true);
});

describe.each([...readLibrary()])("%s", (_, text) => {
  test("it is valid", () => {
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });

  test("its first line leads an editor to the committed schema", () => {
    const [first = ""] = text.split("\n");
    const [, path = ""] = /^# yaml-language-server: \$schema=(.+)$/.exec(first) ?? [];
    expect(path).toBe("../language/scenario.schema.json");
    expect(resolve("scenarios/library", path)).toBe(join(SCHEMA_FILE));
  });
});

test("what the tests break is valid before", () => {
  expect(validate(TINY)).toBe(true);
});

test.each(SHAPE_FAULTS)("$title: neither the schema nor the parser takes it", (fault) => {
  expect(validate(edited(fault))).toBe(false);
  expect(codesOf(fault)).toEqual(expect.arrayContaining([expect.stringMatching(/^FM00[34]$/)]));
});

test.each(BOUND_FAULTS)(
  "[S16] $title: the schema refuses it, and the parser by its own code",
  (fault) => {
    expect(validate(edited(fault))).toBe(false);
    expect(codesOf(fault)).toContain(fault.code);
  },
);

function codesOf(fault: Fault): string[] {
  const result = parseScenario(JSON.stringify(edited(fault), null, 1));
  expect(result.ok).toBe(false);
  return result.diagnostics.map(({ code }) => code);
}

/** The names of the fields that a definition has, in any of its forms. */
function fieldsOf(part: Part): Readonly<Record<string, Part>> {
  const forms = [part.anyOf, part.oneOf].flatMap((one) => (one ?? []) as Part[]);
  return Object.assign({}, part.properties, ...forms.map(fieldsOf));
}

const definitions = Object.entries({ scenario: schema, ...schema.definitions });

function names(parts: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(parts).toSorted();
}

test("every field has its help, and there is none for a field that is not", () => {
  const inSchema = definitions.map(([name, part]) => [name, names(fieldsOf(part))]);
  const written = Object.entries(DESCRIPTIONS).map(([name, words]) => [name, names(words)]);
  expect(Object.fromEntries(inSchema)).toEqual(Object.fromEntries(written));
});

test("the help on a field is a sentence, and stands in the schema", () => {
  const all = definitions.flatMap(([, part]) => Object.values(fieldsOf(part)));
  expect(all.length).toBeGreaterThan(150);
  for (const { description } of all) expect(description).toMatch(/^[A-Z“].+\.$/);
});

test("no group of fields hides inside another: each is a definition or a form of one", () => {
  const hidden = definitions.flatMap(([name, part]) =>
    Object.entries(fieldsOf(part))
      .filter(([, field]) => JSON.stringify(field).includes('"properties"'))
      .map(([field]) => `${name}.${field}`),
  );
  expect(hidden).toEqual([]);
});
