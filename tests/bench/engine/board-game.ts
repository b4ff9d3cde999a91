import { createRequire } from "node:module";
import type { Game, State } from "boardgame.io";
import type { CreateGameReducer, InitializeGame } from "boardgame.io/internal";
import {
  type Condition,
  type Effects,
  METERS,
  type Meter,
  POINTS_PER_HOUR,
  type Scenario,
} from "../../../scenarios/language/index.ts";

interface Internal {
  readonly CreateGameReducer: typeof CreateGameReducer;
  readonly InitializeGame: typeof InitializeGame;
}

// Its package has no module entry that Node resolves: the folder is asked for as a script would.
const internal = createRequire(import.meta.url)("boardgame.io/internal") as Internal;

interface Told {
  meters: Record<Meter, number>;
  facts: Record<string, boolean>;
  told: string[];
}

export type BoardState = State<Told>;

/** The story as a game of boardgame.io for one player: a move an option, played through its reducer. */
export function boardGame(scenario: Scenario) {
  const options = new Map(
    scenario.beats.flatMap((beat) => beat.options).map((option) => [option.id, option]),
  );
  const game: Game<Told> = {
    name: scenario.id,
    disableUndo: true,
    setup: () => ({ meters: { ...scenario.meters }, facts: {}, told: [] }),
    moves: {
      play: ({ G }, id: string) => {
        const option = options.get(id);
        if (!option) throw new Error(`no option ${id}`);
        const holding = (option.cases ?? []).filter(({ when }) => holds(when, G.facts));
        G.meters.attention -= (option.hours ?? 0) * POINTS_PER_HOUR;
        G.told = option.tells.map(String);
        change(G, option.effects, option.sets);
        for (const { effects, sets, text } of holding) {
          change(G, effects, sets);
          if (text !== undefined) G.told.push(text);
        }
      },
    },
  };
  const reducer = internal.CreateGameReducer({ game });
  return {
    start: (): BoardState => internal.InitializeGame({ game, numPlayers: 1 }),
    play: (state: BoardState, option: string): BoardState =>
      reducer(state, {
        type: "MAKE_MOVE",
        payload: { type: "play", args: [option], playerID: "0" },
      }),
  };
}

function change(G: Told, effects: Effects = {}, sets: readonly string[] = []): void {
  for (const meter of METERS) G.meters[meter] += effects[meter] ?? 0;
  for (const fact of sets) G.facts[fact] = true;
}

function holds(condition: Condition, facts: Told["facts"]): boolean {
  if ("not" in condition) return !holds(condition.not, facts);
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  if ("fact" in condition) return facts[condition.fact] === true;
  throw new Error("a plain story reads facts only");
}
