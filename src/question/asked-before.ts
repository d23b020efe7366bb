import { COUNTRIES } from "../claims/countries.ts";
import { namedPlace } from "../claims/gazetteer.ts";
import { IRREGULAR_FORMS } from "../text/irregular-forms.ts";
import { AUXILIARIES } from "./openers.ts";

/** What the words of a question are, as far as the question after it draws on them. Punctuation at the end is left out. */
export type AskedBefore = {
  readonly text: string;
  readonly shape:
    /** "How many drones did Russia shoot down in May": what is asked for, the auxiliary, the rest. */
    | {
        readonly kind: "thing";
        readonly opener: string;
        readonly thing: string;
        readonly verb: string;
        readonly rest: string;
      }
    /** "Why did the bridge close", "Did the bridge close": the auxiliary and the rest. */
    | { readonly kind: "clause"; readonly verb: string; readonly rest: string }
    /** "Who won the cup" and whatever else. */
    | { readonly kind: "other" };
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const PREPOSITIONS = words(
  "in on at near over off outside during by before after since from between around for against into onto to under above across along inside within throughout aboard behind with according",
);
/** After a verb these are part of it more often than not: "shoot down", "called off", "broke out". */
const PARTICLES = words("down up off out away back over");
const DO = words("did does do has have had will would can could should");
const TIME =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|night|morning|evening|afternoon|noon|midnight|week|weekend|month|year|day|hour|hours|(?:1[6-9]|20)\d\d)\b/i;

/** True for words that name a time: "Sunday", "the day before", "2023". */
export const namesTime = (text: string): boolean => TIME.test(text);

/** Reads a question that another one follows. */
export function readAskedBefore(question: string): AskedBefore {
  const text = question.trim().replace(/[\s?!.]+$/u, "");
  return { text, shape: readShape(text) };
}

function readShape(text: string): AskedBefore["shape"] {
  const all = text.split(/\s+/u);
  const [first = "", second = ""] = all.map((word) => word.toLowerCase());
  if (AUXILIARIES.has(first)) return { kind: "clause", verb: first, rest: all.slice(1).join(" ") };
  if (/^(?:when|where|why|how|who|whom|what)$/.test(first) && AUXILIARIES.has(second)) {
    const copula = /^(?:who|what)$/.test(first) && !DO.has(second);
    return copula ? { kind: "other" } : { kind: "clause", verb: second, rest: all.slice(2).join(" ") };
  }
  // "How deep was the shock": asked again without how deep it was.
  const [, , third = ""] = all.map((word) => word.toLowerCase());
  if (first === "how" && AUXILIARIES.has(third) && !/^(?:many|much)$/.test(second))
    return { kind: "clause", verb: third, rest: all.slice(3).join(" ") };
  const opens = first === "how" && /^(?:many|much)$/.test(second) ? 2 : /^(?:which|what)$/.test(first) ? 1 : 0;
  // "How many marched": nothing is named.
  const bare = opens === 2 && (all.length === 3 || PREPOSITIONS.has(all[3] ?? ""));
  const verbAt = opens === 0 ? -1 : all.findIndex((word, at) => at >= opens && isVerb(word, at > opens || bare));
  if (verbAt < 0) return { kind: "other" };
  const part = (from: number, to?: number): string => all.slice(from, to).join(" ");
  return {
    kind: "thing",
    opener: part(0, opens),
    thing: part(opens, verbAt),
    verb: part(verbAt, verbAt + 1),
    rest: part(verbAt + 1),
  };
}

const isVerb = (word: string, mayBePast: boolean): boolean =>
  AUXILIARIES.has(word.toLowerCase()) || (mayBePast && /^[a-z]+$/.test(word) && baseOfPast(word) !== null);

/** "died" → "die", "fell" → "fall"; null for what is no past tense. Good enough to be read and to be stemmed. */
function baseOfPast(word: string): string | null {
  const irregular = IRREGULAR_FORMS.get(word);
  if (irregular !== undefined) return word.endsWith("s") || word.endsWith("en") ? null : irregular;
  if (!/[a-z]{2}ed$/.test(word)) return null;
  if (word.endsWith("ied")) return word.length <= 4 ? word.slice(0, -1) : `${word.slice(0, -3)}y`;
  const stem = word.slice(0, -2);
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[cgsvz]|[^aeiou]l|[aeiou][uk]|[^aeiou]u|at|ir|os)$/.test(stem) && !/(?:ss|ow)$/.test(stem)
    ? `${stem}e`
    : stem;
}

/** The same matter asked after in other words: "When" → "When did Russia shoot down Ukrainian drones in May". */
export function askAgain({ text, shape }: AskedBefore, opener: string): string {
  switch (shape.kind) {
    case "clause": {
      // "How long will the strike last": when it begins is not how long it lasts.
      const lasting = /^how long\b/iu.test(text) ? / (?:last|take)$/u.exec(shape.rest)?.index : undefined;
      if (lasting !== undefined) {
        return /^(?:when|on which|what time|which day)\b/iu.test(opener)
          ? `${opener} ${shape.verb} ${shape.rest.slice(0, lasting)} begin`
          : `${text}, and ${lowerFirst(opener)}`;
      }
      return `${opener} ${shape.verb} ${withoutSpan(withoutStranded(text, shape.rest))}`;
    }
    case "thing": {
      const { verb, rest } = shape;
      const lower = verb.toLowerCase();
      const one = /^(?:which|what)$/iu.test(shape.opener);
      const thing = shape.thing === "" ? "they" : one ? `the ${shape.thing}` : shape.thing;
      if (DO.has(lower)) {
        const whole = withoutStranded(text, rest);
        if (shape.thing === "" || whole !== rest) return `${opener} ${verb} ${withoutSpan(whole)}`;
        return `${opener} ${verb} ${withObject(withoutSpan(rest), thing)}`;
      }
      if (AUXILIARIES.has(lower)) return `${opener} ${verb} ${thing} ${rest}`;
      return `${opener} did ${thing} ${baseOfPast(lower) ?? lower} ${rest}`;
    }
    case "other": {
      // "Who won the cup": somebody did; who it was is not asked again.
      const [, verb = "", rest = ""] = /^who (\p{L}+) (.+)$/iu.exec(text) ?? [];
      const base = baseOfPast(verb);
      if (base !== null) return `${opener} did somebody ${base} ${rest}`;
      const of = /^what (was|is|were|are) the \p{L}+ of (the .+|\p{Lu}.*)$/u.exec(text.replace(/^W/u, "w"));
      if (of !== null && /^(?:when|where|on which|which day|what time)\b/iu.test(opener)) {
        return `${opener} ${of[1] ?? ""} ${of[2] ?? ""}`;
      }
      return `${text}, and ${lowerFirst(opener)}`;
    }
  }
}

/** "Which port did the ship come from": without the preposition that what was asked for has left behind. */
const withoutStranded = (text: string, rest: string): string =>
  /^(?:who|whom|what|which)\b/iu.test(text) ? rest.replace(/ (?:about|from|to|with|of|for|at|in|by)$/u, "") : rest;

/** Without "in a day" and the like: a length of time is no answer to when, and no help to where. */
const withoutSpan = (text: string): string =>
  text.replace(
    / (?:in|per|within|over) (?:an?|one|each|every|the same) (?:single )?(?:hour|day|night|week|month|year)\b/u,
    "",
  );

/** "Russia shoot down in May" with "drones" → "Russia shoot down drones in May". With an article, two words are no subject and verb yet. */
function withObject(rest: string, object: string): string {
  const all = rest.split(" ");
  const least = /^(?:the|an?)$/u.test(all[0] ?? "") ? 2 : 1;
  const at = all.findIndex((_word, i) => i > least && opensSetting(all, i));
  return at < 0 ? `${rest} ${object}` : [...all.slice(0, at), object, ...all.slice(at)].join(" ");
}

/** A preposition with its own noun, no particle of a verb: "over Madrid", not "over" in "take over banks". */
const opensSetting = (all: readonly string[], at: number): boolean => {
  const word = all[at] ?? "";
  return PREPOSITIONS.has(word) && (!PARTICLES.has(word) || /^(?:the|a|an|\p{Lu}.*)$/u.test(all[at + 1] ?? ""));
};

/** Phrases that begin with a preposition and name a place or a time: "in Kursk", "on Monday", "off the coast of Brinn". */
export function settingsOf(text: string): readonly { readonly written: string; readonly is: "time" | "place" }[] {
  const all = text.split(/\s+/u);
  return all.flatMap((word, at) => {
    if (at === 0 || !opensSetting(all, at)) return [];
    const end = all.findIndex((next, i) => i > at && (PREPOSITIONS.has(next) || AUXILIARIES.has(next)));
    const written = all
      .slice(at, end < 0 ? undefined : end)
      .join(" ")
      .replace(/[,;:]$/u, "");
    if (written === word) return [];
    return [{ written, is: namesTime(written) ? "time" : "place" }] as const;
  });
}

/** Capitalised names in a question but for its first word. */
export function namesOf(text: string): readonly string[] {
  const found = text.matchAll(/(?<=[\s“"'(])\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*)*/gu);
  return [...found].map(([name]) => name).filter((name) => !namesTime(name) && name !== "I");
}

/** Whether a name is a place's, an adjective of one ("Ukrainian"), or something else. */
export const nameKind = (name: string): "name" | "adjective" | "other" => namedPlace(name) ?? "other";

let byForm: ReadonlyMap<string, { readonly name: string; readonly adjective: string }> | null = null;

/** A country by its name or adjective, with both; null for anything else. */
export function countryNamed(word: string): { readonly name: string; readonly adjective: string } | null {
  byForm ??= new Map(
    COUNTRIES.flatMap(([, names, adjectives]) => {
      const country = { name: names.split("|")[0] ?? "", adjective: adjectives.split("|")[0] ?? "" };
      return [...names.split("|"), ...adjectives.split("|")]
        .filter((form) => form !== "")
        .map((form) => [form, country] as const);
    }),
  );
  return byForm.get(word) ?? null;
}

/** With a small first letter. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
