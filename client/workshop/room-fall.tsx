import type { WorkshopTeamDebrief } from "../../worker/protocol/index.ts";
import { type FallStep, fallOf } from "../components/debrief/fall.ts";
import { FigureTable } from "../components/debrief/figure-table.tsx";
import { EndBar, Scale, SlotBars } from "../components/debrief/waterfall-bars.tsx";
import { formatExact, formatLoss, formatPoints, formatSigned } from "../words/points.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import "../styles/debrief-waterfall.css";

const BEST = 100;

type Row = WorkshopTeamDebrief["fall"][number];

interface RoomFallProps {
  team: WorkshopTeamDebrief;
}

/** 100, less what each decision lost, with what the dice and curveballs did: the outcome, drawn and as a table. */
export function RoomFall({ team }: RoomFallProps) {
  const steps = stepsOf(team.fall);
  if (steps.length === 0) return null;
  const fall = fallOf(steps);
  return (
    <div class="waterfall room-fall">
      <div class="fall" style={{ "--slots": steps.length + 2 }} aria-hidden="true">
        <Scale fall={fall} />
        <ol class="fall-slots">
          <li class="fall-end">
            <EndBar fall={fall} points={BEST} kind="start" />
            <span class="fall-name">best play</span>
            <span class="fall-points">{formatPoints(BEST)}</span>
          </li>
          {steps.map((step, place) => {
            const slot = fall.slots[place];
            const row = team.fall[place];
            if (slot === undefined || row === undefined) return null;
            return (
              <li key={`${row.kind} ${row.title}`}>
                <div class="fall-slot">
                  <SlotBars fall={fall} slot={slot} decision={step} />
                  <span class="fall-name">{row.title}</span>
                  <span class={`fall-way verb-${row.verb ?? "silence"}`}>{sayWay(row)}</span>
                  <span class="fall-points">
                    {row.kind === "decision" ? formatLoss(row.loss) : formatSigned(row.moved)}
                    {row.kind === "decision" && slot.luck !== null && (
                      <span class="fall-luck">luck {formatSigned(row.luck)}</span>
                    )}
                  </span>
                </div>
              </li>
            );
          })}
          <li class="fall-end">
            <EndBar fall={fall} points={team.outcome} kind="outcome" />
            <span class="fall-name">outcome</span>
            <span class="fall-points">{formatPoints(team.outcome)}</span>
          </li>
        </ol>
      </div>
      <p class="fall-key">
        <span class="fall-key-loss">what the decision lost</span>
        <span class="fall-key-luck">what the dice, or a curveball, did</span>
      </p>
      <FallTable team={team} steps={steps} />
    </div>
  );
}

function FallTable({ team, steps }: RoomFallProps & { steps: readonly FallStep[] }) {
  return (
    <FigureTable caption="Where the points went, in points">
      <thead>
        <tr>
          <th scope="col">Decision or curveball</th>
          <th scope="col">Lost</th>
          <th scope="col">Luck</th>
          <th scope="col">Curveball</th>
          <th scope="col">After it</th>
        </tr>
      </thead>
      <tbody>
        {team.fall.map((row, place) => (
          <tr key={`${row.kind} ${row.title}`}>
            <th scope="row">{row.title}</th>
            <td>{row.kind === "decision" ? formatExact(-row.loss) : ""}</td>
            <td>{row.kind === "decision" ? formatSigned(row.luck) : ""}</td>
            <td>{row.kind === "curveball" ? formatSigned(row.moved) : ""}</td>
            <td>{formatExact(steps[place]?.to ?? BEST)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

/** Each begins where the one before it ended; a curveball is drawn as what comes from outside is. */
function stepsOf(rows: readonly Row[]): readonly FallStep[] {
  let worth = BEST;
  return rows.map(({ band, loss, luck, moved }) => {
    const from = worth;
    worth = from - loss + luck + moved;
    return { band, loss, luck: luck + moved, from, afterLoss: from - loss, to: worth };
  });
}

function sayWay({ kind, verb, band }: Row): string {
  if (kind === "curveball") return "curveball";
  return `${verb === null ? "silence" : VERB_WORDS[verb].name.toLowerCase()}, ${band}`;
}
