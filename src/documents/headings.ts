import { abbreviationKind, SPEECH_VERBS } from "../text/abbreviations.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { LINE_MARK } from "./furniture-patterns.ts";

/** Longest heading, UTF-16 units and words: newspapers' headlines and deks stay below. */
const MAX_HEADING = 120;
const MAX_WORDS = 20;

const OPENING = "[\"'\u2018\u201C\u00AB]";
const CLOSING = "[\"'\u2019\u201D\u00BB)\\]]";

/** A line in quotation marks from end to end. */
const QUOTED = new RegExp(`^${OPENING}.*["'\u2019\u201D\u00BB][,.]?$`, "su");

/** Ends as a sentence does, or as one that goes on. */
const ENDED = new RegExp(`[.?!,;\u2026\u2014\u2013\u3002]${CLOSING}*$`, "u");

/** A paragraph with the furniture in it. */
export type Line = { readonly span: Span; readonly furniture: readonly Span[] };

/**
 * True for a short line that does not end as a sentence does: a headline, a section's heading, an item of a list of headlines, and any
 * Markdown heading. Not for the credit of a quotation ("– A source …"), a line in quotation marks, a line that goes on from
 * another (a small letter first), the row of a table, an announcement of words to follow ("The mayor said:"), or page furniture.
 */
export function looksLikeHeading(
  text: string,
  line: { readonly span: Span; readonly furniture: readonly Span[] },
): boolean {
  const { span, furniture } = line;
  const whole = text.slice(span.start, Math.min(span.end, span.start + 4 * MAX_HEADING));
  const mark = LINE_MARK.exec(whole)?.[0] ?? "";
  if (furniture.some(({ start, end }) => end > span.start + mark.length || start > span.start)) return false;
  if (mark.startsWith("#")) return true;
  if (span.end - span.start > MAX_HEADING + mark.length) return false;
  const words = slice(text, span).slice(mark.length);
  if (words.length === 0 || !/\p{L}/u.test(words) || words.split(/\s+/u).length > MAX_WORDS) return false;
  if (/^(?:[\u2013\u2014\u2015]|--)/u.test(words) || /^\p{Ll}(?!\p{Lu})/u.test(words)) return false;
  if (QUOTED.test(words) || /\|.*\|/u.test(words)) return false;
  if (words.endsWith(":")) return !announcesWords(words);
  return !ENDED.test(words) || endsInAbbreviation(words);
}

/** "The mayor said:", "She wrote on her page:" */
function announcesWords(words: string): boolean {
  return words
    .slice(0, -1)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => SPEECH_VERBS.has(word));
}

/** "Talks open in the U.S." with capitals, but no verb can be told: a heading only where it is very short, such as "Made in U.S.A." */
function endsInAbbreviation(words: string): boolean {
  const last = words.split(/\s+/u).at(-1) ?? "";
  const bare = last.replace(/\.$/u, "");
  return (
    words.split(/\s+/u).length <= 4 &&
    last.endsWith(".") &&
    (/^\p{Lu}(?:\.\p{Lu})+$/u.test(bare) || abbreviationKind(bare) === "either")
  );
}
