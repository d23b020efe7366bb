import { readFileSync } from "node:fs";
import type { HttpHouse } from "../http/house.ts";

const read = (name: string): string => readFileSync(new URL(`../http/page/${name}`, import.meta.url), "utf8");

/** The page at "/", read once; its files lie beside the server's code, in `src/` as in `dist/`. */
export function readPage(): HttpHouse["page"] {
  return { html: read("page.html"), script: read("page.js"), style: read("page.css") };
}
