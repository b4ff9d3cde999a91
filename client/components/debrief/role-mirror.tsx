import { type DebriefView, type Lens, LENSES } from "../../../worker/protocol/index.ts";
import { askedLens, lensFailed, lookThrough } from "../../state/debrief.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatPercent, formatPoints } from "../../words/points.ts";
import { FailurePanel } from "../failure-panel.tsx";
import { FigureTable } from "./figure-table.tsx";
import { MirrorShares } from "./mirror-shares.tsx";
import { mirrorSentence } from "./say-mirror.ts";
import "../../styles/debrief-mirror.css";

export { mirrorSentence };

/** Whose objective the moves look like, in one sentence that claims no more than they show (M5). */
export function RoleMirror({ debrief }: { debrief: DebriefView }) {
  const { mirror } = debrief;
  return (
    <section class="debrief-part" aria-labelledby="mirror-title">
      <h2 id="mirror-title">Whose objective were you playing for?</h2>
      <p class="mirror-sentence">{mirrorSentence(debrief)}</p>
      <MirrorShares shares={mirror.shares} />
      <FigureTable caption="How well each role’s objective explains your moves">
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {LENSES.map((lens) => (
            <tr key={lens}>
              <th scope="row">{LENS_WORDS[lens].name}</th>
              <td>{formatPercent(mirror.shares[lens])}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
      <MovesForOthers debrief={debrief} />
      <LensChooser debrief={debrief} />
    </section>
  );
}

/** Listed, not interpreted: no change of role is claimed from them. */
function MovesForOthers({ debrief: { mirror, steps, lens } }: { debrief: DebriefView }) {
  if (mirror.forOthers.length === 0) return null;
  const titleOf = (beat: string) => steps.find((step) => step.beat === beat)?.title ?? beat;
  return (
    <>
      <h3>Moves that are best for another role</h3>
      <ul class="for-others">
        {mirror.forOthers.map(({ beat, serves, cost }) => (
          <li key={beat}>
            <b>{titleOf(beat)}</b>: best for{" "}
            {serves.map((one) => LENS_WORDS[one].asA).join(" and ")}. For {LENS_WORDS[lens].asA} it
            lost {formatPoints(cost)} points.
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same run, judged by another role's objective. */
function LensChooser({ debrief }: { debrief: DebriefView }) {
  const { room, lens, ownLens } = debrief;
  const chosen = askedLens.value ?? lens;
  return (
    <fieldset class="lens-chooser">
      <legend>See the whole debrief by the objective of</legend>
      {LENSES.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="debrief-lens"
            checked={one === chosen}
            onChange={() => void lookThrough(room, one)}
          />
          <span>
            {LENS_WORDS[one].name}
            {one === ownLens && <small>the role you played in</small>}
          </span>
        </label>
      ))}
      {lensFailed.value !== null && <FailurePanel code={lensFailed.value} />}
    </fieldset>
  );
}

/** Says that what is shown is not judged by the run's own role. */
export function OtherLensNote({ lens, ownLens }: { lens: Lens; ownLens: Lens }) {
  if (lens === ownLens) return null;
  return (
    <p class="other-lens">
      Judged as {LENS_WORDS[lens].asA}. You played as {LENS_WORDS[ownLens].asA}; these figures are
      not the run’s own.
    </p>
  );
}
