/** Words before a number that make it less than exact; the longest first. */
const HEDGES = [
  "no fewer than",
  "no less than",
  "as many as",
  "more than",
  "fewer than",
  "less than",
  "at least",
  "at most",
  "close to",
  "up to",
  "approximately",
  "estimated",
  "roughly",
  "around",
  "nearly",
  "almost",
  "about",
  "under",
  "over",
  "some",
] as const;

/** The hedge that stands right before a number in a text, as written, with the space after it; null where there is none. */
export function hedgeBefore(text: string, number: string): string | null {
  const at = text.toLowerCase().indexOf(number.toLowerCase());
  if (at < 0) return null;
  const before = text.slice(0, at);
  const hedge = HEDGES.find((one) => new RegExp(String.raw`(?<![\p{L}-])${one}\s[$£€]?$`, "iu").test(before));
  if (hedge === undefined) return null;
  const [written = ""] = new RegExp(String.raw`${hedge}\s(?=[$£€]?$)`, "iu").exec(before) ?? [];
  return written;
}
