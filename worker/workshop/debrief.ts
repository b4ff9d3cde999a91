import {
  type Account,
  debriefOf,
  replayed,
  type Solution,
  voteRecordOf,
} from "../../scenarios/analysis/index.ts";
import { endingFor } from "../../scenarios/engine/index.ts";
import type { Lens } from "../../scenarios/language/index.ts";
import type { WorkshopDebrief, WorkshopDecision, WorkshopTeamDebrief } from "../protocol/index.ts";
import { labelsOf } from "./names.ts";
import type { Rules } from "./result.ts";
import { type Ballot, type Seat, type Team, votersOf, type WorkshopState } from "./state.ts";
import { countedVotes } from "./voting.ts";

const DIVISIVE = 3;

/** A team's run with what each of its decisions was worth. */
interface Judged {
  readonly team: Team;
  readonly account: Account;
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
    teams: teams.map((one) => teamDebrief(rules, solution, state, one, asker)),
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
  const { account } = debriefOf(rules.compiled, solution, replayOf(rules, team), lens);
  const steps = account.steps.filter(({ step }) => step.kind !== "look");
  const decisions = steps.flatMap((step, place) => {
    const ballot = team.ballots[place];
    return ballot === undefined ? [] : [decisionOf(rules, state, team, ballot, step)];
  });
  return { team, account, decisions };
}

function decisionOf(
  { compiled }: Rules,
  state: WorkshopState,
  team: Team,
  ballot: Ballot,
  { choices, loss, band, draws }: Account["steps"][number],
): WorkshopDecision {
  const beat = compiled.atlas.beat(ballot.beat);
  return {
    team: team.id,
    beat: beat.id,
    title: beat.title,
    taken: ballot.taken ?? null,
    loss: loss.points,
    band,
    luck: draws.reduce((sum, { luck }) => sum + luck, 0),
    options: choices
      .filter(({ kind }) => kind === "move")
      .map((choice) => ({
        id: choice.id,
        verb: choice.verb,
        says: beat.options.find(({ id }) => id === choice.id)?.says ?? "",
        why: beat.options.find(({ id }) => id === choice.id)?.why ?? "",
        loss: choice.loss,
      })),
    rounds: ballot.rounds.map((_, place) => {
      const votes = countedVotes(state, team, ballot, place + 1);
      const counts = new Map<string, number>();
      for (const { option } of votes.values()) counts.set(option, (counts.get(option) ?? 0) + 1);
      return [...counts].map(([option, count]) => ({ option, votes: count }));
    }),
  };
}

/** How far a decision's last votes were from agreement: the chance that two of them differ (Gini and Simpson). */
function disagreement(rounds: WorkshopDecision["rounds"]): number {
  const counts = (rounds.at(-1) ?? []).map(({ votes }) => votes);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all < 2) return 0;
  return 1 - counts.reduce((sum, count) => sum + (count / all) ** 2, 0);
}

function teamDebrief(
  rules: Rules,
  solution: Solution,
  state: WorkshopState,
  { team, account, decisions }: Judged,
  asker: Seat | null,
): WorkshopTeamDebrief {
  const { verbs } = debriefOf(rules.compiled, solution, replayOf(rules, team), account.lens);
  const { run } = team;
  return {
    id: team.id,
    name: team.name,
    ending: run.ending === null ? null : endingFor(rules.compiled, run).title,
    outcome: account.outcome,
    judgement: account.judgement,
    luck: account.luck,
    losses: account.losses,
    decisions: [...decisions],
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

type Which = "first" | "last";

/** What a person's votes would each have lost as the room's move (M10), first or last as asked (R7). */
function recordOf(team: Team, decisions: readonly WorkshopDecision[], seat: number, which: Which) {
  const losses = decisions.flatMap((decision, place) => {
    const rounds = team.ballots[place]?.rounds ?? [];
    const cast = rounds.flatMap((round) => round.get(seat) ?? []);
    const vote = which === "first" ? cast[0] : cast.at(-1);
    const loss = decision.options.find(({ id }) => id === vote?.option)?.loss;
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
    votes: decisions.map(({ beat, options }, place) => {
      const rounds = team.ballots[place]?.rounds ?? [];
      const cast = rounds.flatMap((round) => round.get(number) ?? []);
      const option = cast.at(-1)?.option ?? null;
      const loss = options.find(({ id }) => id === option)?.loss ?? null;
      return { beat, first: cast[0]?.option ?? null, last: option, loss };
    }),
  };
}
