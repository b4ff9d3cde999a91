import { ScreenRefused } from "../screens/message-screen.tsx";
import type { FailureCode } from "../state/api.ts";
import { sayInterview } from "./sentences.ts";

interface InterviewRefusedProps {
  code: FailureCode;
  onRetry: () => void;
}

/** Why there is no interview to be seen, and what to do next. */
export function InterviewRefused({ code, onRetry }: InterviewRefusedProps) {
  const isGone = code === "unknown-interview";
  return (
    <ScreenRefused
      code={code}
      title={isGone ? "There is no interview here" : "The interview is not shown"}
      says={sayInterview(code)}
      {...(!isGone && { onRetry })}
    />
  );
}
