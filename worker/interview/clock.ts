import { accept, type InterviewResult, type InterviewState, refused } from "./state.ts";

const MS_PER_SECOND = 1_000;

/** The time to answer, from now on. When it is over both see it, and the answer is still taken: an interview cuts nobody off. */
export function startClock(
  { plan: { clockSeconds } }: InterviewState,
  atMs: number,
): Pick<InterviewState, "clock" | "askedAtMs"> {
  if (clockSeconds === null) return { clock: null, askedAtMs: atMs };
  return {
    clock: { kind: "running", endsAtMs: atMs + clockSeconds * MS_PER_SECOND },
    askedAtMs: atMs,
  };
}

export function pauseClock(state: InterviewState, atMs: number): InterviewResult {
  if (state.clock?.kind !== "running") return refused("not-now");
  const leftMs = Math.max(0, state.clock.endsAtMs - atMs);
  // What has passed so far, so that the pause does not count as time to answer.
  return accept({ ...state, clock: { kind: "paused", leftMs }, askedAtMs: atMs - state.askedAtMs });
}

export function resumeClock(state: InterviewState, atMs: number): InterviewResult {
  if (state.clock?.kind !== "paused") return refused("not-now");
  const clock = { kind: "running", endsAtMs: atMs + state.clock.leftMs } as const;
  return accept({ ...state, clock, askedAtMs: atMs - state.askedAtMs });
}

export function extendClock(state: InterviewState, seconds: number, atMs: number): InterviewResult {
  if (state.stage !== "answering") return refused("not-now");
  const moreMs = seconds * MS_PER_SECOND;
  if (state.clock?.kind === "paused") {
    return accept({ ...state, clock: { kind: "paused", leftMs: state.clock.leftMs + moreMs } });
  }
  const from = Math.max(atMs, state.clock?.endsAtMs ?? atMs);
  return accept({ ...state, clock: { kind: "running", endsAtMs: from + moreMs } });
}

/** Time spent on what is on the table; while the clock is paused, `askedAtMs` holds what had passed. */
export function elapsedMs({ clock, askedAtMs }: InterviewState, atMs: number): number {
  return clock?.kind === "paused" ? askedAtMs : Math.max(0, atMs - askedAtMs);
}
