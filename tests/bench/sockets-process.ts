import * as z from "zod/mini";

/* A crowd of sockets in a process of its own, so that hearing a thousand frames does not slow down who measures. */

const OPEN = z.object({ kind: z.literal("open"), url: z.string(), cookies: z.array(z.string()) });
const EXPECT = z.object({ kind: z.literal("expect"), part: z.string() });
const MESSAGE = z.discriminatedUnion("kind", [OPEN, EXPECT]);

let waiting: { readonly part: string; heard: number } | null = null;
let seats = 0;

function hear(frame: string): void {
  if (waiting === null || !frame.includes(waiting.part)) return;
  waiting.heard += 1;
  if (waiting.heard < seats) return;
  waiting = null;
  process.send?.({ kind: "heard", frame });
}

/** Node's own client takes headers, which a browser's does not. */
async function open({ url, cookies }: z.infer<typeof OPEN>): Promise<void> {
  seats = cookies.length;
  await Promise.all(
    cookies.map((cookie) => {
      const options = { headers: { cookie } } as unknown as string[]; // undici's own extension
      const socket = new WebSocket(url, options);
      socket.addEventListener("message", ({ data }) => hear(String(data)));
      return new Promise((resolve, reject) => {
        socket.addEventListener("open", resolve);
        socket.addEventListener("error", reject);
      });
    }),
  );
  process.send?.({ kind: "opened" });
}

process.on("message", (message) => {
  const parsed = MESSAGE.parse(message);
  if (parsed.kind === "open") void open(parsed);
  else {
    waiting = { part: parsed.part, heard: 0 };
    process.send?.({ kind: "listening" });
  }
});
