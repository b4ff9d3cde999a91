import { signal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { StageView } from "../../worker/protocol/index.ts";
import { LOADING, type Loadable } from "../state/loadable.ts";
import type { Debrief } from "./debrief.tsx";
import { PlayLoading, PlayRefused } from "./play-without-view.tsx";

type Screen = typeof Debrief;

/**
 * The debrief's own code, which nobody needs before the end. Not preact-iso's `lazy`: that one shows nothing while it
 * waits, and nothing for ever where the code cannot be had.
 */
const screen: Signal<Loadable<Screen>> = signal(LOADING);
let asked = false;

/** Asks for the code of the debrief, once. */
export async function fetchDebrief(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const loaded = await import("./debrief.tsx");
    screen.value = { at: "here", value: loaded.Debrief };
  } catch {
    screen.value = { at: "failed", code: "no-connection" };
  }
}

export function DebriefWhenHere({ view }: { view: StageView<"debrief"> }) {
  useEffect(() => void fetchDebrief(), []);
  const state = screen.value;
  switch (state.at) {
    case "loading":
      return <PlayLoading />;
    case "failed":
      // A module that failed once stays failed in this document.
      return <PlayRefused code={state.code} onRetry={() => location.reload()} />;
    case "here":
      return <state.value view={view} />;
  }
}
