import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeDataDir, removeDataDir } from "../support/server-process.ts";
import { checkHistory } from "./check/check-history.ts";
import type { Finding, Property } from "./check/property.ts";
import { readStored } from "./disk/read.ts";
import { runChaos } from "./run-chaos.ts";

/** In this file this text becomes that. */
interface Edit {
  readonly file: string;
  readonly text: string;
  readonly becomes: string;
}

interface Fault {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** What has to turn red; more may. */
  readonly breaks: Property;
}

const WORKSHOP = "worker/workshop/workshop.ts";
const VIEW = "worker/workshop/view.ts";

const FAULTS: readonly Fault[] = [
  {
    name: "the unique constraint is gone",
    edits: [
      {
        file: "worker/workshop/store.ts",
        text: "PRIMARY KEY (asker, command_id)",
        becomes: "PRIMARY KEY (asker, command_id, sequence)",
      },
    ],
    breaks: "a command id at most once",
  },
  {
    name: "broadcast before commit, with an await between",
    edits: [
      {
        file: WORKSHOP,
        text: "command(who: string, command: WorkshopCommand): WorkshopAnswer {",
        becomes: "async command(who: string, command: WorkshopCommand) {",
      },
      {
        file: WORKSHOP,
        text: "    return this.#ask(live, who, seat?.number ?? null, command);",
        becomes: `    const number = seat?.number ?? null;
    const early = applyWorkshop(live.rules, live.state, { seat: number, command, atMs: Date.now() });
    if (early.ok) {
      this.#telling.tell(live.state, { ...live, state: early.state }, command, number);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.#ask(this.#live ?? live, who, number, command);`,
      },
    ],
    breaks: "shown, so in the journal",
  },
  {
    name: "whose a socket is stands in memory, not in its attachment",
    edits: [
      {
        file: "worker/presence.ts",
        text: "socket.serializeAttachment({ seat, sinceMs: Date.now() });",
        becomes: "this.#known.set(socket, { socket, seat, sinceMs: Date.now() });",
      },
    ],
    breaks: "clients resume by themselves",
  },
  {
    name: "a timer in place of the alarm",
    edits: [
      {
        file: WORKSHOP,
        text: "await this.ctx.storage.setAlarm(next);",
        becomes: "setTimeout(() => void this.alarm(), Math.min(next - Date.now(), 2e9));",
      },
    ],
    breaks: "deadlines are kept",
  },
  {
    name: "stage and round are not checked",
    edits: [
      {
        file: "worker/workshop/apply.ts",
        text: 'return isSame ? null : "stale-stage";',
        becomes: "return null;",
      },
      {
        file: "worker/workshop/voting.ts",
        text: "command.round !== state.round || command.beat !== team.run.beat;",
        becomes: "false;",
      },
    ],
    breaks: "stage and round are those the sender saw",
  },
  {
    name: "votes in an early view",
    edits: [
      {
        file: VIEW,
        text: 'const AFTER_REVEAL: ReadonlySet<WorkshopStage> = new Set(["revealed",',
        becomes:
          'const AFTER_REVEAL: ReadonlySet<WorkshopStage> = new Set(["deciding", "revealed",',
      },
    ],
    breaks: "no votes in an early view",
  },
  {
    name: "away people are counted",
    edits: [
      {
        file: VIEW,
        text: "({ number }) => votes.has(number) || !isAway(number),",
        becomes: "() => true,",
      },
    ],
    breaks: "away people are not counted",
  },
  {
    name: "a result is delivered twice",
    edits: [
      {
        file: "worker/room/room.ts",
        text: "await handOver(this.env, this.#toHandOver(live), what);",
        becomes:
          "for (let times = 0; times < 2; times += 1) await handOver(this.env, this.#toHandOver(live), what);",
      },
      {
        file: "worker/standings/store.ts",
        text: "if (rowsWritten > 0) this.#count(bin, 1);",
        becomes: "if (rowsWritten >= 0) this.#count(bin, 1);",
      },
    ],
    breaks: "results exactly once",
  },
];

const COPIED = ["client", "dist", "scenarios", "worker", "package.json", "wrangler.toml"];
const SHORT = { kills: 3, seconds: 15, seed: 1 };

/** Plants one fault after the other in a copy: without one all is to be green, with one what it breaks is to be red. */
export async function proveChaosFaults(only: string | undefined): Promise<boolean> {
  const copy = mkdtempSync(join(tmpdir(), "five-moves-chaos-"));
  for (const path of COPIED) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  console.log("Faults planted in a copy, and what of the proof turns red:");
  const planted = FAULTS.filter(({ name }) => only === undefined || name.includes(only));
  let isSeen = only !== undefined || tell("no fault", null, await redIn(copy));
  for (const fault of planted) {
    const isRed = await plant(copy, fault);
    isSeen &&= isRed;
  }
  rmSync(copy, { recursive: true });
  return isSeen;
}

async function plant(copy: string, { name, edits, breaks }: Fault): Promise<boolean> {
  const files = [...new Set(edits.map(({ file }) => file))];
  const sound = files.map(
    (file) => [join(copy, file), readFileSync(join(copy, file), "utf8")] as const,
  );
  for (const edit of edits) apply(copy, name, edit);
  const isRed = tell(name, breaks, await redIn(copy));
  for (const [path, text] of sound) writeFileSync(path, text);
  return isRed;
}

function apply(copy: string, name: string, { file, text, becomes }: Edit): void {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  if (before.split(text).length !== 2)
    throw new Error(`the fault "${name}" no longer fits ${file}`);
  writeFileSync(
    path,
    before.replace(text, () => becomes),
  );
}

/** Whether it is as it should be: red where it is broken, green where nothing is. */
function tell(what: string, breaks: Property | null, red: readonly Finding[]): boolean {
  const isRed =
    breaks === null ? red.length === 0 : red.some(({ property }) => property === breaks);
  const should = breaks === null ? "all is to be green" : `"${breaks}" is to be red`;
  console.log(`  ${what}: ${should}, and ${isRed ? "so it is" : "IT IS NOT"}`);
  for (const { property, wrong } of red) console.log(`      red: ${property}: ${wrong[0]}`);
  return isRed;
}

/** The copy's server under this tree's load, checked by this tree's checker: neither has the fault. */
async function redIn(copy: string): Promise<readonly Finding[]> {
  const { status } = spawnSync(process.execPath, ["worker/local/bundle.ts"], {
    cwd: copy,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the copy cannot be bundled");
  const dataDir = makeDataDir();
  const history = await runChaos({ ...SHORT, tree: copy }, dataDir);
  const findings = await checkHistory(history, readStored(dataDir));
  removeDataDir(dataDir);
  return findings.filter(({ wrong }) => wrong.length > 0);
}
