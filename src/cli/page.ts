import { readFileSync } from "node:fs";
import type { HttpHouse } from "../http/house.ts";

const read = (name: string): string => readFileSync(new URL(`../http/page/${name}`, import.meta.url), "utf8");

/** The page at "/" and the widget, read once. The page's files lie beside the server's code, in `src/` as in `dist/`; the widget is built. */
export function readPage(): HttpHouse["page"] {
  const widget = readFileSync(new URL("../../dist/widget.js", import.meta.url), "utf8");
  return { html: read("page.html"), script: read("page.js"), style: read("page.css"), widget };
}
