import { JSONParser } from "@streamparser/json";
import { z } from "zod";

/** A sentence as a model gave it: whatever its numbers are. */
export type Given = { readonly text: string; readonly cites: readonly number[] };

/** Two sentences that a model says contradict each other. */
export type GivenPair = { readonly first: number; readonly second: number; readonly reason: string };

/** Local models write numbers as text now and then. */
const number = z.union([
  z.int(),
  z
    .string()
    .regex(/^\s*\[?\d{1,4}\]?\s*$/)
    .transform((text) => Number(text.replaceAll(/\D/gu, ""))),
]);
const given = z.object({ text: z.string(), cites: z.union([z.array(number), number.transform((one) => [one])]) });
const givenPair = z.object({ first: number, second: number, reason: z.string().catch("") });

/** What a reply was made of, where it could be read. */
export type ReplyEnd = {
  /** Things that are no sentence and no pair, or that broke the reply off. */
  readonly odd: number;
  /** True where the object came to its end. */
  readonly whole: boolean;
};

/**
 * Reads a reply while it comes: the object may stand in a fence or behind other words. Each sentence and pair is given as soon as it is
 * whole. What is no JSON ends the reading; nothing is thrown.
 */
export function readReply(listener: {
  readonly onSentence: (sentence: Given) => void;
  readonly onPair: (pair: GivenPair) => void;
}): { readonly write: (piece: string) => void; readonly end: () => ReplyEnd } {
  let begun = false;
  let ended = false;
  let whole = false;
  let odd = 0;
  const parser = new JSONParser({ paths: ["$.sentences.*", "$.disagreements.*"], keepStack: false });
  parser.onError = () => {
    if (!ended) odd += 1;
    ended = true;
  };
  parser.onEnd = () => {
    ended = true;
    whole = true;
  };
  parser.onValue = ({ value }) => {
    const sentence = given.safeParse(value);
    const pair = givenPair.safeParse(value);
    if (sentence.success) listener.onSentence(withoutMarkers(sentence.data));
    else if (pair.success) listener.onPair(pair.data);
    else odd += 1;
  };
  return {
    write: (piece) => {
      const from = begun ? 0 : piece.indexOf("{");
      if (from < 0 || ended) return;
      begun = true;
      try {
        parser.write(piece.slice(from));
      } catch {
        // What follows the object (a fence, a farewell) is of no interest; what breaks it was counted.
        ended = true;
      }
    },
    end: () => ({ odd, whole }),
  };
}

const INLINE = /\s*\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/gu;

/** Models like to put markers into their text as well. */
function withoutMarkers({ text, cites }: Given): Given {
  const inline = [...text.matchAll(INLINE)].flatMap(([, list = ""]) => list.split(",").map(Number));
  return {
    text: text.replaceAll(INLINE, "").replaceAll(/\s+/gu, " ").trim(),
    cites: cites.length > 0 ? cites : inline,
  };
}
