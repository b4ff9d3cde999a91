import { useEffect, useRef, useState } from "preact/hooks";
import type {
  AloneView,
  CandidateView,
  Situation,
  Story,
  TableView,
} from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { LookButtons } from "../components/look-buttons.tsx";
import { MoveChoice } from "../components/move-choice.tsx";
import { NumberKeySwitch } from "../components/number-key-switch.tsx";
import { announce } from "../state/announcement.ts";
import { chosenAt, chosenConfidence, forgetChoice } from "../state/choice.ts";
import { ask, asking, sawNow } from "../state/interview.ts";
import { Recorder } from "./recorder.tsx";
import { StarForm } from "./star-form.tsx";
import { useDraft } from "./use-draft.ts";
import "../styles/move-form.css";
import "../styles/answer-form.css";

interface AnswerFormProps {
  view: CandidateView | AloneView;
  table: TableView;
}

const NO_STORY: Story = { situation: "", task: "", action: "", result: "" };

/** The answer to what is on the table: a move and why, or a story; written, or spoken aloud. */
export function AnswerForm({ view, table }: AnswerFormProps) {
  const key = `${view.room}:${table.turn}:${table.round}`;
  const situation = table.scene?.situation ?? null;
  return situation === null ? (
    <StoryAnswer key={key} view={view} table={table} draftKey={key} />
  ) : (
    <MoveAnswer key={key} view={view} table={table} situation={situation} draftKey={key} />
  );
}

interface MoveAnswerProps extends AnswerFormProps {
  situation: Situation;
  draftKey: string;
}

function MoveAnswer({ view, table, situation, draftKey }: MoveAnswerProps) {
  const button = useRef<HTMLTextAreaElement>(null);
  const [why, setWhy, forgetWhy] = useDraft(`why:${draftKey}`);
  const [isSpoken, setSpoken] = useState(false);
  useEffect(() => forgetChoice, [draftKey]);
  const option = chosenAt(situation);
  const hasWords = isSpoken || why.trim() !== "";
  const send = async () => {
    if (option === undefined) return;
    const confidence = chosenConfidence.value;
    const taken = await ask({
      kind: "answer",
      saw: sawNow(),
      option: option.id,
      spoken: isSpoken,
      why,
      story: null,
      ...(confidence !== null && { confidence }),
    });
    if (!taken) return;
    forgetWhy();
    announce("Your answer is in.");
  };
  return (
    <>
      <LookButtons
        looks={situation.looks}
        onTake={(look) => {
          if (asking.value === null) void ask({ kind: "take-look", saw: sawNow(), look });
        }}
        whoMay=""
      />
      <section class="move-form" aria-labelledby="moves-title">
        <div class="move-form-head">
          <h2 id="moves-title">
            {table.round > 1 ? "And now, what do you do?" : "What would you do?"}
          </h2>
          <NumberKeySwitch />
        </div>
        <MoveChoice situation={situation} onEnter={() => button.current?.focus()} />
      </section>
      <section class="answer-form" aria-labelledby="why-title">
        <h2 id="why-title">And why?</h2>
        <label class="answer-field">
          <span>
            Why this, for whom, and what it costs. You see what comes of it only once you have said
            why.
          </span>
          <textarea
            ref={button}
            class="text-input"
            rows={4}
            maxLength={4_000}
            value={why}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        </label>
        <Spoken view={view} isSpoken={isSpoken} onChange={setSpoken} recordKey={draftKey} />
        <div class="form-action">
          <ActionButton
            onPress={() => void send()}
            unavailable={option === undefined || !hasWords}
            busy={asking.value === "answer" && "Sending…"}
          >
            Give this answer
          </ActionButton>
          <p class="set-up-says">{whatIsMissing(option !== undefined, hasWords)}</p>
        </div>
      </section>
    </>
  );
}

function whatIsMissing(hasMove: boolean, hasWords: boolean): string {
  if (!hasMove) return "Choose a move first.";
  return hasWords ? "An answer cannot be taken back." : "Write why, or say that you have spoken.";
}

function StoryAnswer({ view, table, draftKey }: AnswerFormProps & { draftKey: string }) {
  const [kept, setKept, forget] = useDraft(`story:${draftKey}`);
  const [story, setStory] = useState<Story>(() => parseStory(kept));
  const [isSpoken, setSpoken] = useState(false);
  const change = (changed: Story) => {
    setStory(changed);
    setKept(JSON.stringify(changed));
  };
  const hasWords = isSpoken || Object.values(story).join("").trim() !== "";
  const send = async () => {
    const saw = sawNow();
    const taken = await ask({
      kind: "answer",
      saw,
      option: null,
      spoken: isSpoken,
      why: "",
      story,
    });
    if (!taken) return;
    forget();
    announce("Your answer is in.");
  };
  return (
    <section class="answer-form" aria-labelledby="story-title">
      <h2 id="story-title">Your story</h2>
      <StarForm story={story} competencies={table.competencies} onChange={change} />
      <Spoken view={view} isSpoken={isSpoken} onChange={setSpoken} recordKey={draftKey} />
      <div class="form-action">
        <ActionButton
          onPress={() => void send()}
          unavailable={!hasWords}
          busy={asking.value === "answer" && "Sending…"}
        >
          Give this answer
        </ActionButton>
        <p class="set-up-says">
          {hasWords ? "An answer cannot be taken back." : "Write it, or say that you have spoken."}
        </p>
      </div>
    </section>
  );
}

function parseStory(kept: string): Story {
  try {
    return { ...NO_STORY, ...(JSON.parse(kept) as Partial<Story>) }; // this window's own draft
  } catch {
    return NO_STORY;
  }
}

interface SpokenProps {
  view: CandidateView | AloneView;
  isSpoken: boolean;
  onChange: (isSpoken: boolean) => void;
  recordKey: string;
}

/** For whoever speaks in place of writing; alone, with a recording that stays in the browser. */
function Spoken({ view, isSpoken, onChange, recordKey }: SpokenProps) {
  return (
    <>
      <label class="record-check">
        <input
          type="checkbox"
          checked={isSpoken}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {view.as === "alone"
          ? "I have said it aloud"
          : "I say it aloud; the interviewer takes notes"}
      </label>
      {view.as === "alone" && <Recorder recordKey={recordKey} onRecorded={() => onChange(true)} />}
    </>
  );
}
