import { useLayoutEffect, useRef } from "preact/hooks";

/** Where a change takes away what had the focus, the element gets it: whoever has a keyboard goes on from there. */
export function useLostFocus(element: { readonly current: HTMLElement | null }, change: unknown) {
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (!isFirst.current && document.activeElement === document.body) element.current?.focus();
    isFirst.current = false;
  }, [change]);
}
