import { readFileSync } from "node:fs";

import { splitIntoSentences } from "../src/text/sentences.ts";

type Row = { readonly name: string; readonly text: string; readonly expected: readonly string[] };

/** Rows of a file like pragmatic_segmenter's golden rules: one `{ name, text, expected }` a line. */
function readRows(path: string): readonly Row[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): Row => JSON.parse(line));
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

const path = process.argv[2];
if (path === undefined) {
  process.stderr.write("Which file? Give the path of a JSON-lines file with { name, text, expected } rows.\n");
  process.exitCode = 2;
} else {
  const rows = readRows(path);
  const wrong = rows.flatMap((row) => {
    const found = splitIntoSentences(row.text, { start: 0, end: row.text.length }).map(({ start, end }) =>
      plain(row.text.slice(start, end)),
    );
    return JSON.stringify(found) === JSON.stringify(row.expected.map(plain)) ? [] : [{ name: row.name, found }];
  });
  for (const { name, found } of wrong) process.stdout.write(`wrong: ${name}\n  ${found.join("\n  ")}\n`);
  process.stdout.write(`${rows.length - wrong.length} of ${rows.length} split right\n`);
}
