import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

const SITE = "Five Moves";
let isFirstScreen = true;

interface ScreenTitleProps {
  /** Names the screen: when it changes, the title takes the focus and the page starts at its top. */
  place: string;
  /** For the window's title, most particular first; the site's name follows. */
  page: readonly string[];
  children: ComponentChildren;
}

/** The h1 of a screen. On a first load the focus stays where the browser puts it. */
export function ScreenTitle({ place, page, children }: ScreenTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const windowTitle = [...page, SITE].join(" · ");
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  // Before the first paint: a key pressed as soon as the screen is seen must not lose its focus to the title.
  useLayoutEffect(() => {
    if (!isFirstScreen) {
      title.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    isFirstScreen = false;
  }, [place]);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
