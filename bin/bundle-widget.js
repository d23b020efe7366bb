// node bin/bundle-widget.js OUTFILE: src/widget/ as one module for browsers. A process of its own, for esbuild may not be installed yet
// when set-up.js is read. Its API, not its command: where install scripts run, the command is replaced by a native program.

import { join } from "node:path";
import { buildSync } from "esbuild";
import { root } from "./set-up.js";

buildSync({
  entryPoints: [join(root, "src", "widget", "widget.ts")],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: "esm",
  charset: "utf8",
  // Custom elements, adoptable style sheets, light-dark() and the popover attribute are there in all of these.
  target: ["chrome123", "edge123", "firefox125", "safari17.5"],
  legalComments: "none",
  logLevel: "warning",
});
