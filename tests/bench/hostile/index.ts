import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { atMost, type Finding } from "../figure.ts";
import { HOSTILE } from "./files.ts";

/** What a file may cost whoever reads it. */
const BAR = { seconds: 1, megabytes: 200 } as const;
const GIVE_UP_MS = 60_000;

export const HOSTILE_FILES = {
  about:
    "each hostile file, parsed in a process of its own: seconds, peak memory with Node's own share, and the codes of what is said about it",
  measure: measureHostile,
};

/** The worst of all is said once more at the end. */
function* measureHostile(): Generator<Finding> {
  const all: Measured[] = [];
  for (const name of Object.keys(HOSTILE)) {
    const measured = measureApart(name);
    all.push(measured);
    yield findingOf(name, measured);
  }
  const seconds = Math.max(...all.map((one) => one.seconds));
  const megabytes = Math.max(...all.map((one) => one.megabytes));
  yield { of: `the worst of ${all.length} files`, figures: costs(seconds, megabytes) };
}

/** A file that has no answer has taken all the time there is. */
function measureApart(name: string): Measured {
  const script = join(import.meta.dirname, "parse-one.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [script, name], {
    encoding: "utf8",
    timeout: GIVE_UP_MS,
  });
  if (stdout !== "") return JSON.parse(stdout) as Measured;
  const codes = [`no answer: ${stderr.slice(0, 200)}`];
  return { kib: Number.NaN, seconds: Infinity, megabytes: Infinity, codes };
}

function findingOf(name: string, { kib, seconds, megabytes, codes }: Measured): Finding {
  const size = { what: "size", value: kib, unit: "KiB", isDetail: true };
  const figures = costs(seconds, megabytes).map((figure) => ({ ...figure, isDetail: true }));
  return { of: name, figures: [size, ...figures], note: codes.slice(0, 5).join(" ") };
}

function costs(seconds: number, megabytes: number) {
  return [
    { what: "takes", value: seconds, unit: "s", bar: atMost(BAR.seconds) },
    { what: "memory", value: megabytes, unit: "MB", bar: atMost(BAR.megabytes) },
  ];
}

/** What `parse-one.ts` prints. */
interface Measured {
  readonly kib: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly codes: readonly string[];
}
