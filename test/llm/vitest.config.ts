import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { countsReporter } from "../counts-reporter.ts";

/** One model answers one request at a time, at a few tokens a second. */
const A_MODEL_IS_SLOW_MS = 300_000;

// oxlint-disable-next-line import/no-default-export -- vitest wants one
export default defineConfig({
  test: {
    name: "llm",
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/llm/**/*.test.ts"],
    globalSetup: "test/emit-dist.ts",
    reporters: ["default", countsReporter],
    fileParallelism: false,
    testTimeout: A_MODEL_IS_SLOW_MS,
    hookTimeout: A_MODEL_IS_SLOW_MS,
  },
});
