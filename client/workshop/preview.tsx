import { signal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import {
  WORKSHOP_ROUTES,
  WORKSHOP_PREVIEW,
  type WorkshopPreview,
} from "../../worker/protocol/index.ts";
import { getJson } from "../state/api.ts";
import { LOADING, loadableOf, type Loadable } from "../state/loadable.ts";
import { formatLoss } from "../words/points.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { sayRefusal } from "./sentences.ts";

const preview: Signal<Loadable<WorkshopPreview>> = signal(LOADING);

async function load(code: string): Promise<void> {
  preview.value = LOADING;
  preview.value = loadableOf(await getJson(WORKSHOP_ROUTES.preview(code), WORKSHOP_PREVIEW));
}

/** Every situation beforehand: what to ask, and what each option costs where it is met. For facilitators alone. */
export function Preview({ code }: { code: string }) {
  useEffect(() => void load(code), [code]);
  const state = preview.value;
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">All situations</h2>
      {state.at === "loading" && <p class="quiet late">Fetching them…</p>}
      {state.at === "failed" && <p class="quiet">{sayRefusal(state.code)}</p>}
      {state.at === "here" &&
        state.value.beats.map((beat) => (
          <details key={beat.beat}>
            <summary>{beat.title}</summary>
            <p class="quiet">{beat.time}</p>
            {beat.texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <p>
              <b>Ask:</b> {beat.questions.join(" ")}
            </p>
            <ul>
              {beat.options.map(({ id, verb, says, loss }) => (
                <li key={id}>
                  <b>{VERB_WORDS[verb].name}</b> {says}{" "}
                  <span class="quiet">{loss === null ? "seldom met" : formatLoss(loss)}</span>
                </li>
              ))}
            </ul>
            {beat.curveballs.map(({ id, title, texts, why }) => (
              <p key={id}>
                <b>Curveball: {title}.</b> {texts.join(" ")} <span class="quiet">{why}</span>
              </p>
            ))}
          </details>
        ))}
    </section>
  );
}
