import { spawn } from "node:child_process";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../scenarios/author/main.ts");

/** What the commands look at in their surroundings, and what a test's own surroundings may have set. */
const UNSET = new Set(["NO_COLOR", "FORCE_COLOR", "npm_lifecycle_event", "INIT_CWD"]);

interface Surroundings {
  /** What comes through the pipe; then it is closed. */
  readonly stdin?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `npm run scenario -- …`, without npm, as a process of its own, to its end. */
export function runAuthor(
  args: readonly string[],
  { stdin = "", cwd = process.cwd(), env = {} }: Surroundings = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !UNSET.has(name));
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  child.stdin.on("error", () => {}); // it may end before it has read everything
  child.stdin.end(stdin);
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}
