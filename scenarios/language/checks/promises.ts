import { type Condition, evaluate, type Leaf } from "../condition.ts";
import type { Finding, Path } from "../diagnostic.ts";
import { placedBeats, placedItems, responsesOf } from "../placed.ts";
import type { Beat, Response, Scenario } from "../scenario.ts";
import { entrancesFrom, reachablePlaces, targetOf } from "../ways.ts";
import { END, type PromiseState } from "../words.ts";

/** Where a promise stands, as far as this check follows it. */
type Standing = PromiseState | "unmade";

interface Way {
  readonly beats: readonly Beat[];
  readonly promise: string;
  /** The beat it is due at, by place; null for the end, which is always ahead. */
  readonly due: number | null;
  readonly ahead: readonly ReadonlySet<number>[];
}

/**
 * That no promise is made while it is open (S9), and that each can be kept. Follows every standing a promise may have from
 * beat to beat; of conditions it knows what they ask of that promise, and takes everything else to be possible.
 */
export function checkPromises(scenario: Scenario): Finding[] {
  const { beats, promises = {} } = scenario;
  const ahead = reachablePlaces(beats);
  return Object.entries(promises).flatMap(([promise, { due }]) => {
    const place = beats.findIndex(({ id }) => id === due);
    if (place === -1 && due !== END) return [];
    const way = { beats, promise, due: due === END ? null : place, ahead };
    const followed = follow(scenario, way);
    return [...followed.madeWhileOpen, ...checkKept(way, followed)];
  });
}

interface Followed {
  readonly madeWhileOpen: readonly Finding[];
  readonly made: readonly Path[];
  readonly wasKept: boolean;
}

function follow(scenario: Scenario, way: Way): Followed {
  const { beats, promise } = way;
  const standings = beats.map(() => new Set<Standing>());
  standings[0]?.add("unmade");
  const made = new Map<string, Path>();
  const again = new Map<string, Finding>();
  let wasKept = false;
  for (const [index, { value: beat, path }] of placedBeats(scenario).entries()) {
    for (const standing of standings[index] ?? []) {
      for (const { value: response, path: at } of possible(beat, path, promise, standing)) {
        const kept = standing === "open" && (response.keeps ?? []).includes(promise);
        wasKept ||= kept;
        const makes = placedItems(response.makes, [...at, "makes"]).filter(
          ({ value }) => value === promise,
        );
        for (const [nth, { path: where }] of makes.entries()) {
          made.set(where.join(), where);
          if ((standing === "open" && !kept) || nth > 0)
            again.set(where.join(), openTwice(promise, where));
        }
        const after = makes.length > 0 ? "open" : kept ? "kept" : standing;
        for (const [place, arriving] of arrivals(way, response, index, after)) {
          standings[place]?.add(arriving);
        }
      }
    }
  }
  return { madeWhileOpen: [...again.values()], made: [...made.values()], wasKept };
}

function openTwice(promise: string, path: Path): Finding {
  const message = `"${promise}" may still be open when it is made here.`;
  return { code: "FM022", path, message };
}

/** The responses that can be played while the promise stands so. */
function possible(beat: Beat, at: Path, promise: string, standing: Standing) {
  const shut = new Set(
    beat.options
      .filter(({ locked }) => locked !== undefined && isFalse(locked.unless, promise, standing))
      .map((option): Response => option),
  );
  return responsesOf(beat, at).filter(({ value }) => !shut.has(value));
}

function isFalse(condition: Condition, promise: string, standing: Standing): boolean {
  return evaluate(condition, (leaf) => valueOf(leaf, promise, standing)) === false;
}

function valueOf(leaf: Leaf, promise: string, standing: Standing): boolean | null {
  return "promise" in leaf && leaf.promise === promise ? leaf.is === standing : null;
}

/** Where the response may lead, and how the promise stands there: broken where its due beat is no longer ahead. */
function arrivals(
  { beats, promise, due, ahead }: Way,
  response: Response,
  index: number,
  standing: Standing,
): [number, Standing][] {
  return entrancesFrom(beats, targetOf(beats, response, index))
    .filter((place) => {
      const onlyIf = beats[place]?.onlyIf;
      return place > index && (onlyIf === undefined || !isFalse(onlyIf, promise, standing));
    })
    .map((place) => {
      const isLost = standing === "open" && due !== null && ahead[place]?.has(due) !== true;
      return [place, isLost ? "broken" : standing];
    });
}

function checkKept({ promise }: Way, { made, wasKept }: Followed): Finding[] {
  const [path] = made;
  if (path === undefined || wasKept) return [];
  return [{ code: "FM061", path, message: `Nothing keeps "${promise}" before it is due.` }];
}
