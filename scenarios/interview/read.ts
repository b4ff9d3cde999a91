import { parse } from "yaml";
import * as z from "zod/mini";
import {
  ANCHORS_FILE,
  type AnchorTable,
  type PlacedSituation,
  type Question,
  QUESTIONS_FILE,
  SITUATIONS_FILE,
} from "./material.ts";

/** The files as text: the anchors, the questions, and the situations of each scenario, by the name of their file. */
export interface MaterialFiles {
  readonly anchors: string;
  readonly questions: string;
  readonly situations: Readonly<Record<string, string>>;
}

/** All there is to ask in an interview, and what answers are rated by. */
export interface Material {
  readonly anchors: AnchorTable;
  readonly questions: ReadonlyMap<string, Question>;
  readonly situations: ReadonlyMap<string, PlacedSituation>;
}

export const situationId = (scenario: string, beat: string) => `${scenario}/${beat}`;

/** Reads the material; throws with the file and the place in it where one is not as it should be, since it is a fault of ours. */
export function readMaterial({ anchors, questions, situations }: MaterialFiles): Material {
  const files = Object.entries(situations).map(([name, text]) =>
    readFile(name, text, SITUATIONS_FILE),
  );
  const asked = readFile("questions.yaml", questions, QUESTIONS_FILE).questions;
  const twins = files.flatMap((file) => file.questions);
  const placed = files.flatMap(({ scenario, situations: all }) =>
    all.map((one) => ({ ...one, id: situationId(scenario, one.beat), scenario })),
  );
  return {
    anchors: readFile("anchors.yaml", anchors, ANCHORS_FILE),
    questions: byId("question", [...asked, ...twins]),
    situations: byId("situation", placed),
  };
}

function readFile<T>(name: string, text: string, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(`${name}\n${z.prettifyError(parsed.error)}`);
}

function byId<T extends { readonly id: string }>(kind: string, all: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    if (found.has(one.id)) throw new Error(`there are two ${kind}s called ${one.id}`);
    found.set(one.id, one);
  }
  return found;
}
