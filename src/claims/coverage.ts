import type { Coverage } from "./claim.ts";

type Pattern = { readonly kind: Coverage["kind"]; readonly words: RegExp };

/** Characters of what is left out or added that are kept. */
const KEPT = 80;

/** How texts say what a figure takes in. The first row that fits at a place wins: "not counting" before "counting". */
export const COVERAGE_WORDS: readonly Pattern[] = [
  {
    kind: "leaves-out",
    words:
      /\b(?:(?:not|without|even without) (?:counting|including)|leav(?:es|ing) (?:out|aside)|exclud(?:es|ing|ed)|omit(?:s|ting|ted)|(?:does|did) not (?:include|count|cover)|apart from|setting aside|except for)\b/gi,
  },
  {
    kind: "leaves-out",
    words: /\b(?:covers?|counts?|includes?|takes in) (?:only )?(?:[\p{L}-]+ ){1,3}(?:alone|only)\b/giu,
  },
  { kind: "leaves-out", words: /\b(?:covers?|counts?|includes?) only\b/gi },
  {
    kind: "adds",
    words:
      /(?:^|, |\(|– |— )(?:also )?(?:counting(?: also| in| both)?|including (?:also|both|those)|taking in|together with)\b/gi,
  },
  { kind: "adds", words: /, (?:[\p{L}-]+ ){1,3}included\b/giu },
  { kind: "whole", words: /\b(?:in all|in total|altogether|all told|overall|combined|a total of|in all of them)\b/gi },
];

/**
 * What the words round a figure say of how much it takes in, in text order; empty for most.
 * @param text the words of its sentence between the figure before and the figure after
 */
export function readCoverage(text: string): readonly Coverage[] {
  const found: {
    readonly at: number;
    readonly end: number;
    readonly kind: Coverage["kind"];
    readonly written: string;
  }[] = [];
  for (const { kind, words } of COVERAGE_WORDS) {
    for (const match of text.matchAll(words)) {
      const at = match.index;
      const end = at + match[0].length;
      if (found.some((other) => at < other.end && other.at < end)) continue;
      const rest =
        kind === "whole" || /(?:alone|only|included)$/i.test(match[0]) ? "" : restOf(text.slice(end, end + KEPT));
      const written = `${match[0]}${rest}`.replace(/^[^\p{L}]+/u, "").trim();
      found.push({ at, end, kind, written });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ kind, written }) => ({ kind, written }));
}

/** Up to the next comma or stop. */
const restOf = (text: string): string => /^[^,;.:()]*/u.exec(text)?.[0] ?? "";
