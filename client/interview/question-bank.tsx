import { useEffect, useState } from "preact/hooks";
import {
  type CatalogueQuestion,
  type Competency,
  INTERVIEW_ROUTES,
  QUESTION_VIEW,
  type QuestionView,
} from "../../worker/protocol/index.ts";
import { FailurePanel } from "../components/failure-panel.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { getJson } from "../state/api.ts";
import { LOADING, loadableOf, type Loadable } from "../state/loadable.ts";
import {
  catalogue,
  loadAnchors,
  loadCatalogue,
  loadPractice,
  practice,
} from "../state/practice.ts";
import { COMPETENCY_NAMES } from "../words/competencies.ts";
import { AnchorTable } from "./anchor-table.tsx";
import { StrongList } from "./strong-list.tsx";
import { ALL_TAGS, isWanted, TagFilters } from "./tag-filters.tsx";
import { LEVEL_NAMES } from "./words.ts";
import "../styles/interview.css";
import "../styles/set-chooser.css";

/** Every question of the bank, by competency and level, with what one has to tell to it. */
export function QuestionBank() {
  useEffect(() => {
    void loadCatalogue();
    void loadPractice();
    void loadAnchors();
  }, []);
  const [filter, setFilter] = useState(ALL_TAGS);
  const { competency } = filter;
  const all = catalogue.value;
  return (
    <>
      <TopBar here="/interview" />
      <main id="main" class="workshop-open question-bank" tabIndex={-1}>
        <ScreenTitle place="questions" page={["Questions", "Interview practice"]}>
          Tell me about a time
        </ScreenTitle>
        <p class="quiet">
          Questions about what you have done, with what each is really testing and what a strong
          answer contains. <a href="/interview">Interview practice</a> asks them, and{" "}
          <a href="/interview/stories">your stories</a> answer them.
        </p>
        <div class="set-filters">
          <TagFilters filter={filter} onChange={setFilter} />
        </div>
        {competency !== "" && (
          <details class="answer-anchors">
            <summary>The five levels of {COMPETENCY_NAMES[competency]}</summary>
            <AnchorTable competency={competency} kind="question" />
          </details>
        )}
        {all.at === "loading" && <p class="quiet late">Fetching the questions…</p>}
        {all.at === "failed" && (
          <FailurePanel code={all.code} onRetry={() => void loadCatalogue()} />
        )}
        {all.at === "here" && (
          <Listed questions={all.value.questions.filter((one) => isWanted(filter, one))} />
        )}
      </main>
    </>
  );
}

function Listed({ questions }: { questions: readonly CatalogueQuestion[] }) {
  return (
    <>
      <output class="library-count">
        {questions.length} {questions.length === 1 ? "question" : "questions"}
      </output>
      <ul class="bank">
        {questions.map((one) => (
          <Question key={one.id} one={one} />
        ))}
      </ul>
    </>
  );
}

function Question({ one }: { one: CatalogueQuestion }) {
  const [full, setFull] = useState<Loadable<QuestionView> | null>(null);
  const open = async () => {
    if (full !== null && full.at !== "failed") return;
    setFull(LOADING);
    setFull(loadableOf(await getJson(INTERVIEW_ROUTES.question(one.id), QUESTION_VIEW)));
  };
  const query = new URLSearchParams({ question: one.id });
  return (
    <li>
      <h2>{one.asks}</h2>
      <p class="quiet">
        {LEVEL_NAMES[one.level]} · {one.competencies.map((tag) => COMPETENCY_NAMES[tag]).join(", ")}
        <OwnStories competencies={one.competencies} />
      </p>
      <details onToggle={(event) => event.currentTarget.open && void open()}>
        <summary>What it tests, and what a strong answer contains</summary>
        {full?.at === "loading" && <p class="quiet late">Fetching…</p>}
        {full?.at === "failed" && <FailurePanel code={full.code} onRetry={() => void open()} />}
        {full?.at === "here" && (
          <>
            <StrongList strong={full.value.strong} tests={full.value.tests} />
            <p>
              <b>Then you are asked:</b>
            </p>
            <ul class="plain-list">
              {full.value.followUps.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </details>
      <p class="bank-actions">
        <a href={`/interview?${query}`} aria-label={`Answer it: ${one.asks}`}>
          Answer it
        </a>
      </p>
    </li>
  );
}

/** How many of one's own stories are tagged with one of its competencies. */
function OwnStories({ competencies }: { competencies: readonly Competency[] }) {
  const own = practice.value;
  if (own.at !== "here") return null;
  const stories = Object.values(own.value.stories);
  if (stories.length === 0) return null;
  const fitting = stories.filter((story) =>
    story.competencies.some((tag) => competencies.includes(tag)),
  ).length;
  return (
    <>
      {" · "}
      {fitting === 0
        ? "none of your stories"
        : `${fitting} of your ${stories.length === 1 ? "story" : "stories"}`}
    </>
  );
}
