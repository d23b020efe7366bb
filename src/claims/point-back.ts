import type { Sentence } from "../passages/passage.ts";
import type { Speaker } from "./claim.ts";
import type { SpeakerDirectory } from "./speaker-directory.ts";
import { textOf } from "./speaker-memory.ts";
import { canSpeak, nounPhraseAfter } from "./speaker-phrases.ts";
import type { SentenceAttribution } from "./attribution.ts";
import type { SpeechSentence } from "./speech-tokens.ts";
import { POINTS_BACK, UNVERIFIED } from "./speech-words.ts";

/** The speaker of a line like "– A source in the ministry" under a quotation; null for other sentences. */
export function creditLine(sentence: SpeechSentence, directory: SpeakerDirectory): Speaker | null {
  if (!/^[–—-]/u.test(sentence.text)) return null;
  const from = sentence.words.findIndex((word) => /\p{L}/u.test(word.text));
  const phrase = from < 0 ? null : nounPhraseAfter(sentence.words, from);
  if (phrase === null || !canSpeak(sentence.words, phrase)) return null;
  const who = directory.identify(textOf(sentence, phrase), { index: 0, text: "", before: "" });
  return { name: who.name, key: who.key, verb: "said" };
}

type Behind = {
  readonly index: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly speakerLine: Speaker | null;
};

/** "They could not be verified", "This figure, given by X, …", "– A source": what a sentence says of the one before. */
export function pointBack(
  found: (readonly SentenceAttribution[])[],
  { index, text, sentences, speakerLine }: Behind,
): void {
  let back = index - 1;
  while (back >= 0 && (sentences[back]?.kind !== "prose" || sentences[back]?.repeated)) back -= 1;
  const target = sentences[back];
  if (target === undefined || target.heading !== sentences[index]?.heading) return;
  const whole = [{ start: 0, end: target.span.end - target.span.start }];
  if (speakerLine !== null) {
    for (let at = back; at >= 0 && sentences[at]?.paragraph === target.paragraph; at -= 1) {
      const span = sentences[at]?.span;
      if (span !== undefined)
        found[at] = [
          {
            speaker: speakerLine,
            certainty: "claimed",
            credited: [{ start: 0, end: span.end - span.start }],
            attribution: null,
            estimate: false,
          },
        ];
    }
    return;
  }
  if (!POINTS_BACK.test(text)) return;
  const before = found[back] ?? [];
  if (UNVERIFIED.test(text)) {
    found[back] =
      before.length === 0
        ? [{ speaker: null, certainty: "unverified", attribution: null, estimate: false, credited: whole }]
        : before.map((each) => ({ ...each, certainty: "unverified" as const }));
    return;
  }
  const credit = (found[index] ?? []).find((each) => each.speaker !== null && each.attribution !== null);
  if (
    !/^(?:this|that|these|the)\s+(?:figures?|numbers?|totals?|estimates?|counts?|toll)\b/iu.test(text) ||
    credit === undefined
  )
    return;
  if (before.some((each) => each.speaker !== null)) return;
  found[back] = [
    { speaker: credit.speaker, certainty: "claimed", credited: whole, attribution: null, estimate: credit.estimate },
  ];
}
