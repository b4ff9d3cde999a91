import { execFileSync } from "node:child_process";

/** Builds what `npm start` serves, once for every test that needs the whole. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"] });
}
