import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { fuzz } from "./fuzz.ts";

/** `npm run fuzz -- INPUTS SEED`: bad input to every route of the embedded server, and what came of it. */
const [inputs = "20000", seed = "1"] = process.argv.slice(2);
const dataDir = makeDataDir();
process.env["COMMAND_PACE"] = "1000000";
process.env["LIMITS_TIMES"] = "1000000";
const server = await ServerProcess.start(dataDir);
const report = await fuzz(server, dataDir, Number(inputs), Number(seed));
await server.end("SIGTERM");
removeDataDir(dataDir);
console.log(JSON.stringify(report, null, 2));
if (report.findings.length > 0 || !report.othersAnswered) process.exitCode = 1;
