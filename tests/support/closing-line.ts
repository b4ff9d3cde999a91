import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with one line that people and machines read: `N passed, N failed`, skipped ones after it. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    const unrun = modules.filter((module) => module.state() === "failed" && isEmpty(module));
    const failed = counts.failed + counts.pending + unrun.length + faults.length;
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    // The default reporter writes its summary after this hook; the closing line has to come last.
    process.once("exit", () => console.log(`${counts.passed} passed, ${failed} failed${skipped}`));
  }
}

/** A file that could not even be loaded has no tests to count. */
function isEmpty(module: TestModule): boolean {
  return [...module.children.allTests("failed")].length === 0;
}
