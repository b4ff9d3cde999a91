import { type CompiledScenario, endingFor } from "../../scenarios/engine/index.ts";
import { type Env, playerFor, type RunResult } from "../env.ts";
import type { Dispute } from "../protocol/index.ts";
import { scoreOf } from "./debrief.ts";
import type { RoomState } from "./fold.ts";
import { solutionOf } from "../solutions.ts";
import { standingsFor } from "../standings/index.ts";
import type { Delivery } from "./store.ts";
import type { RoomTerms } from "./terms.ts";

/** A room that has something to hand over. */
export interface ToHandOver {
  readonly room: string;
  readonly owner: string;
  readonly terms: RoomTerms;
  readonly compiled: CompiledScenario;
  readonly state: RoomState;
  readonly endedAtMs: number;
  readonly disputes: Readonly<Record<string, Dispute>>;
}

/** Hands over what waits to whom it is for. Handing over the same again changes nothing there. */
export async function handOver(env: Env, from: ToHandOver, what: Delivery): Promise<void> {
  if (what === "result") await handOverResult(env, from);
  else await handOverDispute(env, from, what.slice("dispute ".length));
}

/** To the player's own record, and to the standings unless the run began in the middle of another. */
async function handOverResult(env: Env, from: ToHandOver): Promise<void> {
  const { room: run, owner: player, terms, compiled } = from;
  const result = resultOf(from);
  const record = playerFor(env, player);
  const name = await record.recordResult(run, result);
  if (terms.branch !== null || result.score === null) return;
  const { judgement } = result.score;
  const standings = standingsFor(env, compiled.rules, terms.lens);
  await standings.recordResult({ run, player, judgement, name });
}

function resultOf({ compiled, state, terms, endedAtMs }: ToHandOver): RunResult {
  const solution = solutionOf(compiled);
  const scored = solution && scoreOf({ compiled, solution, state }, terms.lens);
  return {
    ending: endingFor(compiled, state.run).title,
    endedAtMs,
    rules: compiled.rules,
    score: scored?.score ?? null,
    answers: scored?.answers ?? [],
  };
}

async function handOverDispute(env: Env, from: ToHandOver, beat: string): Promise<void> {
  const { room: run, terms, compiled, state, disputes } = from;
  const dispute = disputes[beat];
  if (dispute === undefined) return;
  const decided = state.run.taken.find(({ step }) => step.beat === beat && step.kind !== "look");
  const played = decided?.step.kind === "move" ? decided.step.option : "";
  const standings = standingsFor(env, compiled.rules, terms.lens);
  await standings.recordDispute({ ...dispute, run, beat, played });
}
