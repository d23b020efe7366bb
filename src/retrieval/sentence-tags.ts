import { tagWords } from "../claims/tag.ts";
import type { TaggedWord } from "../claims/tag.ts";
import { kept } from "./kept.ts";
import { sentenceText } from "./slot-context.ts";

/** Sentences whose tags are kept: some two kilobytes each, ten megabytes in all. */
const MOST = 5_000;

/** The tagged words of a sentence; to tag it costs as much as all else that is read of it. */
export const taggedIn = kept<readonly TaggedWord[]>(
  (record, sentence) => tagWords(sentenceText(record, sentence)),
  MOST,
);
