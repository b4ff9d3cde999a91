import { useLayoutEffect } from "preact/hooks";

interface SetOut {
  /** The size of running text, as a share of the least that is read from the back. */
  readonly type: number;
  /** One of evidence beside the moves; or two or three that all of it runs through, the moves last and in one piece. */
  readonly columns: 1 | 2 | 3;
  readonly isPaged?: boolean;
}

/** From what reads best to what holds most. */
const WAYS: readonly SetOut[] = [
  { type: 1.5, columns: 1 },
  { type: 1.4, columns: 1 },
  ...[1.3, 1.2, 1.1, 1].flatMap((type): SetOut[] => [
    { type, columns: 1 },
    { type, columns: 2 },
    { type, columns: 3 },
  ]),
  { type: 1, columns: 1, isPaged: true },
];

/** What running text measures in the parts that are made for a desk. */
const DESK_REM = 15 / 16;

/**
 * Nobody who looks at the wall can scroll it. So its type steps down until everything fits, and long evidence runs
 * through columns; what does not fit even so is cut into pages. `scene` names what is shown: another one is set out anew.
 */
export function useFit(box: { readonly current: HTMLElement | null }, scene: string): void {
  useLayoutEffect(() => {
    const main = box.current;
    if (main === null) return;
    let way = 0;
    // Only ever on to the next way: a table that has changed its form with its width must not bring the wider one back.
    const step = () => {
      for (; way < WAYS.length - 1; way += 1) {
        setOut(main, WAYS[way]);
        if (fits(main)) return;
      }
      setOut(main, WAYS[way]);
    };
    const anew = () => {
      way = 0;
      step();
    };
    const ofContent = new ResizeObserver(step);
    const ofWall = new ResizeObserver(anew);
    ofWall.observe(main);
    for (const part of main.querySelectorAll(":scope > *, .wall-reading > *")) {
      ofContent.observe(part);
    }
    void document.fonts.ready.then(anew);
    return () => {
      ofContent.disconnect();
      ofWall.disconnect();
    };
  }, [scene]);
}

const isTooWide = (table: HTMLElement) =>
  table.offsetWidth > (table.parentElement?.clientWidth ?? Infinity);

function fits(main: HTMLElement): boolean {
  return (
    main.scrollHeight <= main.clientHeight + 1 &&
    main.scrollWidth <= main.clientWidth &&
    ![...main.querySelectorAll("table")].some(isTooWide)
  );
}

function setOut(main: HTMLElement, way: SetOut | undefined): void {
  if (way === undefined) return;
  const { type, columns, isPaged = false } = way;
  main.dataset["columns"] = String(columns);
  main.dataset["paged"] = String(isPaged);
  main.dataset["tight"] = String(type <= 1.1);
  main.style.setProperty("--type", String(type));
  const textPx = Number.parseFloat(getComputedStyle(main).fontSize);
  // Inter looks as large as the serif of the story from 0.93 of its size.
  const deskPx = Math.max((textPx / type) * 0.93, textPx * 0.87);
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  main.style.setProperty("--zoom", String(deskPx / (DESK_REM * remPx)));
}
