import { defineConfig } from "vitest/config";
import { countsReporter } from "./test/counts-reporter.ts";

const project = (name: string, include: string[], exclude: string[] = []) => ({
  test: { name, include, exclude, setupFiles: "test/property-seed.ts", testTimeout: 30_000, hookTimeout: 120_000 },
});

const withSetup = <T extends { test: object }>({ test, ...rest }: T, globalSetup: string) => ({
  ...rest,
  test: { ...test, globalSetup },
});

const slow = ["test/llm/**", "test/contracts/**", "test/golden/**", "test/faults/**", "test/browser/**"];

export default defineConfig({
  test: {
    globalSetup: "test/emit-dist.ts",
    // One core is left free otherwise: on two cores the tests would use half of the machine.
    maxWorkers: "100%",
    reporters: ["default", countsReporter],
    projects: [
      project("unit", ["test/**/*.test.ts"], slow),
      project("contracts", ["test/contracts/**/*.test.ts"]),
      project("golden", ["test/golden/**/*.test.ts"]),
      project("faults", ["test/faults/**/*.test.ts"]),
      withSetup(project("browser", ["test/browser/**/*.test.ts"]), "test/browser/setup.ts"),
    ],
  },
});
