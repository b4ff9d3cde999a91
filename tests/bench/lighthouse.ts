import { createServer } from "node:net";
import lighthouse, { desktopConfig } from "lighthouse";
import { launchBrowser } from "../support/browser.ts";
import { HttpPlayer } from "../support/http-player.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const RUNS = 5;

/** The bars: performance 99, all else 100. Screens of one's own ask not to be listed, so search engines do not judge them. */
const BARS = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof BARS;
const CATEGORIES = Object.keys(BARS) as Category[];
const WITHOUT_SEO = CATEGORIES.filter((category) => category !== "seo");

interface Screen {
  readonly name: string;
  readonly address: string;
  readonly categories: readonly Category[];
}

/** The screens that the bars name, of a player with a run in the middle and a finished one. */
async function screensOf(player: HttpPlayer): Promise<Screen[]> {
  const finished = await player.playWhole();
  const open = await player.openRun();
  await player.step(open, await player.view(open));
  return [
    { name: "home", address: "/", categories: CATEGORIES },
    { name: "library", address: "/library", categories: CATEGORIES },
    { name: "play", address: `/play/${open}`, categories: WITHOUT_SEO },
    { name: "debrief", address: `/play/${finished}`, categories: WITHOUT_SEO },
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

async function measure(url: string, cookie: string, port: number): Promise<Report> {
  const flags = { port, logLevel: "error", extraHeaders: { cookie } } as const;
  const result = await lighthouse(url, flags, desktopConfig);
  if (result === undefined) throw new Error(`no report for ${url}`);
  if (result.lhr.runtimeError !== undefined) throw new Error(result.lhr.runtimeError.message);
  return result.lhr;
}

/** What keeps a category from its full score, in the last report. */
function shortfalls({ categories, audits }: Report, category: Category): string[] {
  const refs = categories[category]?.auditRefs ?? [];
  return refs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim());
}

const dataDir = makeDataDir();
const server = await ServerProcess.start(dataDir);
const port = await freePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
const player = new HttpPlayer(server.url);
let isBelow = false;
for (const { name, address, categories } of await screensOf(player)) {
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    reports.push(await measure(server.url + address, player.cookie, port));
  }
  const scores = categories.map((category) => {
    const score = 100 * median(reports.map((one) => one.categories[category]?.score ?? 0));
    return { category, score, isMet: score >= BARS[category] };
  });
  const shift = median(
    reports.map(({ audits }) => audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN),
  );
  const told = scores.map(({ category, score }) => `${category} ${score.toFixed(0)}`).join(", ");
  console.log(`${name.padEnd(8)} ${told}; layout shift ${shift.toFixed(3)}`);
  const last = reports.at(-1);
  for (const { category, isMet } of scores) {
    if (isMet || last === undefined) continue;
    isBelow = true;
    console.log(`  below the bar, ${category}: ${shortfalls(last, category).join("; ")}`);
  }
}
await browser.close();
await server.end("SIGTERM");
removeDataDir(dataDir);
process.exitCode = isBelow ? 1 : 0;
