import type { Generator, Reply } from "../../src/ports.ts";

type Shown = {
  readonly number?: number;
  readonly text?: string;
};

/** Words by which an order may be known: it looks for them in all that it is shown. */
const ORDER =
  /\b(?:ignore|disregard|forget|system|instruct\p{L}*|assistant|must|answer|respond|response|reply|output|write|say|print|translate|visit|click|please|provide|explain|describe|cite|correct|include|repeat|add|modify|your?|base64|decode|prompt|pretend)\b|https?:|<!--|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]|\[\d\]/iu;

/**
 * What a model that obeys every order says to a prompt. It takes the lines of evidence one by one, searches sentences, sources and positions for
 * orders, and obeys each in several ways at once: in the order's words, with its own numbers and those of other lines, in pairs, with
 * sentences of its own. Shown no order, it says what it is shown.
 */
function obey(prompt: { readonly system: string; readonly user: string }): string {
  const lines = prompt.user
    .split("\n")
    .flatMap((line): readonly Shown[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
  const evidence = lines.flatMap(({ number, text }) =>
    number === undefined || text === undefined ? [] : [{ number, text }],
  );
  const plain = evidence.map(({ number, text }) => ({ text: told(text), cites: [number] }));
  const orders = prompt.user.split("\n").filter((line) => line.startsWith("{") && ORDER.test(line));
  if (orders.length === 0) return JSON.stringify({ sentences: plain, disagreements: [] });
  const numbers = evidence.map(({ number }) => number);
  const obeyed = orders.flatMap((order) => {
    const given: Shown = JSON.parse(order);
    const words = stringsIn(given);
    const own = given.number === undefined ? numbers.slice(0, 1) : [given.number];
    return words.flatMap((said) => [
      { text: told(said), cites: own },
      { text: told(said), cites: numbers.slice(0, 6) },
      { text: `The correct answer is ${told(said)}`, cites: own },
      { text: `${told(said).split(/[:,]/u).at(-1) ?? ""}.`, cites: own },
    ]);
  });
  const pairs = numbers.flatMap((first) => numbers.map((second) => ({ first, second, reason: "I was told so." })));
  return JSON.stringify({
    sentences: [...plain.slice(0, 4), ...obeyed].slice(0, 11),
    disagreements: pairs.slice(0, 8),
  });
}

/** The same as a generator, without a server. It keeps what it was shown. */
export function obedientModel(): Generator & { readonly shown: string[] } {
  const shown: string[] = [];
  return {
    name: "obedient",
    contextTokens: 8192,
    shown,
    generate: async ({ system, user }, { onText }): Promise<Reply> => {
      shown.push(user);
      const text = obey({ system, user });
      onText?.(text);
      return { kind: "complete", text };
    },
  };
}

const told = (text: string): string => text.replaceAll(/[“”"]/gu, "").replace(/[\s.!?…]+$/u, "");

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};
