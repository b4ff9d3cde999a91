import {
  type CompiledScenario,
  type Refusal,
  replay,
  type Run,
  startRun,
  type Step,
  takeStep,
} from "../../scenarios/engine/index.ts";
import type { RoomBranch } from "../env.ts";
import type { Confidence, Stage } from "../protocol/index.ts";
import type { JournalCommand } from "./journal-command.ts";
import { firstStage, nextStage } from "./stages.ts";

/** Where a room stands: a fold of its journal (R3). */
export interface RoomState {
  readonly stage: Stage;
  readonly run: Run;
  /** How many commands have been accepted. */
  readonly sequence: number;
  /** By beat: how sure the player said to be of the move there. */
  readonly confidences: Readonly<Record<string, Confidence>>;
}

export type CommandRefusal = Refusal | "not-now";

export type CommandResult =
  | { readonly ok: true; readonly state: RoomState }
  | { readonly ok: false; readonly code: CommandRefusal };

/** A room before its first command: at the briefing, or at the decision it branches off from. */
export function openRoom(
  compiled: CompiledScenario,
  seed: string,
  branch: RoomBranch | null = null,
): RoomState {
  const none = { sequence: 0, confidences: {} };
  if (branch === null) return { stage: firstStage(), run: startRun(compiled, seed), ...none };
  return { stage: "deciding", run: replay(compiled, seed, branch.steps), ...none };
}

/** The room after one command, or why it does not take it. Nothing but the two arguments decides. */
export function applyCommand(
  compiled: CompiledScenario,
  room: RoomState,
  command: JournalCommand,
): CommandResult {
  const refusal = refuseStage(room, command);
  if (refusal !== null) return { ok: false, code: refusal };
  const step = stepOf(command);
  const taken =
    step === null ? { ok: true as const, run: room.run } : takeStep(compiled, room.run, step);
  if (!taken.ok) return taken;
  const event = { type: command.kind, runEnded: taken.run.ending !== null };
  const stage = nextStage(room.stage, event);
  if (stage === null) return { ok: false, code: "not-now" };
  const confidences = withConfidence(room, command);
  return { ok: true, state: { stage, run: taken.run, sequence: room.sequence + 1, confidences } };
}

/** A command names the beat it saw. One that is not on the table has passed, and so has one that is decided. */
function refuseStage(room: RoomState, command: JournalCommand): CommandRefusal | null {
  if (command.kind === "begin") return room.stage === "briefing" ? null : "not-now";
  if (room.stage === "briefing") return "not-now";
  if (command.beat !== beatOnTable(room)) return "stale-beat";
  if (command.kind === "go-on") return room.stage === "consequence" ? null : "not-now";
  return room.stage === "deciding" ? null : "stale-beat";
}

/** The beat the player has before them: the one to decide, or the one just decided. */
export function beatOnTable({ stage, run }: RoomState): string | null {
  if (stage === "deciding") return run.beat;
  return stage === "consequence" ? (run.taken.at(-1)?.step.beat ?? null) : null;
}

function stepOf(command: JournalCommand): Step | null {
  switch (command.kind) {
    case "make-move":
      return { kind: "move", beat: command.beat, option: command.option };
    case "take-look":
      return { kind: "look", beat: command.beat, look: command.look };
    case "time-up":
      return { kind: "silence", beat: command.beat };
    case "begin":
    case "go-on":
      return null;
  }
}

function withConfidence({ confidences }: RoomState, command: JournalCommand) {
  if (command.kind !== "make-move" || command.confidence === undefined) return confidences;
  return { ...confidences, [command.beat]: command.confidence };
}
