import { statSync } from "node:fs";
import { CommanderError } from "commander";
import { ParallaxError } from "../errors.ts";
import { EXIT } from "./command.ts";
import { makeProgram } from "./program.ts";
import { onStopSignal } from "./stop-signals.ts";
import { openTerminal } from "./terminal.ts";
import type { Stream } from "./terminal.ts";
import type { OpenEmbedder } from "./wire-up.ts";

/** What the command line has of the process; tests give one of their own. */
export type World = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly openEmbedder: OpenEmbedder;
  readonly onStop: (listener: () => void) => () => void;
  readonly exit: (code: number) => void;
};

/** The world of this process. */
const realWorld = (): World => ({
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  openEmbedder: async (settings, workers) => (await import("./wire-up.ts")).openEmbedder(settings, workers),
  onStop: (listener) => onStopSignal(process, () => performance.now(), listener),
  exit: (code) => process.exit(code),
});

/**
 * Runs one command line, `["ask", "How many …?"]`. What goes wrong is told in one sentence on stderr.
 * @returns the exit code: 0 fine, 1 failed, 2 wrong usage or part of the input failed, 3 unanswerable with `--strict`
 */
export async function run(args: readonly string[], world: World = realWorld()): Promise<number> {
  const terminal = openTerminal(world);
  let code: number = EXIT.fine;
  const program = makeProgram({ ...world, isFolder }, terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    // Commander has already said what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    if (error instanceof ParallaxError) {
      terminal.err(`parallax: ${error.message}`);
      return error.code === "wrong-setting" || error.code === "bad-input" ? EXIT.usage : EXIT.failed;
    }
    terminal.err(
      `parallax: something went wrong that should not.\n${error instanceof Error ? error.stack : String(error)}`,
    );
    return EXIT.failed;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
