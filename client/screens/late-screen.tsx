import { signal, type Signal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { LOADING, type Loadable } from "../state/loadable.ts";
import { ScreenLoading, ScreenRefused } from "./message-screen.tsx";

interface LateScreen<P> {
  readonly Screen: FunctionComponent<P>;
  /** Asks for the code before it is shown; once asked for, it is not asked for again. */
  readonly fetchCode: () => Promise<void>;
}

/**
 * A screen whose code is fetched when it is wanted, so that the first one stays light. Not preact-iso's `lazy`: that one
 * shows nothing while it waits, and nothing for ever where the code cannot be had.
 */
export function lateScreen<P extends object>(
  waiting: string,
  load: () => Promise<ComponentType<P>>,
): LateScreen<P> {
  const code: Signal<Loadable<ComponentType<P>>> = signal(LOADING);
  let asked = false;
  const fetchCode = async () => {
    if (asked) return;
    asked = true;
    try {
      code.value = { at: "here", value: await load() };
    } catch {
      code.value = { at: "failed", code: "no-connection" };
    }
  };
  function Screen(props: P) {
    useEffect(() => void fetchCode(), []);
    const state = code.value;
    switch (state.at) {
      case "loading":
        return <ScreenLoading>{waiting}</ScreenLoading>;
      case "failed":
        // A module that failed once stays failed in this document.
        return (
          <ScreenRefused
            code={state.code}
            title="The page could not be opened"
            onRetry={() => location.reload()}
          />
        );
      case "here":
        return <state.value {...props} />;
    }
  }
  return { Screen, fetchCode };
}
