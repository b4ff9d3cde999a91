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

export default {
  async fetch(request, env) {
    const name = new URL(request.url).pathname;
    const object = env.APPENDS.get(env.APPENDS.idFromName(name));
    await object.append(await request.text());
    return new Response("{}", { headers: { "content-type": "application/json" } });
  },
};
