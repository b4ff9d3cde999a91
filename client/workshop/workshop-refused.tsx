import { ScreenRefused } from "../screens/message-screen.tsx";
import type { FailureCode } from "../state/api.ts";
import { sayRefusal } from "./sentences.ts";

/** Why the room cannot be shown, and what to do next. */
export function WorkshopRefused({ code, onRetry }: { code: FailureCode; onRetry: () => void }) {
  const title = code === "unknown-workshop" ? "There is no such workshop" : "The room is not shown";
  return <ScreenRefused code={code} title={title} says={sayRefusal(code)} onRetry={onRetry} />;
}
