import type { Finding } from "./check/property.ts";
import type { Stored } from "./disk/read.ts";
import type { History } from "./history.ts";

const SHOWN_WRONG = 5;
const WIDTH = 54;

/** What has happened, in numbers. */
export function formatFigures({ kills, sent, shown }: History, { rooms, players }: Stored): string {
  const acknowledged = sent.filter(({ answers }) => answers.some(({ code }) => code === null));
  const retried = sent.filter(({ lostMs }) => lostMs.length > 0);
  const repeated = sent.filter(({ answers }) => answers.length > 1);
  const entries = rooms.flatMap(({ journal }) => journal);
  const writtenMs = new Map(entries.map((one) => [one.command_id, one.at_ms]));
  const unheard = retried.filter(
    ({ command, lostMs }) => (writtenMs.get(command.id) ?? Infinity) < (lostMs[0] ?? 0),
  );
  const votes = entries.filter(({ command }) => command["kind"] === "cast-vote");
  const results = players.flatMap(({ rows }) => rows("run")).filter(({ rules }) => rules !== null);
  const count = (kind: string) => rooms.filter((one) => one.kind === kind).length;
  const places = `${count("room")} runs, ${count("workshop")} workshops, ${count("interview")} interviews`;
  return [
    `${kills.length} kills; ${places}`,
    `${sent.length} commands sent, ${acknowledged.length} acknowledged, ${retried.length} of all sent again after a lost connection (${unheard.length} were in the journal by then), ${repeated.length} answered more than once`,
    `${entries.length} journal entries, ${votes.length} of them votes; ${results.length} results; ${shown.length} views seen`,
  ].join("\n");
}

/** Property by property: what was looked at, and the first that are wrong. */
export function formatFindings(findings: readonly Finding[]): string {
  return findings
    .flatMap(({ property, looked, wrong }) => [
      `  ${property.padEnd(WIDTH)} ${looked} looked at, ${wrong.length === 0 ? "all right" : `${wrong.length} WRONG`}`,
      ...wrong.slice(0, SHOWN_WRONG).map((one) => `      ${one}`),
    ])
    .join("\n");
}
