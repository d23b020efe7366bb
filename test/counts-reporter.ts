import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with "N passed, N failed, N skipped", or writes the counts to VITEST_COUNTS_FILE for `npm test` to add to. */
export const countsReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "pending" ? "skipped" : state] += 1;
      }
      // A file that could not even be loaded has no tests to count.
      if (module.errors().length > 0) counts.failed += 1;
    }
    const file = process.env["VITEST_COUNTS_FILE"];
    if (file) writeFileSync(file, JSON.stringify(counts));
    else console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  },
};
