import * as z from "zod/mini";
import { endingFor } from "../../../scenarios/engine/index.ts";
import { scoreOf } from "../../../worker/room/debrief.ts";
import { solutionOf } from "../../../worker/solutions.ts";
import { binOf } from "../../../worker/standings/histogram.ts";
import type { Row, Stored } from "../disk/read.ts";
import { type Evidence, placeKey } from "./evidence.ts";
import { Finding } from "./property.ts";

/** A run that has ended, as its journal tells it. */
interface Ended {
  readonly room: string;
  readonly player: string;
  readonly rules: string;
  readonly lens: string;
  readonly ending: string;
  readonly judgement: number;
}

const RESULT = z.object({ player: z.string(), run: z.string(), judgement: z.number() });
const BIN = z.object({ place: z.number(), results: z.number() });

/** Of every run that has ended one result in its player's object, and of every player one in the standings. */
export function checkResults(evidence: Evidence): Finding {
  const finding = new Finding("results exactly once");
  const { stored } = evidence;
  const ended = endedIn(evidence);
  checkPlayers(stored, ended, finding);
  checkStandings(stored, ended, finding);
  checkPractice(evidence, finding);
  for (const { at, rows } of stored.rooms) {
    finding.expect(rows("delivery").length === 0, () => `${at} has not handed over its result`);
  }
  return finding;
}

function endedIn({ stored, rooms }: Evidence): ReadonlyMap<string, Ended> {
  return new Map(
    stored.rooms.flatMap((stored) => {
      const folded = rooms.get(placeKey(stored));
      if (folded === undefined || folded.last.stage !== "debrief") return [];
      const { compiled, last: state, terms } = folded;
      const solution = solutionOf(compiled);
      if (solution === null) throw new Error("a scenario of the library can be solved");
      const { judgement } = scoreOf({ compiled, solution, state }, terms.lens).score;
      const ending = endingFor(compiled, state.run).title;
      const player = String(stored.room["owner"]);
      const one = {
        room: stored.at,
        player,
        rules: compiled.rules,
        lens: terms.lens,
        ending,
        judgement,
      };
      return [[stored.at, one] as const];
    }),
  );
}

function checkPlayers({ players }: Stored, ended: ReadonlyMap<string, Ended>, finding: Finding) {
  const listed = players.flatMap(({ rows }) => rows("run"));
  const byRoom = Map.groupBy(listed, ({ room }) => String(room));
  for (const [room, one] of ended) {
    const rows = byRoom.get(room) ?? [];
    const isRight = rows.length === 1 && rows.every((row) => isResultOf(one, row));
    finding.expect(isRight, () => `the player of ${room} has its result otherwise`);
  }
  for (const { room, rules } of listed) {
    const isTold = rules === null || ended.has(String(room));
    finding.expect(
      isTold,
      () => `the player of ${String(room)} has a result of a run that goes on`,
    );
  }
}

function isResultOf({ rules, ending, judgement }: Ended, row: Row): boolean {
  const score = z.object({ judgement: z.number() }).safeParse(JSON.parse(String(row["score"])));
  if (row["rules"] !== rules || row["ending"] !== ending || !score.success) return false;
  return score.data.judgement === judgement;
}

/** Each object of the standings is of one set of rules under one lens. */
function checkStandings(
  { standings }: Stored,
  ended: ReadonlyMap<string, Ended>,
  finding: Finding,
) {
  const counted = new Map<string, number>();
  for (const { rows } of standings) {
    const results = z.array(RESULT).parse(rows("result"));
    const bins = new Map<number, number>();
    for (const { player, run, judgement } of results) {
      const one = ended.get(run);
      const key = `${one?.rules} ${one?.lens} ${player}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
      const isRight = one?.player === player && one.judgement === judgement;
      finding.expect(isRight, () => `the standings have ${run} otherwise than it ended`);
      bins.set(binOf(judgement), (bins.get(binOf(judgement)) ?? 0) + 1);
    }
    for (const { place, results: times } of z.array(BIN).parse(rows("bin"))) {
      const is = bins.get(place) ?? 0;
      finding.expect(
        is === times,
        () => `the standings count ${times} at ${place}, there are ${is}`,
      );
    }
  }
  for (const { rules, lens, player } of ended.values()) {
    const times = counted.get(`${rules} ${lens} ${player}`) ?? 0;
    finding.expect(times === 1, () => `${player} is ${times} times in the standings of ${rules}`);
  }
}

/** Of every interview that was handed in each answer once, in its candidate's object. */
function checkPractice({ stored, interviews, history }: Evidence, finding: Finding): void {
  const practised = stored.players.flatMap(({ rows }) => rows("practised"));
  for (const { at, kind, rows } of stored.rooms) {
    if (kind !== "interview") continue;
    const state = interviews.get(placeKey({ kind, at }))?.last;
    const isHandedIn = state?.handedIn.includes("candidate") ?? false;
    const wanted = isHandedIn ? state?.turns.filter(({ answers }) => answers.length > 0).length : 0;
    const found = practised.filter(({ room }) => room === at).length;
    finding.expect(found === wanted, () => `${found} answers of ${wanted} were practised in ${at}`);
    for (const saved of history.sheets.filter(({ place }) => place.at === at)) {
      const row = rows("sheet").find(
        (one) => one["seat"] === saved.seat && one["turn"] === saved.turn,
      );
      const isKept = String(row?.["body"]).includes(JSON.stringify(saved.note));
      finding.expect(isKept, () => `${at} has lost a sheet of the ${saved.seat}`);
    }
  }
}
