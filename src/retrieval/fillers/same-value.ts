import { sameName } from "../../text/names.ts";
import type { Filler } from "./filler.ts";

/**
 * True where two fillers say the same: numbers by value, dates by what both state, names where one's words are among the other's, where one
 * is the other's initials, or where they are variants of one name. Symmetric, not transitive.
 */
export function saysSame(a: Filler, b: Filler): boolean {
  if (a.key === b.key) return true;
  if (a.form === "date" || b.form === "date") return a.form === b.form && sameDate(a.parts, b.parts);
  if (a.form === "number" || b.form === "number") return a.form === b.form && a.parts[0] === b.parts[0];
  const [few, many] = a.parts.length <= b.parts.length ? [a, b] : [b, a];
  if (areAmong(few.parts, many.parts)) return true;
  if (isInitialsOf(few, many)) return true;
  return a.surname !== "" && a.surname === b.surname && sameName(a.key, b.key);
}

/** Only what both state is compared: "September 1888" and "1888" are one, "19 June" and "June 1910" too. */
function sameDate(a: readonly string[], b: readonly string[]): boolean {
  let both = 0;
  for (let i = 0; i < 3; i += 1) {
    if (a[i] === "" || b[i] === "") continue;
    if (a[i] !== b[i]) return false;
    both += 1;
  }
  return both > 0;
}

function areAmong(few: readonly string[], many: readonly string[]): boolean {
  for (const part of few) if (!isLittle(part) && !isAmong(part, many)) return false;
  return true;
}

/** Called for every two fillers of a question: no function is made for it. */
function isAmong(part: string, many: readonly string[]): boolean {
  for (const other of many) if (sameWord(part, other)) return true;
  return false;
}

/** "film" and "films" are one. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < b.length) return a.length > 3 && a.length + 1 === b.length && b.endsWith("s") && b.startsWith(a);
  return b.length > 3 && b.length + 1 === a.length && a.endsWith("s") && a.startsWith(b);
}

const isLittle = (word: string): boolean => word === "the" || word === "of" || word === "and" || word === "a";

function isInitialsOf(short: Filler, long: Filler): boolean {
  const [letters = ""] = short.parts;
  if (short.parts.length !== 1 || long.parts.length < 2 || letters.length < 2 || letters.length > long.parts.length)
    return false;
  const words = long.parts.filter((part) => !isLittle(part));
  return (
    letters === words.map((word) => word.charAt(0)).join("") ||
    letters === long.parts.map((word) => word.charAt(0)).join("")
  );
}
