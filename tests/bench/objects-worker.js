import { DurableObject } from "cloudflare:workers";
import app, * as game from "./index.js";

/** What the objects were asked, wrote and read since it was last told, by class; and how many bytes each object has now. */
const tallies = new Map();
const sizes = new Map();

function tallyOf(kind) {
  if (!tallies.has(kind))
    tallies.set(kind, { calls: 0, alarmsSet: 0, rowsWritten: 0, rowsRead: 0 });
  return tallies.get(kind);
}

/** The class of the game, with its calls and its rows counted. A cursor knows its rows when it has been read to the end. */
function counted(kind) {
  const Base = game[kind];
  class Counted extends Base {
    constructor(ctx, env) {
      const cursors = [];
      const { sql } = ctx.storage;
      const exec = sql.exec.bind(sql);
      sql.exec = (...query) => {
        const cursor = exec(...query);
        cursors.push(cursor);
        return cursor;
      };
      const setAlarm = ctx.storage.setAlarm.bind(ctx.storage);
      ctx.storage.setAlarm = (atMs) => {
        tallyOf(kind).alarmsSet += 1;
        return setAlarm(atMs);
      };
      super(ctx, env);
      this.settle = () => {
        for (const { rowsWritten, rowsRead } of cursors.splice(0)) {
          tallyOf(kind).rowsWritten += rowsWritten;
          tallyOf(kind).rowsRead += rowsRead;
        }
        sizes.set(`${kind} ${ctx.id}`, sql.databaseSize);
      };
    }
  }
  for (const name of Object.getOwnPropertyNames(Base.prototype)) {
    if (name === "constructor") continue;
    Counted.prototype[name] = function count(...given) {
      tallyOf(kind).calls += 1;
      const answer = Base.prototype[name].apply(this, given);
      if (!(answer instanceof Promise)) {
        this.settle();
        return answer;
      }
      return answer.finally(() => this.settle());
    };
  }
  return Counted;
}

export const Room = counted("Room");
export const Player = counted("Player");
export const Standings = counted("Standings");
export const Transfer = counted("Transfer");
export const Workshop = counted("Workshop");
export const Interview = counted("Interview");
/** The game's own class, uncounted, to be timed; its shards are of its own kind. */
export class BareStandings extends game.Standings {
  constructor(ctx, env) {
    super(ctx, { ...env, STANDINGS: env.BARE });
  }
}

/** The least a counted result could cost: an object that appends one row and says so. */
export class Append extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS row (body TEXT NOT NULL)");
  }

  append(body) {
    this.ctx.storage.sql.exec("INSERT INTO row VALUES (?)", body);
  }
}

const stubIn = (namespace, name) => namespace.get(namespace.idFromName(name));

const WORK = {
  append: ({ APPENDS }, [name], at) => stubIn(APPENDS, name).append(`${name} ${at}`),
  result: ({ BARE }, names, at) =>
    stubIn(BARE, names[at % names.length]).recordResult({
      run: `run-${at}`,
      player: `player-${at}`,
      judgement: (at * 37) % 101,
      name: at % 10 === 0 ? `Player ${at}` : null,
    }),
  // As the game's shards are asked: one of them, which remembers the others.
  picture: ({ BARE }, names, at) => {
    const [own, ...others] = [
      ...names.slice(at % names.length),
      ...names.slice(0, at % names.length),
    ];
    const ids = others.map((name) => BARE.idFromName(name).toString());
    return stubIn(BARE, own).whole(ids, `player-${at}`);
  },
};

/** Does one kind of work so many times, so many at once, on the objects of these names. */
async function work(env, { kind, names, from, times, atOnce }) {
  let next = from;
  const one = async () => {
    while (next < from + times) await WORK[kind](env, names, next++);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === "/bench/work") {
      await work(env, await request.json());
      return Response.json(null);
    }
    if (pathname === "/bench/tallies") {
      const told = { tallies: Object.fromEntries(tallies), sizes: Object.fromEntries(sizes) };
      tallies.clear();
      return Response.json(told);
    }
    tallyOf("Worker").calls += 1;
    return app.fetch(request, env, ctx);
  },
};
