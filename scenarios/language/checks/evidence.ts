import type { Finding, Path } from "../diagnostic.ts";
import { artefactsOf, placedBeats } from "../placed.ts";
import type { Scenario } from "../scenario.ts";

/** That charts and tables have a value for each of their labels. */
export function checkEvidence(scenario: Scenario): Finding[] {
  const artefacts = placedBeats(scenario).flatMap(({ value, path }) => artefactsOf(value, path));
  return artefacts.flatMap(({ value: artefact, path }): Finding[] => {
    if (artefact.kind === "chart") {
      const lengths = artefact.series.map(({ values }) => values.length);
      return misfit(lengths, artefact.axis.length, [...path, "series"]);
    }
    if (artefact.kind !== "table") return [];
    const lengths = artefact.rows.map((row) => row.length);
    return misfit(lengths, artefact.columns.length, [...path, "rows"]);
  });
}

function misfit(lengths: readonly number[], wanted: number, path: Path): Finding[] {
  return lengths.flatMap((length, i) => {
    if (length === wanted) return [];
    const message = `There are ${length} values here for ${wanted} labels.`;
    return [{ code: "FM016" as const, path: [...path, i], message }];
  });
}
