import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], exclude: string[] = []) => ({
  test: { name, include, exclude, testTimeout: 30_000, hookTimeout: 120_000 },
});

/** Projects whose tests start workers, which Node 20 can only do from JavaScript. */
const builtProject = (name: string, include: string[]) => ({
  test: { ...project(name, include).test, globalSetup: ["test/build-dist.ts"] },
});

const slow = ["test/contracts/**", "test/golden/**", "test/faults/**", "test/browser/**"];

export default defineConfig({
  test: {
    projects: [
      project("unit", ["test/**/*.test.ts"], slow),
      builtProject("contracts", ["test/contracts/**/*.test.ts"]),
      builtProject("golden", ["test/golden/**/*.test.ts"]),
      builtProject("faults", ["test/faults/**/*.test.ts"]),
    ],
  },
});
