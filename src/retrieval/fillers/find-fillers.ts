import { foldName } from "../../text/names.ts";
import { splitIntoWords } from "../../text/words.ts";
import { readDate, readNumberAt } from "./dates-numbers.ts";
import type { Filler, SentenceFillers } from "./filler.ts";
import { addNames, runEnd } from "./names.ts";
import { gapBefore, isCapital, madeOf, signsAround } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { kindsOf } from "./word-kinds.ts";

/** Fillers of one sentence: more is a table or a list of links. */
const MAX_FILLERS = 48;
/** Characters of a title in quotation marks. */
const MAX_TITLE = 60;

const NOTHING: SentenceFillers = { stems: [], fillers: [] };

/** Words of one sentence that may answer something, in order; parts of a longer name stand after it. Linear. */
export function findFillers(text: string): SentenceFillers {
  const words = splitIntoWords(text);
  if (words.length === 0) return NOTHING;
  const found: Filler[] = [];
  const scene: Scene = { text, words, lower: words.map((word) => word.text.toLowerCase()) };
  for (let at = 0; at < words.length && found.length < MAX_FILLERS;) {
    const dated = readDate(scene, at);
    if (dated) {
      found.push(dated);
      at = dated.to;
      continue;
    }
    const number = readNumberAt(scene, at);
    if (number) {
      found.push(number);
      at = number.to;
      continue;
    }
    const end = runEnd(scene, at);
    if (end > at) {
      addNames(scene, { from: at, to: end }, found);
      at = end;
      continue;
    }
    const noun = readNoun(scene, at);
    if (noun) found.push(noun);
    at = noun?.to ?? at + 1;
  }
  addTitles(scene, found);
  return { stems: words.map((word) => word.stem), fillers: found };
}

/** A common noun of a known kind, alone or in two words ("ice hockey"). */
function readNoun(scene: Scene, at: number): Filler | null {
  const word = scene.lower[at] ?? "";
  if (word.length < 3) return null;
  const two = gapBefore(scene, at + 1) === " " ? kindsOf(`${word}_${scene.lower[at + 1] ?? ""}`) : 0;
  const kinds = two === 0 ? kindsOf(word) : two;
  if (kinds === 0) return null;
  const range = { from: at, to: two === 0 ? at + 1 : at + 2 };
  const key = scene.words
    .slice(range.from, range.to)
    .map((one) => foldName(one.text))
    .join(" ");
  const filler = madeOf(scene, range, { form: "noun", key, parts: key.split(" ") });
  return filler && { ...filler, kinds };
}

const QUOTED = /["“]([^"“”\n]{2,60})["”]/gu;

function addTitles(scene: Scene, found: Filler[]): void {
  if (!/["“]/u.test(scene.text)) return;
  for (const match of scene.text.matchAll(QUOTED)) {
    const inner = (match[1] ?? "").replace(/[,.]$/u, "");
    if (inner.length > MAX_TITLE || found.length >= MAX_FILLERS + 8) continue;
    const start = match.index + 1;
    const from = scene.words.findIndex((word) => word.span.start >= start);
    const past = scene.words.findIndex((word) => word.span.start >= start + inner.length);
    const key = foldName(inner);
    if (from < 0 || key === "" || !isCapital(inner)) continue;
    const to = past < 0 ? scene.words.length : past;
    found.push({
      form: "title",
      start,
      end: start + inner.length,
      from,
      to,
      key,
      parts: key.split(" "),
      surname: "",
      kinds: 0,
      signs: signsAround(scene, from, to),
    });
  }
}
