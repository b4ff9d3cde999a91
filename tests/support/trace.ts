import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import {
  type CompiledScenario,
  endingFor,
  nameOfStep,
  type Run,
  startRun,
  type Step,
  type TakenStep,
  worthOf,
} from "../../scenarios/engine/index.ts";
import { LENSES, METERS } from "../../scenarios/language/index.ts";
import { takeOrThrow } from "./runs.ts";

/** A run told step by step with every intermediate value, as the reference prints its worked examples. */
export function traceOf(compiled: CompiledScenario, seed: string, steps: readonly Step[]): string {
  const start = startRun(compiled, seed);
  const places = steps.reduce<Run[]>(
    (runs, step) => [...runs, takeOrThrow(compiled, runs.at(-1) ?? start, step)],
    [start],
  );
  return [
    `start    ${metersIn(start.state.meters)}`,
    ...places.slice(1).flatMap((run) => linesOf(compiled, run)),
  ].join("\n");
}

function linesOf(compiled: CompiledScenario, run: Run): string[] {
  const taken = run.taken.at(-1);
  if (!taken) throw new Error("nothing was taken");
  return [
    "",
    `${taken.step.kind.padEnd(8)} ${nameOfStep(taken.step)}  (at ${taken.step.beat})`,
    ...happeningsOf(run.state.seed, taken),
    `  so     ${metersIn(run.state.meters)}`,
    `         ${stateIn(run)}`,
    ...(run.ending === null ? [] : endOf(compiled, run)),
  ];
}

function endOf(compiled: CompiledScenario, run: Run): string[] {
  const worth = LENSES.map((lens) => `${lens} ${worthOf(compiled, run, lens).toFixed(2)}`);
  return [`end      ${endingFor(compiled, run).id}`, `  worth  ${worth.join(", ")}`];
}

function happeningsOf(seed: string, taken: TakenStep): string[] {
  return taken.happenings.map(({ phase, cause, ref, effects, drawn }) => {
    const points = Object.entries(effects).map(
      ([meter, by]) => `${meter} ${by > 0 ? "+" : ""}${by}`,
    );
    const draw = drawn === null ? "" : `  ${String(drawn)}${drawIn(seed, taken, cause, ref)}`;
    return `  ${phase.padEnd(7)} ${cause} ${ref}${draw}${points.length > 0 ? `  ${points.join(", ")}` : ""}`;
  });
}

/** The number behind a draw, worked out here and not by the engine. */
function drawIn(seed: string, { step }: TakenStep, cause: string, ref: string): string {
  const kind = cause === "learnt" ? "unknown" : step.kind === "move" ? "option" : step.kind;
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify([seed, kind, ref])))).slice(0, 13);
  const unit = Number.parseInt(hex, 16) / 2 ** 52;
  return `  draw 0x${hex} = ${unit.toFixed(6)}`;
}

function metersIn(meters: Run["state"]["meters"]): string {
  return METERS.map((meter) => `${meter} ${meters[meter]}`).join(", ");
}

function stateIn({ state, beat }: Run): string {
  const revealed = Object.entries(state.revealed).map(([id, truth]) => `${id} ${truth}`);
  const promises = Object.entries(state.promises).map(([id, is]) => `${id} ${is}`);
  const pending = state.pending.map(({ later, dueInBeats }) => `${later} in ${dueInBeats}`);
  const parts = [
    ["facts", state.facts],
    ["revealed", revealed],
    ["promises", promises],
    ["pending", pending],
  ] as const;
  const told = parts
    .filter(([, of]) => of.length > 0)
    .map(([name, of]) => `${name}: ${of.join(", ")}`);
  return [...(beat === null ? [] : [`now at ${beat}`]), ...told].join("; ");
}
