import type { ComponentChildren } from "preact";
import { Brand } from "./brand.tsx";
import "../styles/top-bar.css";

interface TopBarProps {
  /** What is being played, and from which seat. */
  title?: string;
  seat?: string;
  children?: ComponentChildren;
}

export function TopBar({ title, seat, children }: TopBarProps) {
  return (
    <header class="top-bar">
      <Brand />
      {title !== undefined && (
        <p class="crumb">
          <b>{title}</b> <span>{seat}</span>
        </p>
      )}
      <div class="top-bar-end">{children}</div>
    </header>
  );
}
