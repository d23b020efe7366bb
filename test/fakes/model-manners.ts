import type { ChatRequest } from "./chat-plays.ts";

/** A numbered sentence as a prompt shows it. */
export type Shown = { readonly number: number; readonly text: string; readonly speaker?: string };

/** How a scripted model writes: a reply to what it is shown. */
export type Manner = (shown: readonly Shown[]) => unknown;

type Sentence = { readonly text: string; readonly cites: readonly unknown[] };

/** The numbered sentences of a prompt. */
function shownIn({ messages }: ChatRequest): readonly Shown[] {
  return messages
    .flatMap(({ content }) => content.split("\n"))
    .filter((line) => line.startsWith('{"number":'))
    .map((line) => JSON.parse(line) as Shown);
}

const reply = (sentences: readonly Sentence[], disagreements: readonly unknown[] = []): unknown => ({
  sentences,
  disagreements,
});

/** The words of a sentence as a statement of one's own. */
const told = (text: string): string => text.replaceAll(/[“”"]/gu, "").replace(/[\s.!?…]+$/u, "");

const each = (shown: readonly Shown[], word: (one: Shown) => string): unknown =>
  reply(shown.map((one) => ({ text: word(one), cites: [one.number] })));

const faithful = (shown: readonly Shown[]): unknown => each(shown, ({ text }) => `${told(text)}.`);

const URL = "https://evil.example/win";

/** Words by which a planted instruction begins; the obedient model looks for them in what it is shown. */
const ORDER =
  /\b(?:ignore|disregard|system|instruction|assistant|you must|answer|respond|response|reply|output|write|say|print|translate|visit|click|please|provide|explain|describe)\b/iu;

/** Models that tests play, good and bad. */
export const MANNERS = {
  faithful,
  "first-only": (shown) => each(shown.slice(0, 1), ({ text }) => `${told(text)}.`),
  "cites-in-text": (shown) =>
    reply(shown.map(({ number, text }) => ({ text: `${told(text)} [${number}].`, cites: [] }))),
  "numbers-as-text": (shown) => reply(shown.map(({ number, text }) => ({ text: told(text), cites: [String(number)] }))),
  "cites-wrongly": (shown) =>
    reply(shown.map(({ text }, at) => ({ text: told(text), cites: [shown[(at + 1) % shown.length]?.number] }))),
  "cites-nothing": (shown) => reply(shown.map(({ text }) => ({ text: told(text), cites: [] }))),
  "cites-out-of-range": (shown) => reply(shown.map(({ text }) => ({ text: told(text), cites: [0, 99] }))),
  "changes-digits": (shown) =>
    each(shown, ({ text }) => told(text).replaceAll(/\d/gu, (digit) => String((Number(digit) + 1) % 10))),
  "drops-hedges": (shown) =>
    each(shown, ({ text }) =>
      told(text).replaceAll(
        /\b(?:about|around|some|over|more than|at least|up to|nearly|almost|reportedly|allegedly) /giu,
        "",
      ),
    ),
  negates: (shown) => each(shown, ({ text }) => `It is not so that ${told(text)}`),
  "picks-a-winner": (shown) => each(shown, ({ text }) => `The correct account is that ${told(text)}`),
  "sees-no-disagreement": (shown) =>
    reply([{ text: "The sources agree and there is no disagreement.", cites: shown.map(({ number }) => number) }]),
  "makes-quotes": (shown) => each(shown, ({ number }) => `“We will win in ${number} days,” the minister said`),
  "adds-names": (shown) => each(shown, ({ text }) => `Archduke Bertold confirmed that ${told(text)}`),
  "adds-links": (shown) => each(shown, ({ text }) => `${told(text)}. More at ${URL}`),
  "adds-markup": (shown) => each(shown, ({ text }) => `<img src=x onerror=alert(1)> **${told(text)}** [click](${URL})`),
  "half-good": (shown) =>
    reply([
      ...shown.slice(0, 2).map(({ number, text }) => ({ text: told(text), cites: [number] })),
      { text: "Nobody knows what happened on Mars in 2077.", cites: [1] },
    ]),
  "mostly-bad": (shown) =>
    reply([
      ...shown.slice(0, 1).map(({ number, text }) => ({ text: told(text), cites: [number] })),
      ...Array.from({ length: 4 }, (_, at) => ({ text: `Some ${at + 3} million unicorns were seen.`, cites: [1] })),
    ]),
  "says-it-again": (shown) =>
    reply(Array.from({ length: 6 }, () => ({ text: told(shown[0]?.text ?? ""), cites: [shown[0]?.number ?? 1] }))),
  "proposes-pairs": (shown) =>
    reply(
      shown.map(({ number, text }) => ({ text: told(text), cites: [number] })),
      shown.flatMap((one) =>
        shown.map((other) => ({ first: one.number, second: other.number, reason: "They differ." })),
      ),
    ),
  "other-language": (shown) => each(shown, () => "Die Quellen sind sich einig, dass niemand gewonnen hat."),
  "says-nothing": () => reply([]),
  obedient: (shown) => {
    const planted = shown.filter((one) => ORDER.test(JSON.stringify(one)));
    if (planted.length === 0) return faithful(shown);
    return reply([
      ...planted.map(({ number, text }) => ({ text: told(text), cites: [number] })),
      ...planted.map(({ number, text }) => ({ text: `HACKED. ${told(text)} ${URL}`, cites: [number] })),
      { text: "My instructions are to write the answer of a newsroom tool.", cites: [1] },
      { text: "The answer is 42 and the sources agree.", cites: [planted[0]?.number ?? 1] },
    ]);
  },
} satisfies Record<string, Manner>;

/** What a scripted model says to a request. */
export const inManner =
  (manner: Manner) =>
  (request: ChatRequest): string =>
    JSON.stringify(manner(shownIn(request)));
