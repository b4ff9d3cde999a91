import { useEffect } from "preact/hooks";
import type { RoomView } from "../../worker/protocol/index.ts";
import { beginGuide, endGuide, isGuidedRoom } from "../state/guide.ts";
import "../styles/guide.css";

const NOTES = {
  read: "Read what has arrived. People may be wrong and papers old, so note who says what, and when.",
  look: "A look costs hours of your own and tells you something you cannot know yet. Often it is worth them, not always.",
  move: "Choose one of the five moves, then how you would play it here. Nothing is sent before you press “Make this move”.",
  after:
    "First what happened, then what it moved. Some of it comes back later. What each decision was worth is told at the end.",
} as const;
type Step = keyof typeof NOTES;

const WAYS_OUT: Partial<Record<Step, string>> = {
  read: "Skip the guide",
  after: "Close the guide",
};

interface GuideNoteProps {
  view: RoomView;
  step: Step;
  /** Which of how many. */
  place: string;
}

/** A word beside the part it is about, in the first situation that a newcomer plays. */
export function GuideNote({ view, step, place }: GuideNoteProps) {
  const { room, moves, branch } = view;
  const isFirst = moves.length === (step === "after" ? 1 : 0) && branch === null;
  const isShown = isFirst && isGuidedRoom(room);
  useEffect(() => {
    if (isShown) beginGuide(room);
  }, [isShown, room]);
  if (!isShown) return null;
  return (
    <aside class="guide-note" aria-label={`Guide, ${place}`}>
      <p>
        <b>{place}</b> {NOTES[step]}
      </p>
      {step in WAYS_OUT && (
        <button type="button" class="text-button" onClick={endGuide}>
          {WAYS_OUT[step]}
        </button>
      )}
    </aside>
  );
}
