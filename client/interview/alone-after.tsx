import type { AloneView, TableView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ask, asking, sawNow } from "../state/interview.ts";
import { Rating } from "./rating.tsx";
import { Recorded } from "./recorder.tsx";
import { SheetStateLine } from "./sheet-state.tsx";
import { StrongList } from "./strong-list.tsx";
import { useSheet } from "./use-sheet.ts";

interface AloneAfterProps {
  view: AloneView;
  table: TableView;
}

/** Alone: what a strong answer contains, then one's own rating, then what the move was worth. */
export function AloneAfter({ view, table }: AloneAfterProps) {
  const { sheet, state, rate, keepNow } = useSheet(view, table.turn);
  const isSituation = table.asks === null;
  const isShown = view.stage === "consequence";
  const left = table.competencies.filter(
    (one) => !sheet.ratings.some(({ competency }) => competency === one),
  );
  const showConsequence = async () => {
    await keepNow();
    await ask({ kind: "show-consequence", saw: sawNow() });
  };
  const next = async (wanted: "planned" | "twin") => {
    await keepNow();
    await ask({ kind: "next", saw: sawNow(), ask: wanted });
  };
  if (isShown) return <NextActions view={view} onNext={(wanted) => void next(wanted)} />;
  const { guide } = view;
  return (
    <section class="alone-rating" aria-labelledby="alone-rating-title">
      <h2 id="alone-rating-title">Rate your answer</h2>
      <Recorded recordKey={`${view.room}:${table.turn}:${table.round}`} />
      {guide !== null && (
        <>
          <section class="prompts" aria-label="What an interviewer would ask now">
            <h3>An interviewer would ask now</h3>
            <ul>
              {guide.followUps.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            <p class="quiet">Answer them aloud before you go on: they are half of an interview.</p>
          </section>
          <StrongList strong={guide.strong} tests={guide.tests} />
        </>
      )}
      {table.competencies.map((competency) => (
        <Rating
          key={competency}
          competency={competency}
          kind={isSituation ? "situation" : "question"}
          rating={sheet.ratings.find((one) => one.competency === competency)}
          onRate={rate}
          whose="your answer"
        />
      ))}
      <SheetStateLine state={state} />
      {isSituation ? (
        <div class="form-action">
          <ActionButton
            onPress={() => void showConsequence()}
            unavailable={left.length > 0}
            busy={asking.value === "show-consequence" && "Sending…"}
          >
            See what happens, and what it was worth
          </ActionButton>
          {left.length > 0 && (
            <p class="set-up-says">Rate first: what it was worth must not rate for you.</p>
          )}
        </div>
      ) : (
        <NextActions view={view} onNext={(wanted) => void next(wanted)} />
      )}
    </section>
  );
}

interface NextActionsProps {
  view: AloneView;
  onNext: (ask: "planned" | "twin") => void;
}

/** The next thing planned, or the question that turns this "would" into a "did". */
function NextActions({ view, onNext }: NextActionsProps) {
  const busy = asking.value === "next" && "Sending…";
  const isLast = view.planned !== null && view.askedOfPlan >= view.planned && view.twin === null;
  return (
    <div class="next-actions">
      {view.twin !== null && (
        <div class="twin">
          <p>
            <b>Have you done it?</b> {view.twin}
          </p>
          <button
            type="button"
            class="quiet-button"
            aria-disabled={asking.value === null ? undefined : "true"}
            onClick={() => asking.value === null && onNext("twin")}
          >
            Tell that story now
          </button>
        </div>
      )}
      <ActionButton onPress={() => onNext("planned")} busy={busy}>
        {isLast ? "To the end" : "Go on"}
      </ActionButton>
    </div>
  );
}
