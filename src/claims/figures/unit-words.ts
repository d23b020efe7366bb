import { UNIT_ROWS } from "./units.ts";

/** Every first word of a unit, lower case: "miles", "square", "per". */
export const UNIT_WORDS: ReadonlySet<string> = new Set(UNIT_ROWS.map(([phrase]) => phrase.split(" ")[0] ?? ""));
