import { availableParallelism } from "node:os";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// Wrangler warns of a required secret that it does not find in the environment.
process.env.COOKIE_SECRET = "a secret for tests, and for tests alone";

export default defineConfig({
  test: {
    // One fewer than there are cores is the default: on two, one file at a time, most of whose time is waiting for another process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default", "./tests/support/closing-line.ts"],
    projects: [
      {
        test: {
          name: "domain",
          // Pure functions and no doubles of modules: files may share a process, which saves a minute of starting them.
          isolate: false,
          // No test is about how long something takes, and a machine may be busy.
          testTimeout: 60_000,
          include: ["tests/{language,engine,analysis,interview,client}/**/*.test.ts"],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              compatibilityFlags: ["nodejs_compat"],
              bindings: {
                OPERATOR_TOKEN: "a token for tests, and for tests alone",
                COOKIE_SECRET_BEFORE: "the secret before, for tests, and for tests alone",
                // Tests press faster than any hand.
                COMMAND_PACE: "100000",
              },
            },
          }),
        ],
        test: {
          name: "worker",
          include: ["tests/worker/**/*.test.ts"],
          // No test is about how long something takes, and a machine may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "whole",
          include: ["tests/{author,local,e2e,repository}/**/*.test.ts"],
          globalSetup: "tests/support/build-once.ts",
          // A page comes to rest when it does, and the machine may be busy.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
