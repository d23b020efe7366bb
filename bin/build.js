// npm run build. With --if-stale it does nothing where dist/ is that of the sources, and wrong types are left to others to report.

import { build, setUp } from "./set-up.js";

if (process.argv.includes("--if-stale")) setUp("go-on");
else process.exitCode = build();
