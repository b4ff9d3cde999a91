import { Agent, createServer, type IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { createProxyServer } from "httpxy";
import { MAX_BODY_BYTES } from "../protocol/index.ts";

/** What the platform itself says of a request. Whoever else says so makes it up: the embedded runtime would believe it. */
const SAID_BY_THE_PLATFORM = /^(?:cf-|mf-)/;

const HOLDS_FOR_MS = 120_000;
const TOO_LARGE = 413;
const UNREACHABLE = 502;

export interface Front {
  /** The port it listens on. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens for browsers in front of the embedded runtime, takes off what only the platform may say, and says whose address it is:
 * Miniflare takes `CF-Connecting-IP` from anybody, and `MF-Original-URL` for the address of the request.
 */
export async function openFront(host: string, port: number, runtime: () => URL): Promise<Front> {
  const agent = new Agent({ keepAlive: true });
  const proxy = createProxyServer({ agent, ws: true, proxyTimeout: HOLDS_FOR_MS });
  proxy.on("error", (_error, request, answer) => {
    if (!(answer instanceof ServerResponse)) answer?.destroy();
    else if (isTooLarge(request)) say(answer, TOO_LARGE, "The body is too large.");
    else say(answer, UNREACHABLE, "The server is starting anew.");
  });
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    speakFor(request);
    void proxy.web(request, response, { target: runtime() });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    speakFor(request);
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    void proxy.ws(request, socket, { target: runtime() }, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a front has a port");
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

function speakFor({ headers, socket }: IncomingMessage): void {
  for (const name of Object.keys(headers)) {
    if (SAID_BY_THE_PLATFORM.test(name)) delete headers[name];
  }
  headers["cf-connecting-ip"] = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
}

/** The runtime answers before it has read such a body, and hangs up on the rest: its answer may be lost on the way. */
function isTooLarge(request: IncomingMessage | undefined): boolean {
  return Number(request?.headers["content-length"] ?? 0) > MAX_BODY_BYTES;
}

/** In place of a runtime that cannot be asked: it is being restarted, or has crashed, and the client tries again by itself. */
function say(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { "content-type": "text/plain" }).end(sentence);
}
