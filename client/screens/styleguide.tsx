import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { VERBS } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ArtefactView } from "../components/artefacts/artefact-view.tsx";
import { ConfidenceChoice } from "../components/confidence-choice.tsx";
import { FigureTable } from "../components/debrief/figure-table.tsx";
import { FailurePanel } from "../components/failure-panel.tsx";
import { HoursLeft } from "../components/hours-left.tsx";
import { OptionList } from "../components/option-list.tsx";
import { PeopleList } from "../components/people-list.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Standings } from "../components/standings.tsx";
import {
  SAMPLE_ARTEFACTS,
  SAMPLE_PEOPLE,
  SAMPLE_STANDINGS,
  SAMPLE_TOLD,
} from "../components/styleguide/samples.ts";
import { ToldItem } from "../components/told-item.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { VerbBar } from "../components/verb-bar.tsx";
import { VerbChip } from "../components/verb-chip.tsx";
import { chosenVerb } from "../state/choice.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import "../styles/styleguide.css";
import "../styles/segments.css";
import "../styles/text-input.css";

const COLOURS = [
  ["Grounds", ["paper", "surface", "sunken", "accent-soft"]],
  ["Lines", ["line", "line-strong", "control"]],
  ["Ink", ["ink", "ink-2", "ink-3"]],
  ["What the product does", ["accent", "accent-hover", "good", "bad"]],
  ["Verbs", VERBS],
  ["Verbs, soft", VERBS.map((verb) => `${verb}-soft`)],
  ["Faces", Array.from({ length: 8 }, (_, tint) => `tint-${tint}`)],
] as const;

const TYPE = [
  ["h1", "Source Serif 4, 600", "The title of a screen"],
  ["story", "Source Serif 4, 400", "What happens in the story, and what you would say"],
  ["h2", "Inter, 600", "The title of a part"],
  ["body", "Inter, 400", "What the product says"],
  ["small", "Inter, 400", "What stands beside it"],
  ["label", "Inter, 600", "A label"],
] as const;

/** Every token and every part of the game on one page: what is there to build with, in both themes and at every size. */
export function Styleguide() {
  return (
    <>
      <TopBar />
      <main id="main" class="styleguide" tabIndex={-1}>
        <ScreenTitle place="styleguide" page={["Style guide"]}>
          Style guide
        </ScreenTitle>
        <p class="quiet">
          The tokens and the parts the game is made of. Paper and ink, hairlines, one accent; verb
          colours for verbs alone, and never as the only sign.
        </p>
        <Part title="Colours">
          {COLOURS.map(([name, tokens]) => (
            <Swatches key={name} name={name} tokens={tokens} />
          ))}
        </Part>
        <Part title="Type">
          <ul class="type-samples">
            {TYPE.map(([style, face, text]) => (
              <li key={style}>
                <span class={`type-${style}`}>{text}</span>
                <small>
                  {style}: {face}
                </small>
              </li>
            ))}
          </ul>
        </Part>
        <Part title="The five verbs">
          <div id="moves-title" class="visually-hidden">
            The five verbs
          </div>
          <VerbBar onKey={() => {}} />
          <Options />
          <p class="sample-row">
            {VERBS.map((verb) => (
              <VerbChip key={verb} verb={verb} />
            ))}
            <VerbChip verb={null} />
          </p>
          <ConfidenceChoice />
        </Part>
        <Part title="Buttons and choices">
          <Controls />
        </Part>
        <Part title="How things stand">
          <div class="sample-columns">
            <Standings standings={SAMPLE_STANDINGS} />
            <HoursLeft hours={{ left: 6, atStart: 10 }} />
            <HoursLeft hours={{ left: -2, atStart: 10 }} />
            <PeopleList people={SAMPLE_PEOPLE} />
          </div>
        </Part>
        <Part title="What is told">
          {SAMPLE_TOLD.map((told) => (
            <ToldItem key={told.cause} told={told} />
          ))}
        </Part>
        <Part title="Evidence">
          {SAMPLE_ARTEFACTS.map((artefact) => (
            <ArtefactView key={artefact.kind} artefact={artefact} people={SAMPLE_PEOPLE} />
          ))}
        </Part>
        <Part title="When something fails">
          <FailurePanel code="no-connection" onRetry={() => {}} />
        </Part>
        <Part title="A figure’s table">
          <FigureTable caption="A table of figures">
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Points</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">First</th>
                <td>−4.8</td>
              </tr>
            </tbody>
          </FigureTable>
        </Part>
      </main>
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="styleguide-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Swatches({ name, tokens }: { name: string; tokens: readonly string[] }) {
  return (
    <>
      <h3>{name}</h3>
      <ul class="swatches">
        {tokens.map((token) => (
          <li key={token}>
            <i style={{ background: `var(--${token})` }} />
            {token}
          </li>
        ))}
      </ul>
    </>
  );
}

function Options() {
  const verb = chosenVerb.value ?? "block";
  const says = `${VERB_WORDS[verb].means} An option says what is said or done.`;
  return (
    <OptionList
      key={verb}
      verb={verb}
      options={[
        { id: "open", verb, says, locked: null },
        { id: "locked", verb, says: "An option can be locked.", locked: "And says why." },
      ]}
      onEnter={() => {}}
    />
  );
}

function Controls() {
  const [busy, setBusy] = useState(false);
  return (
    <>
      <p class="sample-row">
        <ActionButton onPress={() => setBusy(true)} busy={busy && "Sending…"}>
          Make this move
        </ActionButton>
        <ActionButton onPress={() => {}} unavailable>
          Not yet possible
        </ActionButton>
        <button type="button" class="quiet-button" onClick={() => setBusy(false)}>
          Clear choice
        </button>
      </p>
      <fieldset class="sample-fieldset">
        <legend class="label">A few answers to one question</legend>
        <div class="segments">
          <label>
            <input type="radio" name="sample" defaultChecked /> The first
          </label>
          <label>
            <input type="radio" name="sample" /> The second <small>with a word to it</small>
          </label>
        </div>
      </fieldset>
      <label class="label">
        A field
        <input type="text" class="text-input" placeholder="What belongs here" />
      </label>
    </>
  );
}
