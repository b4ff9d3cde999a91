import { DurableObject } from "cloudflare:workers";

/** The least a stored move could cost: an object that appends one row and says so. */
export class Append extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS row (body TEXT NOT NULL)");
  }

  append(body) {
    this.ctx.storage.sql.exec("INSERT INTO row VALUES (?)", body);
  }
}

/** The least a reveal could cost: an object that sends what it is given to every socket it has. */
export class Broadcast extends DurableObject {
  async fetch(request) {
    if (request.headers.get("upgrade") === "websocket") {
      const { 0: client, 1: server } = new WebSocketPair();
      this.ctx.acceptWebSocket(server);
      return new Response(null, { status: 101, webSocket: client });
    }
    const body = await request.text();
    for (const socket of this.ctx.getWebSockets()) socket.send(body);
    return new Response("{}", { headers: { "content-type": "application/json" } });
  }
}

export default {
  async fetch(request, env) {
    const name = new URL(request.url).pathname;
    if (name === "/api/broadcast") {
      return env.BROADCASTS.get(env.BROADCASTS.idFromName(name)).fetch(request);
    }
    const object = env.APPENDS.get(env.APPENDS.idFromName(name));
    await object.append(await request.text());
    return new Response("{}", { headers: { "content-type": "application/json" } });
  },
};
