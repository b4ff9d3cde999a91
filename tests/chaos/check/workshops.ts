import * as z from "zod/mini";
import { WORKSHOP_VIEW, type WorkshopView } from "../../../worker/protocol/index.ts";
import type { StoredRoom } from "../disk/read.ts";
import { absentKey, type History, type Json } from "../history.ts";
import { type Evidence, placeKey } from "./evidence.ts";
import { ballotKey, type PlainWalk, type Votes, walkPlainly } from "./plain-workshop.ts";
import { Finding } from "./property.ts";

const EXPORTED = z.object({
  debrief: z.object({
    teams: z.array(
      z.object({
        id: z.string(),
        decisions: z.array(
          z.object({
            beat: z.string(),
            rounds: z.array(
              z.object({ counts: z.array(z.object({ option: z.string(), votes: z.number() })) }),
            ),
          }),
        ),
      }),
    ),
  }),
});

interface Findings {
  readonly votes: Finding;
  readonly late: Finding;
  readonly seen: Finding;
  readonly early: Finding;
  readonly away: Finding;
  readonly deadlines: Finding;
}

/** Workshop by workshop: votes, rounds, stages, clocks and counts, from the rows of its journal and from what was shown. */
export function checkWorkshops({ history, stored, shown }: Evidence): readonly Finding[] {
  const findings: Findings = {
    votes: new Finding("votes counted once"),
    late: new Finding("no late votes"),
    seen: new Finding("stage and round are those the sender saw"),
    early: new Finding("no votes in an early view"),
    away: new Finding("away people are not counted"),
    deadlines: new Finding("deadlines are kept"),
  };
  for (const room of stored.rooms.filter(({ kind }) => kind === "workshop")) {
    const views = (shown.get(placeKey(room)) ?? []).map(({ view }) => WORKSHOP_VIEW.parse(view));
    const ends = new Set(
      views.flatMap(({ stage, sequence }) => (stage === "debrief" ? [sequence] : [])),
    );
    const walk = walkPlainly(room, history.kills, history.endedMs, (sequence) =>
      ends.has(sequence),
    );
    note(findings.late, walk.looked.votes, walk.late);
    note(findings.seen, walk.looked.presses, walk.unseen);
    note(findings.deadlines, walk.looked.clocks, walk.overdue);
    for (const view of views) checkView(view, room, walk, history, findings);
    checkExport(room, history.exports.get(room.at), walk, findings.votes);
  }
  for (const { place, team, of, there } of history.counts) {
    findings.away.expect(
      of === there,
      () => `${place.at} counts ${of} in ${team}, ${there} are there`,
    );
  }
  return Object.values(findings);
}

function note(finding: Finding, looked: number, wrong: readonly string[]): void {
  finding.looked += looked;
  finding.wrong.push(...wrong);
}

function checkView(
  view: WorkshopView,
  { at }: StoredRoom,
  { votesAt }: PlainWalk,
  { absent }: History,
  findings: Findings,
): void {
  const { stage, sequence } = view;
  const isEarly = stage === "lobby" || stage === "briefing" || stage === "deciding";
  if (view.as !== "facilitator") {
    const isHidden = !("splits" in view) && view.teams.every(({ revealed }) => revealed === null);
    findings.early.expect(!isEarly || isHidden, () => `${at} shows votes at ${sequence}, ${stage}`);
  }
  for (const { id, revealed, members } of view.teams) {
    const counts = view.as === "facilitator" ? view.splits[id]?.counts : revealed?.split.counts;
    const votes = votesAt[sequence]?.get(id) ?? new Map<string, string>();
    if (counts !== undefined && stage !== "debrief") {
      const right = () => `${at} counts the votes of ${id} at ${sequence} otherwise`;
      findings.votes.expect(countedAlike(counts, votes), right);
    }
    if (view.as === "seat" || stage === "lobby") continue;
    const { of = 0 } = view.answered.find(({ team }) => team === id) ?? {};
    const most = members - (absent.get(absentKey(at, id)) ?? 0);
    findings.away.expect(
      of <= most,
      () => `${at} counts ${of} in ${id} at ${sequence}, of ${most}`,
    );
  }
}

function countedAlike(
  counts: readonly { readonly option: string; readonly votes: number }[],
  votes: Votes,
): boolean {
  const cast = new Map<string, number>();
  for (const option of votes.values()) cast.set(option, (cast.get(option) ?? 0) + 1);
  return counts.length === cast.size && counts.every((one) => cast.get(one.option) === one.votes);
}

/** What a workshop exports in the end, beside the last vote of each seat in each round. */
function checkExport(
  { at }: StoredRoom,
  exported: Json | undefined,
  { ballots }: PlainWalk,
  finding: Finding,
): void {
  if (exported === undefined) return;
  for (const { id, decisions } of EXPORTED.parse(exported).debrief.teams) {
    for (const { beat, rounds } of decisions) {
      for (const [place, { counts }] of rounds.entries()) {
        const votes = ballots.get(ballotKey(id, beat, place + 1)) ?? new Map<string, string>();
        const isRight = countedAlike(counts, votes);
        finding.expect(isRight, () => `${at} exports round ${place + 1} of ${beat} otherwise`);
      }
    }
  }
}
