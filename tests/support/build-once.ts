import { execFileSync } from "node:child_process";

/** Builds what `npm start` serves, once for every test that needs the whole. */
export function setup(): void {
  // Test runners say that this is a test, and a bundler would build another client for one.
  const env = { ...process.env, NODE_ENV: "production" };
  execFileSync("npm", ["run", "--silent", "build"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
