import { looksPlural } from "../figures/nouns.ts";
import { at, type Token } from "../figures/tokens.ts";
import { type Atom, atom } from "./atom.ts";
import { daysOfYear } from "./days.ts";

const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;
/** The year that four digits may be, or null. */
export function yearValue(token: Token): number | null {
  if (token.kind !== "number" || !/^\d{4}$/.test(token.text)) return null;
  const value = Number(token.text);
  return value >= FIRST_YEAR && value <= LAST_YEAR ? value : null;
}

const YEAR_BEFORE: ReadonlySet<string> = new Set(
  "in since by until till from during of before after early late mid year through to circa spring summer autumn fall winter fiscal and or between season back throughout for late - ( the –".split(
    " ",
  ),
);

/** "In 2023", "2019-2023", "the 1990s". */
export function readYear(tokens: readonly Token[], index: number): Atom | null {
  const year = yearValue(at(tokens, index));
  if (year === null) return null;
  const before = at(tokens, index - 1);
  const opens = before.kind === "end" || before.lower === ",";
  const after = at(tokens, index + 1);
  if (after.glued && after.lower === "s")
    return atom({
      from: index,
      to: index + 2,
      kind: "year",
      days: { from: daysOfYear(year).from, to: daysOfYear(year + 9).to },
    });
  if (looksPlural(after) && !/^(?:in|since|during|until|by)$/.test(before.lower)) return null;
  if (!YEAR_BEFORE.has(before.lower) && !opens) return null;
  if (
    after.glued &&
    (after.lower === "-" || after.lower === "–" || after.lower === "/") &&
    at(tokens, index + 2).glued
  ) {
    const written = at(tokens, index + 2).text;
    const last = /^\d{4}$/.test(written)
      ? Number(written)
      : /^\d{2}$/.test(written)
        ? Math.floor(year / 100) * 100 + Number(written)
        : null;
    if (last !== null && last > year)
      return atom({
        from: index,
        to: index + 3,
        kind: "range",
        days: { from: daysOfYear(year).from, to: daysOfYear(last).to },
      });
  }
  if (after.kind === "word" && year < 1500 && !/^(?:in|since|year)$/.test(before.lower)) return null;
  return atom({ from: index, to: index + 1, kind: "year", days: daysOfYear(year) });
}
