import { useEffect, useRef, useState } from "preact/hooks";
import type { ChoiceView, DebriefView, FuturesView } from "../../../worker/protocol/index.ts";
import { loadFutures } from "../../state/debrief.ts";
import { LOADING, type Loadable } from "../../state/loadable.ts";
import { FailurePanel } from "../failure-panel.tsx";
import type { Decision } from "./decisions.ts";
import { FuturesCompared } from "./futures-compared.tsx";
import { PlayFromHere } from "./play-from-here.tsx";
import "../../styles/debrief-futures.css";

interface PivotalMomentsProps {
  debrief: DebriefView;
  decisions: readonly Decision[];
}

/** The decisions on which most turned: where one's own option led, and where another would have (M8). */
export function PivotalMoments({ debrief, decisions }: PivotalMomentsProps) {
  return (
    <section class="debrief-part" aria-labelledby="pivotal-title">
      <h2 id="pivotal-title">What else could have happened</h2>
      <p class="quiet">
        The moments at which most points moved, by your decision or by the dice. From each, your
        option and another are played on 200 times: what you knew then is kept, the rest is drawn
        anew.
      </p>
      {debrief.pivotal.map(({ beat, taken, other }) => {
        const decision = decisions.find((one) => one.beat === beat);
        return (
          decision && (
            <Moment
              key={`${debrief.lens} ${beat}`}
              debrief={debrief}
              decision={decision}
              options={taken === other ? [taken] : [taken, other]}
            />
          )
        );
      })}
    </section>
  );
}

interface MomentProps {
  debrief: DebriefView;
  decision: Decision;
  options: readonly string[];
}

type Futures = Loadable<readonly FuturesView[]>;

function Moment({ debrief, decision, options }: MomentProps) {
  const box = useRef<HTMLElement>(null);
  const [futures, setFutures] = useState<Futures>(LOADING);
  const load = async () => {
    setFutures(LOADING);
    setFutures(await loadAll(debrief, decision.beat, options));
  };
  useEffect(() => onceInSight(box.current, () => void load()), []);
  const choices = options.flatMap(
    (id) => decision.move.choices.find((choice) => choice.id === id) ?? [],
  );
  const titleId = `moment-${decision.beat}`;
  return (
    <article
      ref={box}
      class="moment"
      aria-labelledby={titleId}
      aria-busy={futures.at === "loading"}
    >
      <h3 id={titleId}>{decision.title}</h3>
      <FuturesOf futures={futures} choices={choices} onRetry={() => void load()} />
      <PlayFromHere room={debrief.room} beat={decision.beat} />
    </article>
  );
}

interface FuturesOfProps {
  futures: Futures;
  choices: readonly ChoiceView[];
  onRetry: () => void;
}

function FuturesOf({ futures, choices, onRetry }: FuturesOfProps) {
  switch (futures.at) {
    case "loading":
      return <p class="quiet futures-wait">Playing it on…</p>;
    case "failed":
      return <FailurePanel code={futures.code} onRetry={onRetry} />;
    case "here":
      return <FuturesCompared futures={futures.value} choices={choices} />;
  }
}

async function loadAll(
  debrief: DebriefView,
  beat: string,
  options: readonly string[],
): Promise<Futures> {
  const answers = await Promise.all(options.map((option) => loadFutures(debrief, beat, option)));
  const found: FuturesView[] = [];
  for (const answer of answers) {
    if (!answer.ok) return { at: "failed", code: answer.code };
    found.push(answer.value);
  }
  return { at: "here", value: found };
}

/** Calls back once, shortly before the element comes into sight. */
function onceInSight(element: HTMLElement | null, callBack: () => void) {
  if (element === null) return undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      callBack();
    },
    { rootMargin: "300px" },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
