import type { Claim, QuantityClaim } from "../../claims/claim.ts";
import { findNumbers } from "../../claims/figures.ts";
import type { Figure } from "../../claims/figures.ts";
import { sameQuantity } from "../../claims/same-quantity.ts";
import { sameNumber } from "../../positions/anchors.ts";
import { fitOfIds, fitOfParticipants } from "../../positions/fit.ts";
import { fitOfActions, fitOfThings } from "../../positions/matter.ts";
import { fitOfPeriods } from "../../positions/periods.ts";
import { profileOf } from "../../positions/profile.ts";
import type { World } from "../../positions/world.ts";
import { slice } from "../../text/span.ts";
import { stem } from "../../text/stem.ts";
import type { Cited } from "./cited.ts";
import { plain } from "./form.ts";

/** A figure of a sentence, and the quotes that have it with the same hedge and unit. */
export type ProvedFigure = { readonly figure: Figure; readonly by: readonly Cited[] };

/** The figures of a sentence with their quotes; null where a number stands in none. */
export function proveNumbers(text: string, cited: readonly Cited[]): readonly ProvedFigure[] | null {
  const { figures, skipped } = findNumbers(text);
  const proved = figures.map((figure) => ({ figure, by: cited.filter((one) => hasFigure(one, figure, text)) }));
  if (proved.some(({ by }) => by.length === 0)) return null;
  const others = skipped.map(({ span }) => slice(text, span));
  // Numbers that no grammar reads: "Su-34", "No. 12".
  const written = [...digitsIn(text), ...others];
  const stands = (words: string): boolean =>
    cited.some((one) => standsIn(words, one.text) || standsIn(words, one.citation.speaker?.name ?? ""));
  return written.every(stands) ? proved : null;
}

/** A text without its figures: their hedges, units and rates are proved as such, in whatever words. */
export const withoutFigures = (text: string): string =>
  findNumbers(text).figures.reduceRight((rest, { span, number, unit, quantity: { hedge } }) => {
    // "All 14", "only 14": what makes a figure exact says more than that.
    const start = hedge === "exact" ? number.start : span.start;
    return `${rest.slice(0, start)} ${rest.slice(Math.max(number.end, unit?.end ?? 0, hedge === "exact" ? 0 : span.end))}`;
  }, text);

const digitsIn = (text: string): readonly string[] => text.match(/\d+(?:[.,:]\d+)*/gu) ?? [];

function hasFigure({ text, numbers }: Cited, figure: Figure, written: string): boolean {
  return (
    isWrittenIn(slice(written, figure.number), text) &&
    numbers.figures.some(
      (other) =>
        sameQuantity(figure.quantity, other.quantity) &&
        figure.average === other.average &&
        // "Rose by 7" is not shown by "rose to 7".
        (figure.change === null || other.change === null || figure.change === other.change),
    )
  );
}

/** True where a number is written as the quote writes it; its hedge and unit may have other words for the same. */
function isWrittenIn(number: string, text: string): boolean {
  const digits = digitsIn(number);
  return digits.length > 0 ? digits.every((one) => standsIn(one, text)) : standsIn(number, text);
}

/** True where the words stand in the text, and not as a piece of longer ones; a unit may follow digits at once ("12m"). */
function standsIn(words: string, text: string): boolean {
  const [own, all] = [plain(words), plain(text)];
  const after = /\d$/u.test(own) ? /^(?:\d|[.,:]\d)/u : /^[\p{L}\d]/u;
  for (let at = all.indexOf(own); at >= 0; at = all.indexOf(own, at + 1)) {
    const before = all.slice(Math.max(0, at - 2), at);
    if (!/[\p{L}\d]$|\d[.,:]$/u.test(before) && !after.test(all.slice(at + own.length))) return true;
  }
  return false;
}

const isQuantity = (claim: Claim): claim is QuantityClaim => claim.kind === "quantity";

/**
 * True where every figure that the sentence claims is of the thing, and of what was done by whom and to whom, that a quote gives it for:
 * "70 killed" is not shown by "70 wounded".
 */
export function countsTheSame(claims: readonly Claim[], cited: readonly Cited[], world: World): boolean {
  return claims.filter(isQuantity).every((claim) => {
    const like = cited.flatMap((one) => one.claims.filter(isQuantity)).filter((other) => sameNumber(claim, other));
    if (like.length > 0) return like.some((other) => fits(claim, other, world));
    // No claim was read from the quote: then the noun at least stands there.
    const noun = stem(claim.counted.written.split(/\s+/u).at(-1) ?? "");
    return noun === "" || cited.some(({ stems }) => stems.has(noun));
  });
}

function fits(claim: QuantityClaim, other: QuantityClaim, world: World): boolean {
  const [a, b] = [profileOf(claim), profileOf(other)];
  const things = fitOfThings(a, b);
  return (
    // Twelve people are no twelve children.
    things !== "different" &&
    things !== "narrower" &&
    fitOfActions(a, b) !== "different" &&
    fitOfPeriods(a, b) !== "different" &&
    fitOfParticipants(a.owners, b.owners, world) !== "different" &&
    fitOfParticipants(a.agents, b.agents, world) !== "different" &&
    fitOfParticipants(a.targets, b.targets, world) !== "different" &&
    fitOfIds(a.places, b.places, world) !== "different"
  );
}
