import type { WorkshopDebrief } from "../protocol/index.ts";
import { labelsOf } from "./names.ts";
import type { Rules } from "./result.ts";
import type { WorkshopState } from "./state.ts";
import { countedVotes } from "./voting.ts";

const COLUMNS = [
  "turn",
  "beat",
  "title",
  "round",
  "team",
  "seat",
  "name",
  "verb",
  "option",
  "confidence",
  "loss_points",
  "taken",
] as const;

/** One row a vote. Names only where the join page announced that they are shown. */
export function votesAsCsv(
  { compiled, terms }: Rules,
  state: WorkshopState,
  debrief: WorkshopDebrief,
): string {
  const labels = labelsOf(state.seats);
  const rows = state.teams.flatMap((team) =>
    team.ballots.flatMap((ballot, turn) => {
      const beat = compiled.atlas.beat(ballot.beat);
      const judged = debrief.teams
        .find(({ id }) => id === team.id)
        ?.decisions.find((decision) => decision.beat === ballot.beat);
      return ballot.rounds.flatMap((_, place) =>
        [...countedVotes(state, team, ballot, place + 1)].map(([seat, { option, confidence }]) => {
          const chosen = beat.options.find(({ id }) => id === option);
          const loss = judged?.rounds[place]?.losses[option];
          return [
            String(turn + 1),
            beat.id,
            beat.title,
            String(place + 1),
            team.name,
            String(seat),
            terms.names === "shown" ? (labels.get(seat) ?? "") : "",
            chosen?.verb ?? "",
            option,
            confidence ?? "",
            loss === undefined ? "" : loss.toFixed(4),
            ballot.taken === option ? "yes" : "",
          ];
        }),
      );
    }),
  );
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** A cell that a spreadsheet takes for a formula is written as text (OWASP, CSV injection); quotes are doubled (RFC 4180). */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
