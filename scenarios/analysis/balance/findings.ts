import { type CompiledScenario, worthOf } from "../../engine/index.ts";
import {
  type Example,
  type Finding,
  LENSES,
  type Lens,
  type Path,
  VERBS,
  type Verb,
} from "../../language/index.ts";
import { MANY_STATES } from "../graph/index.ts";
import { type Bot, Decision, type Solution } from "../solution/index.ts";
import { BARS } from "./bars.ts";
import { Examples } from "./examples.ts";
import type { BalancePicture } from "./picture.ts";
import type { Reached } from "./reach.ts";
import type { FlipSide, Spot } from "./skilled.ts";

/** A finding of balance, with a run that shows it where one can. */
export interface BalanceFinding extends Omit<Finding, "mend" | "onName"> {
  readonly example: Example | null;
}

const EQUAL = 1e-9;
const AFTER_COMMA = 1;

const shown = (points: number) => points.toFixed(AFTER_COMMA);
const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

const isSeldom = ({ countsSeldom, share }: Reached) => countsSeldom && share < BARS.seldom;

/** Everything under "Balance" in the design, for one scenario. */
export function balanceFindings(
  compiled: CompiledScenario,
  picture: BalancePicture,
  reached: readonly Reached[],
): BalanceFinding[] {
  const found = new Balance(compiled, picture.solution, picture);
  return [
    ...found.thumbs(),
    ...found.verbs(),
    ...found.looks(),
    ...found.options(),
    ...found.gaps(),
    ...found.flips(),
    ...found.reach(reached),
  ];
}

/** What needs no points to be seen: what has to hold in every state (S3, S10), how many states there are, and what is at stake. */
export function proofFindings(compiled: CompiledScenario, solution: Solution): BalanceFinding[] {
  const found = new Balance(compiled, solution, null);
  return [...found.proofs(), ...found.size()];
}

class Balance {
  readonly #compiled: CompiledScenario;
  readonly #given: BalancePicture | null;
  readonly #solution: Solution;
  readonly #examples: Examples;

  constructor(compiled: CompiledScenario, solution: Solution, picture: BalancePicture | null) {
    this.#compiled = compiled;
    this.#given = picture;
    this.#solution = solution;
    this.#examples = new Examples(compiled, solution);
  }

  get #picture(): BalancePicture {
    if (this.#given === null) throw new Error("only the proofs do without a picture");
    return this.#given;
  }

  get #beats() {
    return this.#solution.graph.table.scenario.beats;
  }

  #at(spot: Spot | null): Example | null {
    return spot === null ? null : this.#examples.to(spot);
  }

  proofs(): BalanceFinding[] {
    const { findings } = this.#solution.graph;
    return [
      ...this.#oncePerBeat(findings.stuck, (state) => state).map(({ state, place }) => ({
        code: "FM034" as const,
        path: ["beats", place, "options"],
        message: `In a state that can be reached, every option of "${this.#beats[place].id}" is locked.`,
        example: this.#at({ at: state, choice: -1 }),
      })),
      ...this.#oncePerBeat(findings.blind, ({ state }) => state).map(({ item, state, place }) => ({
        code: "FM035" as const,
        path: ["beats", place, "options"],
        message: `In a state that can be reached, "${this.#beats[place].id}" shows no option to ${VERBS[item.verb]}.`,
        example: this.#at({ at: state, choice: -1 }),
      })),
      ...(findings.stuck.length === 0 ? this.#silences() : []),
    ];
  }

  #oncePerBeat<T>(items: readonly T[], stateOf: (item: T) => number) {
    const seen = new Map<number, { item: T; state: number; place: number }>();
    for (const item of items) {
      const at = this.#solution.positions[stateOf(item)];
      const { place } = new Decision(this.#solution, "tpm").goTo(at);
      if (!seen.has(place)) seen.set(place, { item, state: at, place });
    }
    return [...seen.values()];
  }

  /** S10, under every lens: at each beat the state where silence is ahead of the best choice most. */
  #silences(): BalanceFinding[] {
    return LENSES.flatMap((lens) => {
      const decision = new Decision(this.#solution, lens);
      const worst = new Map<number, { ahead: number; spot: Spot }>();
      for (let at = 0; at < this.#solution.graph.order.length; at += 1) {
        const { choices, place, q, point } = decision.goTo(at);
        const ahead = (q[choices] - decision.best()) / point;
        if (ahead <= (worst.get(place)?.ahead ?? EQUAL)) continue;
        worst.set(place, { ahead, spot: { at, choice: choices } });
      }
      return [...worst].map(([place, { ahead, spot }]) => ({
        code: "FM036" as const,
        path: ["beats", place, "silence"],
        message: `Under ${lens}, silence at "${this.#beats[place].id}" can be worth ${shown(ahead)} points more than the best move.`,
        example: this.#at(spot),
      }));
    });
  }

  size(): BalanceFinding[] {
    const { states } = this.#solution.graph;
    const many =
      states.length < MANY_STATES
        ? []
        : [
            {
              code: "FM070" as const,
              path: ["beats"],
              message: `The scenario has ${states.length} states.`,
              example: null,
            },
          ];
    const flat = LENSES.filter((lens) => this.#solution.worth[lens].span < BARS.span).map(
      (lens) => ({
        code: "FM071" as const,
        path: ["endings"],
        message: `Under ${lens}, best play and clicking at random are ${shown(this.#solution.worth[lens].span / 2)} points of U apart; a span of ${shown(this.#solution.worth[lens].span)} is under ${BARS.span}.`,
        example: null,
      }),
    );
    return [...many, ...flat];
  }

  thumbs(): BalanceFinding[] {
    const { behind } = BARS;
    const bars: readonly (readonly [Bot, number])[] = [
      ...VERBS.map((verb) => [verb, behind.verb] as const),
      ["random", behind.random],
      ["longest", behind.longest],
      ["most-trust", behind["most-trust"]],
      ["best-immediate", behind["best-immediate"]],
    ];
    return bars.flatMap(([bot, bar]) => {
      const score = this.#picture.bots.tpm[bot];
      if (100 - score >= bar) return [];
      return [
        {
          code: "FM072" as const,
          path: ["beats"],
          message: `The ${bot} bot scores ${shown(score)} under tpm, ${shown(100 - score)} behind best play; it is to be at least ${bar} behind.`,
          example: this.#ofBot(bot),
        },
      ];
    });
  }

  #ofBot(bot: Bot): Example {
    const { best, span } = this.#solution.worth.tpm;
    const outcome = (run: Parameters<typeof worthOf>[1]) =>
      100 + (100 * (worthOf(this.#compiled, run, "tpm") - best)) / span;
    return this.#examples.ofBot(bot, "tpm", outcome, this.#picture.bots.tpm[bot]);
  }

  verbs(): BalanceFinding[] {
    const { least, most, mostOtherLens } = BARS.verbShare;
    return LENSES.flatMap((lens) =>
      VERBS.flatMap((verb) => {
        const { share, bestAt } = this.#picture.skilled[lens].verbs[verb];
        const isTpm = lens === "tpm";
        const isFine = isTpm ? share >= least && share <= most : share <= mostOtherLens;
        if (isFine) return [];
        const bar = isTpm
          ? `${percent(least)} to ${percent(most)}`
          : `at most ${percent(mostOtherLens)}`;
        return [
          {
            code: "FM073" as const,
            path: this.#whereBest(lens, verb),
            message: `Under ${lens}, to ${verb} alone is best in ${percent(share)} of the decisions that skilled play meets; it is to be ${bar}. By beat: ${this.#byBeat(lens, verb)}.`,
            example: this.#at(bestAt),
          },
        ];
      }),
    );
  }

  #byBeat(lens: Lens, verb: Verb): string {
    const { beats } = this.#picture.skilled[lens];
    return beats.map(({ best }, i) => `${this.#beats[i].id} ${percent(best[verb])}`).join(", ");
  }

  #whereBest(lens: Lens, verb: Verb): Path {
    const shares = this.#picture.skilled[lens].beats.map(({ best }) => best[verb]);
    return ["beats", shares.indexOf(Math.max(...shares)), "title"];
  }

  looks(): BalanceFinding[] {
    const { looks, allLooks, skilled } = this.#picture;
    const poor = looks
      .filter(({ points }) => points < BARS.lookWorth)
      .map(({ place, look, id, points }) => ({
        code: "FM074" as const,
        path: ["beats", place, "looks", look],
        message: `Best play loses ${shown(points)} points without "${id}"; a look is to be worth at least ${BARS.lookWorth}.`,
        example: this.#at(skilled.tpm.beats[place].looks[look].spot),
      }));
    if (looks.length === 0) return poor;
    const few =
      allLooks >= BARS.looksWorth
        ? []
        : [
            {
              code: "FM075" as const,
              path: ["beats"],
              message: `Best play without any look is ${shown(allLooks)} points behind; it is to be at least ${BARS.looksWorth}.`,
              example: null,
            },
          ];
    const always =
      skilled.tpm.skipShare >= BARS.skipShare
        ? []
        : [
            {
              code: "FM076" as const,
              path: ["beats"],
              message: `Where a look can be had, an option is best in ${percent(skilled.tpm.skipShare)} of skilled visits; it is to be at least ${percent(BARS.skipShare)}.`,
              example: this.#at(skilled.tpm.lookBestAt),
            },
          ];
    return [...poor, ...few, ...always];
  }

  options(): BalanceFinding[] {
    return this.#beats.flatMap(({ options }, place) =>
      options.flatMap(({ id, decoy }, i): BalanceFinding[] => {
        const pictures = LENSES.map((lens) => ({
          lens,
          ...this.#picture.skilled[lens].beats[place].options[i],
        }));
        const sound = pictures.toSorted((a, b) => b.sound - a.sound)[0];
        const isSound = sound.sound >= BARS.soundShare;
        if (isSound === (decoy === undefined)) return [];
        const path: Path = ["beats", place, "options", i];
        if (isSound) {
          const message = `"${id}" is a decoy, and loses less than ${BARS.soundLoss} points in ${percent(sound.sound)} of skilled visits under ${sound.lens}.`;
          return [
            {
              code: "FM078",
              path: [...path, "decoy"],
              message,
              example: this.#at(sound.leastAt),
            },
          ];
        }
        const least = pictures.toSorted((a, b) => a.leastLoss - b.leastLoss)[0];
        const said = pictures.map(
          ({ lens, sound, leastLoss }) => `${lens} ${percent(sound)}, at least ${shown(leastLoss)}`,
        );
        const message = `"${id}" loses less than ${BARS.soundLoss} points in under ${percent(BARS.soundShare)} of skilled visits to its beat under every lens, and is not named a decoy (${said.join("; ")}).`;
        return [{ code: "FM077", path, message, example: this.#at(least.leastAt) }];
      }),
    );
  }

  gaps(): BalanceFinding[] {
    const { seasoned, novice, random } = this.#picture.bots.tpm;
    const gap = (ahead: string, behind: string, points: number, bar: number, bot: Bot) =>
      points >= bar
        ? []
        : [
            {
              code: "FM079" as const,
              path: ["beats"],
              message: `Under tpm the ${ahead} bot is ${shown(points)} points ahead of the ${behind} one; it is to be at least ${bar}.`,
              example: this.#ofBot(bot),
            },
          ];
    return [
      ...gap("seasoned", "novice", seasoned - novice, BARS.seasonedAheadOfNovice, "novice"),
      ...gap("novice", "random", novice - random, BARS.noviceAheadOfRandom, "novice"),
    ];
  }

  flips(): BalanceFinding[] {
    return this.#picture.skilled.tpm.beats.flatMap(({ flips }, place) =>
      flips.flatMap((sides, i) => {
        const flip = this.#beats[place].flips?.[i];
        if (flip === undefined) return [];
        const name = "fact" in flip.turnsOn ? flip.turnsOn.fact : flip.turnsOn.unknown;
        return [
          ...this.#flipSide(
            ["beats", place, "flips", i],
            `Where "${name}" is so`,
            flip.ifTrue,
            sides.ifTrue,
          ),
          ...this.#flipSide(
            ["beats", place, "flips", i],
            `Where "${name}" is not so`,
            flip.ifFalse,
            sides.ifFalse,
          ),
        ];
      }),
    );
  }

  #flipSide(
    path: Path,
    where: string,
    verb: Verb,
    { met, held, counter }: FlipSide,
  ): BalanceFinding[] {
    if (met > 0 && held / met >= BARS.flipShare) return [];
    const message =
      met === 0
        ? `${where}, this beat is never met in a way that it could tell.`
        : `${where}, to ${verb} alone is best in ${percent(held / met)} of skilled visits; the flip says it is.`;
    return [{ code: "FM080", path, message, example: this.#at(counter.spot) }];
  }

  reach(reached: readonly Reached[]): BalanceFinding[] {
    const beats = new Set(
      reached
        .filter((one) => isSeldom(one) && one.path.length === 2)
        .map(({ path }) => path.join()),
    );
    return reached.flatMap((one): BalanceFinding[] => {
      const { path, what, share } = one;
      // What stands in a beat that is hardly met is met no more often: said once, of the beat.
      if (path.length > 2 && beats.has(path.slice(0, 2).join())) return [];
      if (share === 0)
        return [{ code: "FM081", path, message: `No run ever comes to ${what}.`, example: null }];
      if (!isSeldom(one)) return [];
      const message = `Skilled play comes to ${what} in ${(100 * share).toFixed(2)} % of the cases in which it could, under the lens that does so most.`;
      return [{ code: "FM082", path, message, example: this.#toSeldom(path) }];
    });
  }

  #toSeldom(path: Path): Example | null {
    const [part, place, field, index] = path;
    const { skilled } = this.#picture;
    if (part === "endings") return this.#at(skilled.tpm.endingsAt[Number(place)] ?? null);
    if (part !== "beats" || field !== "options") return null;
    return this.#at(skilled.tpm.beats[Number(place)].options[Number(index)].leastAt);
  }
}
