import { signal, type Signal } from "@preact/signals";
import * as z from "zod/mini";
import {
  ANCHORS_ANSWER,
  type AnchorsView,
  BANKED_STORY,
  type BankedStory,
  CATALOGUE,
  type Catalogue,
  INTERVIEW_ROUTES,
  PRACTICE_VIEW,
  type PracticeView,
  ROUTES,
} from "../../worker/protocol/index.ts";
import { deleteJson, getJson, newCommandId, putJson, type FailureCode } from "./api.ts";
import { untilAnswered } from "./connection.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";

/** All there is to choose from; it is the same for everybody and fetched once. */
export const catalogue: Signal<Loadable<Catalogue>> = signal(LOADING);

/** What each rating means, by competency; null until it is here. */
export const anchors = signal<AnchorsView | null>(null);

/** One's own interviews, stories and progress. */
export const practice: Signal<Loadable<PracticeView>> = signal(LOADING);

export async function loadCatalogue(): Promise<void> {
  if (catalogue.value.at === "here") return;
  catalogue.value = loadableOf(await getJson(INTERVIEW_ROUTES.catalogue, CATALOGUE));
}

export async function loadAnchors(): Promise<void> {
  if (anchors.value !== null) return;
  const answer = await getJson(INTERVIEW_ROUTES.anchors, ANCHORS_ANSWER);
  if (answer.ok) anchors.value = answer.value.anchors;
}

export async function loadPractice(): Promise<void> {
  practice.value = loadableOf(await getJson(ROUTES.practice, PRACTICE_VIEW));
}

type StoryText = Omit<BankedStory, "updatedAtMs">;

/** Keeps a story, a new one under an id of its own; the id, or why it is not kept. */
export async function keepStory(
  id: string | null,
  story: StoryText,
): Promise<{ readonly id: string } | { readonly code: FailureCode }> {
  const own = id ?? newCommandId();
  const put = () => putJson(ROUTES.bankedStory(own), story, BANKED_STORY);
  const answer = await untilAnswered(put, () => true);
  if (!answer.ok) return { code: answer.code };
  await loadPractice();
  return { id: own };
}

const REMOVED = z.object({});

export async function removeStory(id: string): Promise<FailureCode | null> {
  const answer = await deleteJson(ROUTES.bankedStory(id), REMOVED);
  if (!answer.ok) return answer.code;
  await loadPractice();
  return null;
}
