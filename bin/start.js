// npm start [-- --port 9000 …]: sets up what is missing, brings the index up to date, serves.

import { setUp } from "./set-up.js";

setUp();
const { run } = await import("../dist/cli/run.js");
process.exitCode = await run(["serve", "--ingest", ...process.argv.slice(2)]);
