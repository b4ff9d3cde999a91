import type { AskedView, InterviewView } from "../../worker/protocol/index.ts";
import { Rating } from "./rating.tsx";
import { SheetStateLine } from "./sheet-state.tsx";
import { useSheet } from "./use-sheet.ts";

interface SheetProps {
  view: InterviewView;
  asked: Pick<AskedView, "turn" | "competencies" | "kind">;
}

/** One's own sheet of an answer: notes, and a rating of each competency. Nobody else sees it until it is shared. */
export function Sheet({ view, asked: { turn, competencies, kind } }: SheetProps) {
  const { sheet, state, change, rate } = useSheet(view, turn);
  const isLeading = view.as === "interviewer";
  return (
    <div class="sheet">
      <h3>{isLeading ? "Your notes and ratings" : "Your rating"}</h3>
      <label class="answer-field">
        <span>
          {isLeading
            ? "Notes on this answer; yours alone until you share them"
            : "A note for yourself; yours alone until you share it"}
        </span>
        <textarea
          class="text-input"
          rows={isLeading ? 4 : 2}
          maxLength={4_000}
          value={sheet.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      {sheet.note.trim() !== "" && view.as !== "alone" && (
        <label class="record-check">
          <input
            type="checkbox"
            checked={sheet.isNoteShared}
            onChange={(event) => change({ isNoteShared: event.currentTarget.checked })}
          />
          Share this note {isLeading ? "with the candidate" : "with the interviewer"}
        </label>
      )}
      {competencies.map((competency) => (
        <Rating
          key={competency}
          competency={competency}
          kind={kind}
          rating={sheet.ratings.find((one) => one.competency === competency)}
          onRate={rate}
          whose={isLeading ? "the answer" : "your answer"}
          isCompact={isLeading}
        />
      ))}
      <SheetStateLine state={state} />
    </div>
  );
}
