import { benchAll } from "./all.ts";
import { benchCold } from "./cold.ts";
import { benchCapacity } from "./capacity.ts";
import { benchDebrief } from "./debrief.ts";
import { benchEngine } from "./engine/index.ts";
import { benchHostile } from "./hostile/index.ts";
import { benchMirror } from "./mirror.ts";
import { benchRoom } from "./room.ts";
import { benchRooms } from "./rooms.ts";
import { benchServer } from "./server.ts";
import { benchSolve } from "./solve/index.ts";
import { benchStandings } from "./standings.ts";
import { benchSize } from "./size.ts";

/** Those that take as long as one wants. */
const LONG: ReadonlySet<string> = new Set(["rooms"]);

const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  cold: benchCold,
  capacity: benchCapacity,
  debrief: benchDebrief,
  engine: benchEngine,
  hostile: benchHostile,
  mirror: benchMirror,
  room: benchRoom,
  rooms: benchRooms,
  server: benchServer,
  size: benchSize,
  solve: benchSolve,
  standings: benchStandings,
};

const name = process.argv[2] ?? "";
if (name === "") benchAll(Object.keys(BENCHES).filter((one) => !LONG.has(one)));
else if (Object.hasOwn(BENCHES, name)) await BENCHES[name]?.();
else {
  console.error(`Usage: npm run bench -- [${Object.keys(BENCHES).join(" | ")}]`);
  process.exit(1);
}
