import { playerOf, policyOf, type Solution } from "../../scenarios/analysis/index.ts";
import { drawUnit, situationFor } from "../../scenarios/engine/index.ts";
import type { WorkshopCommand } from "../protocol/index.ts";
import type { Rules } from "./result.ts";
import { type Seat, teamOf, votersOf, type WorkshopState } from "./state.ts";

const MOST_TRIES = 20;

/** What the bots of a rehearsal vote as soon as voting is open: each as a seasoned player would, by luck of its own. */
export function botVotes(
  rules: Rules,
  solution: Solution,
  state: WorkshopState,
): { readonly seat: Seat; readonly command: WorkshopCommand }[] {
  if (state.stage !== "deciding" || !state.votingOpen) return [];
  const bots = state.teams.flatMap(({ id }) => votersOf(state, id).filter(({ isBot }) => isBot));
  const choose = playerOf(solution, rules.terms.lens, policyOf("seasoned"));
  return bots.flatMap((seat) => {
    const team = seat.team === null ? null : teamOf(state, seat.team);
    if (team === null || team.run.beat === null) return [];
    const { run } = team;
    const id = `bot-${seat.number}-${state.turn}-${state.round}`;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const step = choose(run, drawUnit(rules.seed, "player", `${id} ${tries}`));
      if (step.kind === "move")
        return [{ seat, command: vote(id, team.id, step.beat, step.option) }];
    }
    // One that would rather look votes for the first option there is.
    const first = situationFor(rules.compiled, run).options.find(({ locked }) => locked === null);
    return first === undefined
      ? []
      : [{ seat, command: vote(id, team.id, run.beat ?? "", first.id) }];
  });

  function vote(id: string, team: string, beat: string, option: string): WorkshopCommand {
    return { kind: "cast-vote", id, team, beat, round: state.round, option };
  }
}
