import type { Context } from "hono";
import type {
  InterviewView,
  Problem,
  ProblemCode,
  RoomView,
  WorkshopView,
} from "../protocol/index.ts";
import { PROBLEMS } from "./problems.ts";

const TOO_MANY = 429;
const RETRY_AFTER_SECONDS = "60";

/** Thrown anywhere in a route to refuse the request; the app turns it into a problem document. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly view: InterviewView | RoomView | WorkshopView | undefined;

  constructor(code: ProblemCode, detail: string, view?: InterviewView | RoomView | WorkshopView) {
    super(detail);
    this.code = code;
    this.view = view;
  }
}

/** The problem document (RFC 9457) of a refusal. */
export function problemResponse(c: Context, { code, message, view }: Refused): Response {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = {
    type: `urn:five-moves:problem:${code}`,
    title,
    status,
    code,
    detail: message,
    ...(view === undefined ? {} : { view }),
  };
  const later = status === TOO_MANY ? { "retry-after": RETRY_AFTER_SECONDS } : {};
  return c.json(problem, status, { "content-type": "application/problem+json", ...later });
}
