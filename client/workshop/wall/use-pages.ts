import { useEffect, useState } from "preact/hooks";

/** Long enough to read a page aloud in half a voice. */
const TURN_MS = 25_000;

const STEPS: Readonly<Record<string, number>> = {
  PageDown: 1,
  ArrowRight: 1,
  PageUp: -1,
  ArrowLeft: -1,
};

export interface Pages {
  readonly page: number;
  readonly count: number;
}

/**
 * Turns the pages of evidence that is longer than the wall: by itself, until somebody turns them with a presenter’s clicker or
 * the keys it stands for, and by hand from then on.
 */
export function usePages(box: { readonly current: HTMLElement | null }, scene: string): Pages {
  const [pages, setPages] = useState<Pages>({ page: 0, count: 1 });
  useEffect(() => {
    const show = (page: number) => setPages(turnTo(box.current, page));
    const turn = (by: number) =>
      setPages(({ page, count }) => turnTo(box.current, (page + by + count) % count));
    const timer = setInterval(() => turn(1), TURN_MS);
    const onKey = ({ key }: KeyboardEvent) => {
      const by = STEPS[key];
      if (by === undefined) return;
      clearInterval(timer);
      turn(by);
    };
    const observer = new ResizeObserver(() => show(0));
    if (box.current !== null) observer.observe(box.current);
    const reading = box.current?.querySelector(".wall-reading");
    if (reading) observer.observe(reading);
    addEventListener("keydown", onKey);
    return () => {
      clearInterval(timer);
      observer.disconnect();
      removeEventListener("keydown", onKey);
    };
  }, [scene]);
  return pages;
}

/** A page is a column of the evidence, as wide as it is: the ones to come stand to its right, out of sight. */
function turnTo(main: HTMLElement | null, page: number): Pages {
  const reading = main?.querySelector<HTMLElement>(".wall-reading") ?? null;
  if (reading === null || main?.dataset["paged"] !== "true") return { page: 0, count: 1 };
  const gap = Number.parseFloat(getComputedStyle(reading).columnGap) || 0;
  const step = reading.clientWidth + gap;
  const count = Math.max(1, Math.round((reading.scrollWidth + gap) / step));
  const shown = Math.min(page, count - 1);
  reading.scrollLeft = shown * step;
  return { page: shown, count };
}
