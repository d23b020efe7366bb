import * as fc from "fast-check";

import { layOut } from "../../src/documents/layout.ts";
import { splitIntoSentences } from "../../src/passages/sentences.ts";

/** Lines such as pages have: prose, headings, furniture, other scripts, marks, emoji, blanks. */
const LINES = [
  "The mayor opened the new bridge on Monday. It had taken ten years, she said, and cost $4.5 million; nobody was hurt.",
  "“We waited,” said J. Diaz, 34. “Now we walk.” The crowd cheered…",
  "Bridge opens after ten years",
  "- Ferry closes in May",
  "## Reactions",
  'SEE ALSO: Builders Look Back"We waited," the mayor said. Then she left.',
  "WATCH: The opening in full.",
  "Advertisement",
  "The Gull gives you the latest news on the bridge. The ferry closes. For all of our coverage, click here.",
  "Мост открыт. Паром закрыт, сказал мэр.",
  "🌉 Opened! 👩\u200D🚒👨\u200D👩\u200D👧 came. 😀😀😀",
  "Cafe\u0301 owners e\u0301te\u0301 \u0301\u0301\u0301 agreed. A\u0300\u0316\u0301 n\u0303.",
  "他来了。她走了。",
  "",
  " ",
  "\u00A0",
  "* * *",
  "?!",
  "(",
  '"',
  "U.S. and Nov. 9. 5 a.m.",
  "x".repeat(90),
  "one two three four five six seven eight nine ten eleven, twelve thirteen fourteen; fifteen sixteen seventeen eighteen",
] as const;

/** Texts of documents with every kind of line end, with and without a last one, and now and then with any characters at all. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom("\n", "\r\n", "\r", "\n\n")), { maxLength: 14 }),
        fc.constantFrom(...LINES),
      )
      .map(([lines, last]) => lines.map(([line, end]) => line + end).join("") + last),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

/** A text with its layout and sentences. */
export function lay(text: string) {
  const layout = layOut(text);
  return { text, layout, sentences: splitIntoSentences(text, layout) };
}

/** One token a word or mark, as WordPiece begins; words apart by white space are counted apart. */
export const countTokens = (text: string): number =>
  text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)?.length ?? 0;
