#!/usr/bin/env node
// The parallax command: the same as `node dist/cli/main.js`, but it installs and builds what is missing first.

import { setUp } from "./set-up.js";

setUp();
const { run } = await import("../dist/cli/run.js");
process.exitCode = await run(process.argv.slice(2));
