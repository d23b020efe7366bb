import { readFileSync } from "node:fs";
import type { HttpHouse } from "../http/house.ts";

const readBeside = (path: string): string => readFileSync(new URL(`../http/${path}`, import.meta.url), "utf8");

const read = (name: string): string => readBeside(`page/${name}`);

/** The page at "/" and the widget, read once. The page's files lie beside the server's code, in `src/` as in `dist/`; the widget is built. */
export function readPage(): HttpHouse["page"] {
  const widget = readFileSync(new URL("../../dist/widget.js", import.meta.url), "utf8");
  return { html: read("page.html"), style: read("page.css"), icon: read("icon.svg"), widget };
}

/** What the pages to read load, read once. */
export function readReading(): HttpHouse["reading"] {
  return { script: readBeside("pages/reading.js"), style: readBeside("pages/reading.css") };
}
