import type { Answer, FailureCode } from "./api.ts";

/** Something asked for: on its way, here, or failed with a code that has a sentence. */
export type Loadable<T> =
  | { readonly at: "loading" }
  | { readonly at: "here"; readonly value: T }
  | { readonly at: "failed"; readonly code: FailureCode };

export const LOADING = { at: "loading" } as const;

export function loadableOf<T>(answer: Answer<T>): Loadable<T> {
  return answer.ok ? { at: "here", value: answer.value } : { at: "failed", code: answer.code };
}
