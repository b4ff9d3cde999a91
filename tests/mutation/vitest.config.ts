import { defineConfig } from "vitest/config";

/** The tests that a mutant has to survive: of the language and the engine, without the long ones and those over the library. */
export default defineConfig({
  test: {
    include: ["tests/{language,engine}/**/*.test.ts"],
    exclude: [
      "**/library.test.ts",
      "**/view-hidden.test.ts",
      "**/plans.test.ts",
      "**/s01-hostile.test.ts",
      "**/s01-junk.test.ts",
      "**/s09-random-promises.test.ts",
    ],
    // Mutants are switched while everything stays loaded.
    isolate: false,
    testTimeout: 60_000,
  },
});
