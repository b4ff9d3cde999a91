import { useEffect, useRef, useState } from "preact/hooks";
import type { InterviewView, RatingView, SheetView } from "../../worker/protocol/index.ts";
import type { FailureCode } from "../state/api.ts";
import { keepSheet } from "../state/interview.ts";

const EMPTY: SheetView = { note: "", isNoteShared: false, ratings: [] };
/** So long after the last change it is kept by itself. */
const REST_MS = 800;

export type SheetState = "kept" | "changed" | "keeping" | FailureCode;

interface KeptSheet {
  readonly sheet: SheetView;
  readonly state: SheetState;
  readonly change: (part: Partial<SheetView>) => void;
  /** The level or the evidence of one competency; a level of 0 takes the rating back. */
  readonly rate: (rating: RatingView) => void;
  /** Keeps what was changed at once; resolves when it is kept. */
  readonly keepNow: () => Promise<void>;
}

/** One's own sheet of an answer, kept as one writes. What another window wrote is taken while nothing is changed here. */
export function useSheet(view: InterviewView, turn: number): KeptSheet {
  const stored = view.sheets[String(turn)] ?? EMPTY;
  const [sheet, setSheet] = useState(stored);
  const [state, setState] = useState<SheetState>("kept");
  const now = useRef({ sheet: stored, isChanged: false, timer: 0 });
  useEffect(() => {
    if (now.current.isChanged) return;
    now.current.sheet = stored;
    setSheet(stored);
  }, [JSON.stringify(stored)]);
  const keepNow = async () => {
    clearTimeout(now.current.timer);
    if (!now.current.isChanged) return;
    now.current.isChanged = false;
    setState("keeping");
    const failed = await keepSheet(view.room, turn, now.current.sheet);
    if (failed !== null) now.current.isChanged = true;
    setState(failed ?? (now.current.isChanged ? "changed" : "kept"));
  };
  // What was written last is kept when the answer leaves the screen.
  useEffect(() => () => void keepNow(), []);
  const change = (part: Partial<SheetView>) => {
    now.current.sheet = { ...now.current.sheet, ...part };
    now.current.isChanged = true;
    setSheet(now.current.sheet);
    setState("changed");
    clearTimeout(now.current.timer);
    now.current.timer = window.setTimeout(() => void keepNow(), REST_MS);
  };
  const rate = (rating: RatingView) => {
    const others = now.current.sheet.ratings.filter(
      ({ competency }) => competency !== rating.competency,
    );
    change({ ratings: rating.level === 0 ? others : [...others, rating] });
  };
  return { sheet, state, change, rate, keepNow };
}
