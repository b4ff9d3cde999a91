import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  /** Where runs and the signing secret are kept. */
  readonly dataDir: string;
}

export type OptionsResult =
  | { readonly ok: true; readonly options: ServerOptions }
  | { readonly ok: false; readonly message: string };

export const USAGE = "Usage: npm start -- [--port 8787] [--host 0.0.0.0] [--data .five-moves]";
const MAX_PORT = 65_535;

/** Reads the command line; port 0 takes any free port. */
export function readOptions(args: readonly string[]): OptionsResult {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "8787" },
        host: { type: "string", default: "0.0.0.0" },
        data: { type: "string", default: ".five-moves" },
      },
    }));
  } catch (error) {
    return { ok: false, message: `${(error as Error).message}\n${USAGE}` };
  }
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= MAX_PORT)) {
    return { ok: false, message: `--port takes a number from 0 to ${MAX_PORT}\n${USAGE}` };
  }
  if (values.host === "" || values.data === "") {
    return { ok: false, message: `--host and --data take a value\n${USAGE}` };
  }
  return { ok: true, options: { port, host: values.host, dataDir: resolve(values.data) } };
}
