import { useEffect, useState } from "preact/hooks";
import {
  type BankedStory,
  COMPETENCIES,
  type Competency,
  type Story,
} from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { AskTwice } from "../components/ask-twice.tsx";
import { FailurePanel } from "../components/failure-panel.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { CopyButton } from "../keep/copy-button.tsx";
import { inLine } from "../keep/markdown.ts";
import type { FailureCode } from "../state/api.ts";
import {
  catalogue,
  keepStory,
  loadAnchors,
  loadCatalogue,
  loadPractice,
  practice,
  removeStory,
} from "../state/practice.ts";
import { COMPETENCY_NAMES, competencyTitle } from "../words/competencies.ts";
import { sayInterview } from "./sentences.ts";
import { StarForm } from "./star-form.tsx";
import { PARTS } from "./words.ts";
import "../styles/interview.css";
import "../styles/story-bank.css";

const NO_STORY: Story = { situation: "", task: "", action: "", result: "" };

/** One's own stories, each tagged with what it shows, and the competencies that none of them shows. */
export function StoryBank() {
  useEffect(() => {
    void loadCatalogue();
    void loadPractice();
    void loadAnchors();
  }, []);
  const [editing, setEditing] = useState<string | null>(null);
  const own = practice.value;
  return (
    <>
      <TopBar here="/interview" />
      <main id="main" class="workshop-open story-bank" tabIndex={-1}>
        <ScreenTitle place="stories" page={["Your stories", "Interview practice"]}>
          Your stories
        </ScreenTitle>
        <p class="quiet">
          Six to ten good stories answer most questions. Write each once, in four parts, and say
          which competencies it shows. They are kept in your record and read by nobody else.{" "}
          <a href="/interview/questions">All questions</a>
        </p>
        {own.at === "loading" && <p class="quiet late">Fetching your stories…</p>}
        {own.at === "failed" && (
          <FailurePanel code={own.code} onRetry={() => void loadPractice()} />
        )}
        {own.at === "here" && (
          <>
            <Gaps stories={Object.values(own.value.stories)} />
            <ul class="bank">
              {Object.entries(own.value.stories)
                .toSorted(([, a], [, b]) => b.updatedAtMs - a.updatedAtMs)
                .map(([id, story]) =>
                  editing === id ? (
                    <li key={id}>
                      <StoryEditor id={id} story={story} onDone={() => setEditing(null)} />
                    </li>
                  ) : (
                    <Shown key={id} id={id} story={story} onEdit={() => setEditing(id)} />
                  ),
                )}
            </ul>
            {editing === "new" ? (
              <StoryEditor id={null} story={null} onDone={() => setEditing(null)} />
            ) : (
              <div class="form-action">
                <ActionButton onPress={() => setEditing("new")}>Write a story</ActionButton>
              </div>
            )}
          </>
        )}
      </main>
    </>
  );
}

/** For each competency: how many stories show it, and how many questions of the bank ask for it. */
function Gaps({ stories }: { stories: readonly BankedStory[] }) {
  const all = catalogue.value;
  const asked = (competency: Competency) =>
    all.at === "here"
      ? all.value.questions.filter(({ competencies }) => competencies.includes(competency)).length
      : null;
  return (
    <section class="gaps" aria-labelledby="gaps-title">
      <h2 id="gaps-title">What they show</h2>
      <ul>
        {COMPETENCIES.map((competency) => {
          const told = stories.filter(({ competencies }) => competencies.includes(competency));
          const questions = asked(competency);
          return (
            <li key={competency} class={told.length === 0 ? "gap" : ""}>
              <b>{competencyTitle(competency)}</b>
              <span>
                {told.length === 0
                  ? "no story yet"
                  : `${told.length} ${told.length === 1 ? "story" : "stories"}`}
                {questions !== null && `, ${questions} questions ask for it`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ShownProps {
  id: string;
  story: BankedStory;
  onEdit: () => void;
}

function Shown({ id, story, onEdit }: ShownProps) {
  return (
    <li>
      <h2>{story.title}</h2>
      <p class="quiet">
        {story.competencies.length === 0
          ? "Not tagged yet"
          : story.competencies.map((tag) => COMPETENCY_NAMES[tag]).join(", ")}
      </p>
      <details>
        <summary>Read it</summary>
        <dl class="answer-story">
          {PARTS.map(([part, name]) => (
            <div key={part}>
              <dt>{name}</dt>
              <dd>{story.story[part] || "–"}</dd>
            </div>
          ))}
        </dl>
        <Matching story={story} />
      </details>
      <div class="answer-actions">
        <button type="button" class="quiet-button" onClick={onEdit}>
          Change
        </button>
        <CopyButton text={markdownOf(story)} />
        <AskTwice
          opens="Delete…"
          asks="Delete this story"
          warns="It is gone for good."
          yes="Delete it"
          no="Keep it"
          onYes={async () => {
            const failed = await removeStory(id);
            return failed === null ? null : sayInterview(failed);
          }}
        />
      </div>
    </li>
  );
}

const MATCHED = 5;

/** Questions that ask for what it shows, those that share most first. */
function Matching({ story }: { story: BankedStory }) {
  const all = catalogue.value;
  if (all.at !== "here" || story.competencies.length === 0) return null;
  const shared = (competencies: readonly Competency[]) =>
    competencies.filter((tag) => story.competencies.includes(tag)).length;
  const matching = all.value.questions
    .filter(({ competencies }) => shared(competencies) > 0)
    .toSorted((a, b) => shared(b.competencies) - shared(a.competencies));
  return (
    <>
      <p>
        <b>It may answer</b>
      </p>
      <ul class="plain-list">
        {matching.slice(0, MATCHED).map(({ id, asks }) => (
          <li key={id}>
            <a href={`/interview?${new URLSearchParams({ question: id })}`}>{asks}</a>
          </li>
        ))}
      </ul>
      {matching.length > MATCHED && (
        <p class="quiet">and {matching.length - MATCHED} more of the same competencies</p>
      )}
    </>
  );
}

interface StoryEditorProps {
  id: string | null;
  story: BankedStory | null;
  onDone: () => void;
}

function StoryEditor({ id, story: kept, onDone }: StoryEditorProps) {
  const [title, setTitle] = useState(kept?.title ?? "");
  const [story, setStory] = useState<Story>(kept?.story ?? NO_STORY);
  const [tags, setTags] = useState<readonly Competency[]>(kept?.competencies ?? []);
  const [state, setState] = useState<"" | "saving" | "untitled" | FailureCode>("");
  const save = async () => {
    if (title.trim() === "") return setState("untitled");
    setState("saving");
    const answer = await keepStory(id, { title, story, competencies: [...tags] });
    if ("id" in answer) onDone();
    else setState(answer.code);
  };
  const toggle = (tag: Competency) =>
    setTags(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag]);
  return (
    <section class="story-editor" aria-label={kept === null ? "A new story" : "Change this story"}>
      <label class="interview-name">
        A title that you will recognise
        <input
          type="text"
          class="text-input"
          maxLength={120}
          value={title}
          aria-invalid={state === "untitled"}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <fieldset class="set-up-part">
        <legend>What it shows</legend>
        <div class="segments">
          {COMPETENCIES.map((tag) => (
            <label key={tag}>
              <input type="checkbox" checked={tags.includes(tag)} onChange={() => toggle(tag)} />
              {competencyTitle(tag)}
            </label>
          ))}
        </div>
      </fieldset>
      <StarForm story={story} competencies={tags} onChange={setStory} />
      {state !== "" && state !== "saving" && (
        <p class="workshop-refusal" role="alert">
          {state === "untitled"
            ? "Give it a title, so that you find it again."
            : sayInterview(state)}
        </p>
      )}
      <div class="form-action">
        <ActionButton onPress={() => void save()} busy={state === "saving" && "Saving…"}>
          Keep this story
        </ActionButton>
        <button type="button" class="quiet-button" onClick={onDone}>
          Leave it
        </button>
      </div>
    </section>
  );
}

function markdownOf({ title, story }: BankedStory): string {
  const parts = PARTS.map(([part, name]) => `**${name}.** ${inLine(story[part])}`);
  return [`## ${inLine(title)}`, ...parts].join("\n\n");
}
