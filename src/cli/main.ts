import { run } from "./run.ts";

// The exit code is set rather than exited with, so that what was written to a pipe arrives.
process.exitCode = await run(process.argv.slice(2));
