import { MONTHS, readMonth } from "../../question/numbers.ts";
import { isStopWord } from "../../text/words.ts";
import type { Filler } from "./filler.ts";
import { SIGN } from "./filler.ts";
import { UNITLESS } from "./filler-words.ts";
import { gapBefore, madeOf } from "./scene.ts";
import type { Range, Scene } from "./scene.ts";

const YEAR = /^(?:1\d|20)\d\d$/u;

/** A day, a month of a year, or a year: "June 19, 1910", "15 May 1885", "September 1888", "1962", "June 3". */
export function readDate(scene: Scene, at: number): Filler | null {
  const { lower, words } = scene;
  const word = words[at]?.text ?? "";
  const digits = /^\d/u.test(word);
  const month = digits ? null : readMonth(word, /^\d/u.test(words[at + 1]?.text ?? ""));
  if (month !== null) {
    const day = dayOf(lower[at + 1]);
    const yearAt = day === null ? at + 1 : at + 2;
    const year =
      YEAR.test(words[yearAt]?.text ?? "") && /^,? $/u.test(gapBefore(scene, yearAt))
        ? (words[yearAt]?.text ?? null)
        : null;
    if (day === null && year === null) return null;
    return dateOf(scene, { from: at, to: year === null ? yearAt : yearAt + 1 }, [year, month, day]);
  }
  if (!digits) return null;
  const day = dayOf(word);
  const next = day === null ? null : readMonth(words[at + 1]?.text ?? "", true);
  if (day !== null && next !== null) {
    const year = YEAR.test(words[at + 2]?.text ?? "") ? (words[at + 2]?.text ?? null) : null;
    return dateOf(scene, { from: at, to: year === null ? at + 2 : at + 3 }, [year, next, day]);
  }
  const isYear = YEAR.test(word) && !UNITLESS.has(lower[at + 1] ?? "") && !/[$€£%]/u.test(gapBefore(scene, at));
  return isYear ? dateOf(scene, { from: at, to: at + 1 }, [word, null, null]) : null;
}

function dayOf(word: string | undefined): string | null {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(word ?? "")?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? day.padStart(2, "0") : null;
}

function dateOf(
  scene: Scene,
  range: Range,
  [year, month, day]: readonly [string | null, string | null, string | null],
): Filler | null {
  const parts = [year ?? "", month === null ? "" : String(MONTHS.indexOf(month) + 1).padStart(2, "0"), day ?? ""];
  const filler = madeOf(scene, range, { form: "date", key: parts.join("-"), parts });
  const gap = gapBefore(scene, range.from);
  const opens =
    gap.endsWith("(") ||
    (/^(?:born|b|c|ca|circa)$/u.test(scene.lower[range.from - 1] ?? "") &&
      gapBefore(scene, range.from - 1).endsWith("("));
  const closes = /^ ?[–—-] ?$/u.test(gap) && /^ ?\)/u.test(scene.text.slice(filler?.end ?? 0, (filler?.end ?? 0) + 2));
  return (
    filler && { ...filler, signs: filler.signs | (opens ? SIGN.bracketFirst : 0) | (closes ? SIGN.bracketSecond : 0) }
  );
}

/** "3,559 people", "98 km", "42.7 years": a number in digits, with the word that it counts. */
export function readNumberAt(scene: Scene, at: number): Filler | null {
  const word = scene.words[at]?.text ?? "";
  if (!/^\d[\d,.]*$/u.test(word)) return null;
  const value = word.replaceAll(",", "").replace(/\.0*$/u, "");
  const unit = scene.words[at + 1]?.text ?? "";
  const counts = gapBefore(scene, at + 1) === " " && /^[a-z]{1,12}$/u.test(unit) && !isStopWord(unit);
  const filler = madeOf(
    scene,
    { from: at, to: counts ? at + 2 : at + 1 },
    { form: "number", key: value, parts: [value, counts ? unit : ""] },
  );
  if (!filler) return null;
  const share = /^ ?(?:%|per ?cent)/u.test(
    scene.text.slice(filler.start + word.length, filler.start + word.length + 9),
  );
  return share ? { ...filler, signs: filler.signs | SIGN.rate } : filler;
}
