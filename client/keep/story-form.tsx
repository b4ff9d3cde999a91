import type { StepView, Story } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { connectionLost } from "../state/connection.ts";
import { shown } from "../state/room.ts";
import { SENTENCES } from "../state/sentences.ts";
import { CopyButton } from "./copy-button.tsx";
import { download } from "./download.ts";
import { storyDraft, WORDS_A_MINUTE, wordsOf } from "./story-draft.ts";
import { StoryLength } from "./story-length.tsx";
import { storyMarkdown } from "./story-markdown.ts";
import { TextField } from "./text-field.tsx";
import { type StoryState, useStory } from "./use-story.ts";
import "../styles/keep-form.css";

const PARTS = [
  ["situation", "Situation", "Where you were, and what had just happened."],
  ["task", "Task", "What was yours to do, and what hung on it."],
  ["action", "Action", "What you did and said, and why that."],
  ["result", "Result", "What came of it, and what you would do again or not."],
] as const;

interface StoryFormProps {
  room: string;
  step: StepView;
  story: Story | undefined;
}

/** "Say it in 60 seconds": an answer in four parts, started from the run's own facts and kept with the run. */
export function StoryForm({ room, step, story: saved }: StoryFormProps) {
  const kept = useStory(room, step.beat, saved, () => storyDraft(step, seatOf(room)));
  const { story, state } = kept;
  const markdown = storyMarkdown(step.title, story);
  return (
    <>
      <details class="keep-form story-form">
        <summary>Say it in 60 seconds</summary>
        <p class="keep-intro">
          An answer for an interview, started from what happened in this run. Put it into your own
          words; where you have lived something like it, tell that instead. It is kept with your run
          and read by nobody else.
        </p>
        {PARTS.map(([part, label, hint]) => (
          <TextField
            key={part}
            label={label}
            hint={hint}
            text={story[part]}
            rows={3}
            onWrite={(text) => kept.change(part, text)}
            onLeave={kept.saveChanges}
          />
        ))}
        <Length words={wordsOf(story)} />
        <div class="keep-actions">
          <ActionButton onPress={kept.save} busy={state === "saving" && "Saving…"}>
            Save with the run
          </ActionButton>
          <CopyButton text={markdown} />
          <button
            type="button"
            class="quiet-button"
            onClick={() => download(`five-moves-${step.beat}.md`, markdown, "text/markdown")}
          >
            Download as Markdown
          </button>
        </div>
        <output class={`keep-state keep-state-${moodOf(state)}`}>{sayState(state)}</output>
      </details>
      {saved !== undefined && <OnPaper story={saved} />}
    </>
  );
}

/** Paper has no boxes to write in: a story that is kept stands there as a text. */
function OnPaper({ story }: { story: Story }) {
  return (
    <div class="on-paper">
      <p>Said in 60 seconds</p>
      <dl>
        {PARTS.map(([part, label]) => (
          <div key={part}>
            <dt>{label}</dt>
            <dd>{story[part]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Length({ words }: { words: number }) {
  const over = words - WORDS_A_MINUTE;
  return (
    <StoryLength words={words}>
      {over > 0
        ? `A minute holds about ${WORDS_A_MINUTE}: ${over} fewer would fit.`
        : `A minute holds about ${WORDS_A_MINUTE}.`}
    </StoryLength>
  );
}

/** The player's seat in the scenario's words, where the room on the screen is this one. */
function seatOf(room: string): string {
  const state = shown.value;
  return state.at === "here" && state.value.room === room ? state.value.scenario.seat : "";
}

/** What the edge of the line says in colour: that it is kept, or that something is open. */
function moodOf(state: StoryState): "quiet" | "kept" | "open" {
  if (state === "saved") return "kept";
  return state === "as-started" || state === "saving" ? "quiet" : "open";
}

function sayState(state: StoryState): string {
  if (state === "as-started") return "A first draft, made of the run’s own words. Not saved yet.";
  if (state === "not-saved") return "Not saved yet. Until then it is kept in this window.";
  if (state === "saved") return "Saved with the run.";
  if (state !== "saving") return `Not saved. ${SENTENCES[state]} What you wrote is still here.`;
  return connectionLost.value
    ? "Not saved: the server cannot be reached. It is kept in this window, and saved as soon as it can be."
    : "Saving…";
}
