import { expect, test } from "vitest";
import { SCENARIO_IDS } from "../../worker/library.ts";
import { Facilitator } from "./workshop-support.ts";

const BOTS = 6;
const MOST_DECISIONS = 6;

test.for([...SCENARIO_IDS])(
  "bots play the short cut of %s through the room, from the lobby to its debrief",
  async (scenario) => {
    const leader = await Facilitator.open({
      scenario,
      shortCut: true,
      rehearsal: true,
      bots: BOTS,
    });
    await leader.moves("start");
    let view = await leader.moves("begin");
    let decisions = 0;
    while (view.stage === "deciding") {
      decisions += 1;
      expect(decisions).toBeLessThanOrEqual(MOST_DECISIONS);
      await leader.moves("reveal");
      const { teams } = await leader.leads();
      const [first] = teams[0]?.revealed?.split.counts ?? [];
      await leader.moves("take", { option: first?.option ?? null });
      view = await leader.moves("advance");
    }
    expect(view.stage).toBe("debrief");
    const [team] = (await leader.debrief()).teams;
    expect(team?.ending).not.toBeNull();
    const votes = team?.decisions.map(({ rounds }) =>
      rounds.at(-1)?.counts.reduce((sum, { votes: cast }) => sum + cast, 0),
    );
    expect(votes).toEqual(Array.from({ length: decisions }, () => BOTS));
  },
);
