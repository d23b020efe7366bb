// npm run build. With --if-stale it does nothing where dist/ is that of the sources, and wrong types are left to others to report.

import { build, stateOfBuild } from "./set-up.js";

const isStale = stateOfBuild() === "stale";
if (!process.argv.includes("--if-stale")) process.exitCode = build();
else if (isStale) build();
