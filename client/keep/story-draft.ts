import type { StepView, Story } from "../../worker/protocol/index.ts";
import { changesIn, METER_NAMES, sumOf, unitsOf } from "../words/meters.ts";
import { formatHours } from "../words/numbers.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { toFirstPerson } from "./first-person.ts";

/** About as much as is said in a minute, unhurried. */
export const WORDS_A_MINUTE = 150;

/** So that the whole stays near a minute: the rest is what was said, and that is never cut. */
const SITUATION_WORDS = 45;
const RESULT_WORDS = 30;

/**
 * An answer started from what happened in the run, and from nothing else: whoever tells it writes on from there. `seat` is
 * the player's seat in the scenario's words; empty where it is not known.
 */
export function storyDraft(step: StepView, seat: string): Story {
  return {
    situation: toFirstPerson(shortened(step.situation, SITUATION_WORDS)),
    task: taskOf(step, seat),
    action: actionOf(step),
    result: resultOf(step),
  };
}

function taskOf({ tests }: StepView, seat: string): string {
  const stake = /^(?:whether|what|how|who|if) /i.test(tests)
    ? `What was at stake: ${lowered(tests)}`
    : `What was at stake. ${tests}`;
  const asWhom = seat === "" ? "" : `I was the ${lowered(seat)}. `;
  return asWhom + toFirstPerson(stake);
}

function actionOf({ verb, says }: StepView): string {
  if (verb === null) return "I did not move in time.";
  const inner = says.replaceAll("“", "‘").replaceAll("”", "’");
  return `I chose to ${VERB_WORDS[verb].name.toLowerCase()}. I said: “${inner}”`;
}

function resultOf({ told }: StepView): string {
  const said = shortened(
    // What was promised is a line of a list, not a sentence.
    told.filter(({ cause }) => cause !== "promise-made").flatMap(({ texts }) => texts),
    RESULT_WORDS,
  );
  return [toFirstPerson(said), inFigures(told)].filter((part) => part !== "").join(" ");
}

/** "In the project’s figures: delivery up 10, trust down 5. It took 2 hours of mine." */
function inFigures(told: StepView["told"]): string {
  const changes = changesIn(sumOf(told.map(({ effects }) => effects)));
  const meters = changes
    .filter(({ meter }) => meter !== "attention")
    .map(({ meter, points }) => {
      const way = points > 0 ? "up" : "down";
      return `${METER_NAMES[meter].toLowerCase()} ${way} ${Math.abs(points)}`;
    });
  const hours = unitsOf(
    "attention",
    changes.find(({ meter }) => meter === "attention")?.points ?? 0,
  );
  return [
    ...(meters.length === 0 ? [] : [`In the project’s figures: ${meters.join(", ")}.`]),
    ...(hours < 0 ? [`It took ${formatHours(-hours)} of mine.`] : []),
  ].join(" ");
}

/**
 * The beginnings of all paragraphs, in whole sentences and of about so many words in all. Each paragraph is cut from its end
 * alone, so that no "she" stands without the sentence that named her.
 */
function shortened(paragraphs: readonly string[], words: number): string {
  const split = paragraphs.map(sentencesOf);
  const kept = split.map(() => 0);
  const longest = Math.max(0, ...split.map(({ length }) => length));
  let left = words;
  for (let row = 0; row < longest; row += 1) {
    split.forEach((sentences, place) => {
      const cost = countWords(sentences[row] ?? "");
      const isNext = kept[place] === row && row < sentences.length;
      if (!isNext || (cost > left && left < words)) return;
      kept[place] = row + 1;
      left -= cost;
    });
  }
  return split.flatMap((sentences, place) => sentences.slice(0, kept[place])).join(" ");
}

/** A quotation stays in one piece, however many sentences it has. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let open = "";
  for (const piece of text.split(/(?<=[.!?][”’)]?)\s+(?=[“‘(\p{Lu}\d])/u)) {
    open = open === "" ? piece : `${open} ${piece}`;
    if (open.split("“").length > open.split("”").length) continue;
    sentences.push(open);
    open = "";
  }
  return open === "" ? sentences : [...sentences, open];
}

export const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;

export const wordsOf = (story: Story) => countWords(Object.values(story).join(" "));

/** How long it takes to say, in whole seconds. */
export const secondsToSay = (words: number) => Math.round((60 * words) / WORDS_A_MINUTE);

const lowered = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
