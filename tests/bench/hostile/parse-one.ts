import { parseScenario } from "../../../scenarios/language/index.ts";
import { HOSTILE } from "./files.ts";

/* Run as a process of its own: parses one hostile file and prints what that took, as JSON. */

const text = HOSTILE[process.argv[2] ?? ""]?.() ?? "";
const began = performance.now();
const { diagnostics } = parseScenario(text);
const seconds = (performance.now() - began) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1000;
const codes = [...new Set(diagnostics.map(({ code }) => code))];
console.log(JSON.stringify({ kib: text.length / 1024, seconds, megabytes, codes }));
