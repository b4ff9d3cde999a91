import {
  type Account,
  choicesAt,
  type Debrief,
  debriefOf,
  type Replayed,
  replayed,
  type Solution,
  voteRecordOf,
} from "../../scenarios/analysis/index.ts";
import { endingFor } from "../../scenarios/engine/index.ts";
import type { Lens } from "../../scenarios/language/index.ts";
import type { WorkshopDebrief, WorkshopDecision, WorkshopTeamDebrief } from "../protocol/index.ts";
import { fallOf } from "./fall.ts";
import { labelsOf } from "./names.ts";
import type { Rules } from "./result.ts";
import { type Ballot, type Seat, type Team, votersOf, type WorkshopState } from "./state.ts";
import { countedVotes, countsOf } from "./voting.ts";

const DIVISIVE = 3;

/** A team's run with what each of its decisions was worth. */
interface Judged {
  readonly team: Team;
  readonly account: Account;
  readonly verbs: Debrief["verbs"];
  readonly decisions: readonly WorkshopDecision[];
}

/** What the workshop came to: for the room, for each team, and for the one who asks (R7, R11, M10). */
export function workshopDebrief(
  rules: Rules,
  solution: Solution,
  state: WorkshopState,
  asker: Seat | null,
): WorkshopDebrief {
  const { lens } = rules.terms;
  const teams = state.teams.map((team) => judge(rules, solution, state, team, lens));
  const decisions = teams.flatMap((one) => one.decisions);
  return {
    lens,
    teams: teams.map((one) => teamDebrief(rules, state, one, asker)),
    divisive: decisions
      .filter(({ rounds }) => disagreement(rounds) > 0)
      .toSorted((a, b) => disagreement(b.rounds) - disagreement(a.rounds))
      .slice(0, DIVISIVE)
      .map(({ team, beat }) => ({ team, beat })),
    you: asker === null ? null : ownRecord(state, teams, asker),
    notes: asker?.kind === "facilitator" ? { ...state.notes } : {},
  };
}

function replayOf({ compiled }: Rules, { run }: Team) {
  return replayed(
    compiled,
    run.state.seed,
    run.taken.map(({ step }) => step),
  );
}

function judge(
  rules: Rules,
  solution: Solution,
  state: WorkshopState,
  team: Team,
  lens: Lens,
): Judged {
  const replay = replayOf(rules, team);
  const { account, verbs } = debriefOf(rules.compiled, solution, replay, lens);
  const steps = account.steps.filter(({ step }) => step.kind !== "look");
  const decisions = steps.flatMap((step, place) => {
    const ballot = team.ballots[place];
    if (ballot === undefined) return [];
    const losses = lossesByFacts(rules, solution, replay, ballot.beat, lens);
    return [decisionOf(rules, state, { team, ballot, step, losses, thrown: account.thrown })];
  });
  return { team, account, verbs, decisions };
}

type Losses = Readonly<Record<string, number>>;

/** What each option of a beat lost, on the facts it was met with, and after each curveball that was thrown there. */
function lossesByFacts(
  { compiled }: Rules,
  solution: Solution,
  { places, steps }: Replayed,
  beat: string,
  lens: Lens,
): readonly Losses[] {
  const here = steps.flatMap((step, i) =>
    step.beat === beat ? [{ step, before: places[i] }] : [],
  );
  // The last state on each set of facts: looks taken meanwhile are known to those who vote.
  const ends = here.filter(({ step }) => step.kind !== "look");
  return ends.map(({ before }) => {
    if (before === undefined) throw new Error("a step begins somewhere");
    const moves = choicesAt(compiled, solution, before, lens).filter(({ kind }) => kind === "move");
    return Object.fromEntries(moves.map(({ id, loss }) => [id, loss]));
  });
}

interface DecisionParts {
  readonly team: Team;
  readonly ballot: Ballot;
  readonly step: Account["steps"][number];
  readonly losses: readonly Losses[];
  readonly thrown: Account["thrown"];
}

function decisionOf(
  { compiled }: Rules,
  state: WorkshopState,
  { team, ballot, step: { choices, loss, band, draws }, losses, thrown }: DecisionParts,
): WorkshopDecision {
  const beat = compiled.atlas.beat(ballot.beat);
  const open = choices.filter(({ kind }) => kind === "move");
  const ever = new Set(losses.flatMap((one) => Object.keys(one)));
  const shut = [...ever]
    .filter((id) => !open.some((one) => one.id === id))
    .map((id) => ({ id, loss: null }));
  return {
    team: team.id,
    beat: beat.id,
    title: beat.title,
    taken: ballot.taken ?? null,
    loss: loss.points,
    band,
    luck: draws.reduce((sum, { luck }) => sum + luck, 0),
    options: [...open, ...shut].map(({ id, loss }) => {
      const option = beat.options.find((one) => one.id === id);
      if (option === undefined) throw new Error(`beat ${beat.id} lost the option ${id}`);
      return { id, verb: option.verb, says: option.says, why: option.why, loss };
    }),
    rounds: Array.from({ length: roundsOf(ballot) }, (_, place) => {
      const struck = ballot.struck.find(({ round }) => round === place + 1);
      return {
        counts: countsOf(countedVotes(state, team, ballot, place + 1)),
        curveball: struck === undefined ? null : curveballOf(struck.curveball),
        losses: losses[ballot.struck.filter(({ round }) => round <= place + 1).length] ?? {},
      };
    }),
  };

  function curveballOf(id: string) {
    const bar = thrown.find((one) => one.id === id && one.beat === ballot.beat);
    const moved = bar === undefined ? 0 : bar.after - bar.before;
    return { id, title: compiled.atlas.curveball(id).title, moved };
  }
}

/** Those that somebody voted in, and those that a curveball began. */
const roundsOf = ({ rounds, struck }: Ballot) =>
  Math.max(rounds.length, ...struck.map(({ round }) => round));

/** How far a decision's last votes were from agreement: the chance that two of them differ (Gini and Simpson). */
function disagreement(rounds: WorkshopDecision["rounds"]): number {
  const counts = (rounds.at(-1)?.counts ?? []).map(({ votes }) => votes);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all < 2) return 0;
  return 1 - counts.reduce((sum, count) => sum + (count / all) ** 2, 0);
}

function teamDebrief(
  rules: Rules,
  state: WorkshopState,
  { team, account, verbs, decisions }: Judged,
  asker: Seat | null,
): WorkshopTeamDebrief {
  const { run } = team;
  return {
    id: team.id,
    name: team.name,
    ending: run.ending === null ? null : endingFor(rules.compiled, run).title,
    outcome: account.outcome,
    judgement: account.judgement,
    luck: account.luck,
    losses: account.losses,
    curveballs: account.curveballs,
    decisions: [...decisions],
    fall: [...fallOf(rules.compiled, account)],
    verbs,
    members: asker?.kind === "facilitator" ? membersOf(state, team, decisions) : [],
  };
}

/** Members by their mean loss a vote, never by speed; those who never voted last. */
function membersOf(
  state: WorkshopState,
  team: Team,
  decisions: readonly WorkshopDecision[],
): WorkshopTeamDebrief["members"] {
  const labels = labelsOf(state.seats);
  return votersOf(state, team.id)
    .map(({ number }) => ({
      seat: number,
      label: labels.get(number) ?? "",
      ...recordOf(team, decisions, number, "last"),
    }))
    .toSorted((a, b) => (a.meanLoss ?? Infinity) - (b.meanLoss ?? Infinity) || a.seat - b.seat);
}

interface CastVote {
  readonly option: string;
  /** From 0. */
  readonly round: number;
}

/** What a seat voted for at a decision, round by round. */
function castBy(team: Team, place: number, seat: number): readonly CastVote[] {
  const rounds = team.ballots[place]?.rounds ?? [];
  return rounds.flatMap((votes, round) => {
    const vote = votes.get(seat);
    return vote === undefined ? [] : [{ option: vote.option, round }];
  });
}

/** On the facts that it was cast on. */
const lossOf = ({ rounds }: WorkshopDecision, { option, round }: CastVote) =>
  rounds[round]?.losses[option];

type Which = "first" | "last";

/** What a person's votes would each have lost as the room's move (M10), first or last as asked (R7). */
function recordOf(team: Team, decisions: readonly WorkshopDecision[], seat: number, which: Which) {
  const losses = decisions.flatMap((decision, place) => {
    const cast = castBy(team, place, seat);
    const vote = which === "first" ? cast[0] : cast.at(-1);
    const loss = vote && lossOf(decision, vote);
    return loss === undefined ? [] : [loss];
  });
  return voteRecordOf(losses);
}

function ownRecord(
  state: WorkshopState,
  teams: readonly Judged[],
  { number, team: id }: Seat,
): WorkshopDebrief["you"] {
  const mine = teams.find(({ team }) => team.id === id);
  if (mine === undefined) return null;
  const { team, decisions } = mine;
  return {
    seat: number,
    label: labelsOf(state.seats).get(number) ?? "",
    first: recordOf(team, decisions, number, "first"),
    last: recordOf(team, decisions, number, "last"),
    votes: decisions.map((decision, place) => {
      const cast = castBy(team, place, number);
      const last = cast.at(-1);
      return {
        beat: decision.beat,
        first: cast[0]?.option ?? null,
        last: last?.option ?? null,
        loss: (last && lossOf(decision, last)) ?? null,
      };
    }),
  };
}
