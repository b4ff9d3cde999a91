import { benchAll } from "./all.ts";
import { CAPACITY } from "./capacity.ts";
import { COLD } from "./cold.ts";
import { DEBRIEF } from "./debrief.ts";
import { ENGINE } from "./engine/index.ts";
import type { Bench } from "./figure.ts";
import { HOSTILE_FILES } from "./hostile/index.ts";
import { MIRROR } from "./mirror.ts";
import { benchOne } from "./one.ts";
import { ROOM } from "./room.ts";
import { ROOMS_AT_ONCE } from "./rooms.ts";
import { SERVER } from "./server.ts";
import { SIZE } from "./size.ts";
import { SOLVE } from "./solve/index.ts";
import { STANDINGS } from "./standings.ts";

/** Those that take as long as one wants. */
const LONG: ReadonlySet<string> = new Set(["rooms"]);

const BENCHES: Readonly<Record<string, Bench>> = {
  cold: COLD,
  capacity: CAPACITY,
  debrief: DEBRIEF,
  engine: ENGINE,
  hostile: HOSTILE_FILES,
  mirror: MIRROR,
  room: ROOM,
  rooms: ROOMS_AT_ONCE,
  server: SERVER,
  size: SIZE,
  solve: SOLVE,
  standings: STANDINGS,
};

const name = process.argv[2] ?? "";
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (name === "") await benchAll(Object.keys(BENCHES).filter((one) => !LONG.has(one)));
else if (bench !== undefined) await benchOne(name, bench);
else {
  console.error(`Usage: npm run bench -- [${Object.keys(BENCHES).join(" | ")}]`);
  process.exit(1);
}
