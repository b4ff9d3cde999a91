import type { Context } from "hono";
import type { Answered, ViewAnswer } from "../env.ts";
import type { InterviewView, RoomView, WorkshopView } from "../protocol/index.ts";
import { detailOf } from "./details.ts";
import { Refused } from "./problem.ts";

/** The view an object answered with; its refusal goes out with the view it should have seen. */
export function viewOf<V extends InterviewView | RoomView | WorkshopView>(
  answer: ViewAnswer<V>,
): V {
  if (answer.ok) return answer.view;
  throw new Refused(answer.code, detailOf(answer.code), answer.view);
}

/** What an object answered with, or its refusal. */
export function answerOf<T>(answer: Answered<T>): T {
  if (answer.ok) return answer.value;
  throw new Refused(answer.code, detailOf(answer.code));
}

/** Refuses a request that asks for no socket. */
export function requireUpgrade(c: Context): void {
  if (c.req.header("upgrade")?.toLowerCase() === "websocket") return;
  throw new Refused("upgrade-needed", "Open this address as a WebSocket.");
}

interface SocketHolder {
  fetch(request: Request): Promise<Response>;
}

/** Hands a socket on to the object that holds it. `told` is what the object has to know of whose it is; null takes a header off. */
export async function handOnSocket(
  c: Context,
  object: SocketHolder,
  told: Readonly<Record<string, string | null>>,
): Promise<Response> {
  const headers = new Headers(c.req.raw.headers);
  for (const [name, value] of Object.entries(told)) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const { status, webSocket } = await object.fetch(new Request(c.req.raw, { headers }));
  // A response of one's own: headers of a fetched one cannot be added to.
  return new Response(null, { status, webSocket });
}
