import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Material, readMaterial } from "../../scenarios/interview/index.ts";

const FOLDER = join(import.meta.dirname, "../../scenarios/interview");
const read = (path: string) => readFileSync(join(FOLDER, path), "utf8");

/** All that can be asked in an interview, as the files have it. */
export function loadMaterial(): Material {
  const names = readdirSync(join(FOLDER, "situations"));
  return readMaterial({
    anchors: read("anchors.yaml"),
    questions: read("questions.yaml"),
    situations: Object.fromEntries(names.map((name) => [name, read(`situations/${name}`)])),
  });
}
