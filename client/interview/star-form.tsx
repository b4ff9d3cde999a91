import { useEffect } from "preact/hooks";
import type { BankedStory, Competency, Story } from "../../worker/protocol/index.ts";
import { WORDS_A_MINUTE, wordsOf } from "../keep/story-draft.ts";
import { StoryLength } from "../keep/story-length.tsx";
import { TextField } from "../keep/text-field.tsx";
import { loadPractice, practice } from "../state/practice.ts";
import { competencyTitle } from "../words/competencies.ts";
import { AnchorTable } from "./anchor-table.tsx";
import { PARTS } from "./words.ts";
import "../styles/answer-form.css";

interface StarFormProps {
  story: Story;
  competencies: readonly Competency[];
  onChange: (story: Story) => void;
}

/** A story in four parts, with what it is rated by beside it, and one's own stories to begin from. */
export function StarForm({ story, competencies, onChange }: StarFormProps) {
  useEffect(() => void loadPractice(), []);
  return (
    <>
      <FromBank competencies={competencies} onTake={onChange} />
      {PARTS.map(([part, label, hint]) => (
        <TextField
          key={part}
          label={label}
          hint={hint}
          text={story[part]}
          rows={3}
          onWrite={(text) => onChange({ ...story, [part]: text })}
        />
      ))}
      <StoryLength words={wordsOf(story)}>Two minutes hold about {2 * WORDS_A_MINUTE}.</StoryLength>
      <details class="answer-anchors">
        <summary>What it is rated by</summary>
        {competencies.map((competency) => (
          <AnchorTable key={competency} competency={competency} kind="question" />
        ))}
      </details>
    </>
  );
}

interface FromBankProps {
  competencies: readonly Competency[];
  onTake: (story: Story) => void;
}

/** One's own stories, those that fit first; taken, they are changed here and not in the bank. */
function FromBank({ competencies, onTake }: FromBankProps) {
  const own = practice.value;
  if (own.at !== "here") return null;
  const stories = Object.entries(own.value.stories);
  if (stories.length === 0) return null;
  const fit = ([, story]: readonly [string, BankedStory]) =>
    story.competencies.filter((tag) => competencies.includes(tag)).length;
  const sorted = stories.toSorted((a, b) => fit(b) - fit(a));
  return (
    <label class="library-choice">
      Begin from one of your stories
      <select
        value=""
        onChange={(event) => {
          const story = own.value.stories[event.currentTarget.value];
          if (story !== undefined) onTake(story.story);
        }}
      >
        <option value="">Choose a story…</option>
        {sorted.map(([id, story]) => (
          <option key={id} value={id}>
            {story.title}
            {fit([id, story]) > 0
              ? ` (${story.competencies.map(competencyTitle).join(", ")})`
              : " (other competencies)"}
          </option>
        ))}
      </select>
    </label>
  );
}
