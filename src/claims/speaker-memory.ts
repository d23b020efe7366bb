import { slice } from "../text/span.ts";
import type { Credit } from "./credited.ts";
import type { Identity, SpeakerDirectory, Where } from "./speaker-directory.ts";
import { type SpeechSentence, spanOf } from "./speech-tokens.ts";
import { SPEAKING_NOUNS } from "./speech-words.ts";

/** What the sentences before leave behind, within one section. */
export type Running = {
  readonly heading: number | null;
  readonly sentence: number;
  readonly last: Identity | null;
  readonly lastPerson: Identity | null;
  /** The last sentences that credit nobody; whom they name is looked for only where a pronoun asks. */
  readonly silent: readonly Where[];
  readonly verb: string;
  readonly open: boolean;
  /** Bodies that were credited under their full names, in order. */
  readonly heard: readonly Identity[];
};

/** The state at the start of a section. */
export const NOTHING: Running = {
  heading: null,
  sentence: -9,
  last: null,
  lastPerson: null,
  silent: [],
  verb: "",
  open: false,
  heard: [],
};
/** A pronoun or a running quotation reaches back so many sentences. */
const REACH = 3;

/** A statement that was quoted from is still "the statement" so many sentences on. */
const STATEMENT_REACH = 8;

/** Where in the document a sentence is read. */
export type ReadingPlace = {
  readonly index: number;
  readonly running: Running;
  readonly directory: SpeakerDirectory;
  readonly before: string;
};

/** Whom the words of a credit mean, with pronouns and "the general" followed back; null for hearsay and for what cannot be told. */
export function identityOf(credit: Credit, sentence: SpeechSentence, context: ReadingPlace): Identity | null {
  const { speaker } = credit.cue;
  if (speaker === null) return credit.cue.implied ? context.running.last : null;
  const written = textOf(sentence, speaker).replace(/['’]s?$/u, "");
  const pointed = pointedTo(written, context);
  if (pointed !== null) return pointed;
  if (PRONOUN.test(written)) return null;
  const around = { index: context.index, text: sentence.text, before: context.before };
  const first = context.directory.identify(written, around);
  if (speaker.beside === null) return first;
  const second = context.directory.identify(textOf(sentence, speaker.beside), around);
  const [person, other] = first.kind === "person" ? [first, second] : [second, first];
  // "the operator, RailLine": the name says more than the role.
  if (person.kind !== "person")
    return isProperName(sentence, speaker.beside) && !second.key.endsWith(":government") ? second : first;
  if (other.kind === "office" && other.office !== null)
    context.directory.link(other.office, { ...person, office: other.office, name: titled(person, other) });
  return other.kind === "office" ? { ...person, name: titled(person, other) } : person;
}

const PRONOUN = /^(?:he|she|it|they|who|which|both|we|i)$/iu;

const isProperName = (sentence: SpeechSentence, range: { readonly from: number; readonly to: number }): boolean =>
  sentence.words.slice(range.from, range.to).every((word) => word.capital);

/** The words of a range as written. */
export const textOf = (sentence: SpeechSentence, range: { readonly from: number; readonly to: number }): string =>
  slice(sentence.text, spanOf(sentence.words, range.from, range.to));

/** "the U.K.'s defense minister" + "John Healey" → "U.K.'s defense minister John Healey"; a name that has its office stays. */
const titled = (person: Identity, office: Identity): string =>
  person.name === person.person ? `${office.name} ${person.person}` : person.name;

/** "he", "it", "the general": the last speaker that fits, else null. */
function pointedTo(written: string, context: ReadingPlace): Identity | null {
  const { running, index } = context;
  const lower = written.toLowerCase();
  const near = index - running.sentence <= REACH;
  if (/^(?:he|she)$/u.test(lower)) return personMet(context) ?? (near ? (running.lastPerson ?? running.last) : null);
  if (/^(?:it|they|who|which|both)$/u.test(lower)) return (near ? running.last : null) ?? bodyNamedBefore(context);
  if (/^(?:the|its|a|his|her|their) (?:statement|report|bulletin|release|post|letter|document)$/u.test(lower))
    return index - running.sentence <= STATEMENT_REACH ? running.last : null;
  const fuller = fullerOf(written, running.heard);
  if (fuller !== null) return fuller;
  const role = /^the ([a-z]+)$/u.exec(lower)?.[1];
  if (role === undefined) return null;
  for (const one of [running.lastPerson, running.last])
    if (near && one !== null && (one.words.includes(role) || one.words.includes(role.replace(/s$/u, "")))) return one;
  return null;
}

/** Bodies that every text has many of. */
const COMMON: ReadonlySet<string> = new Set("police officials authorities government media".split(" "));

/** "the commission": the body heard last whose full name ends or begins so ("Regional Electoral Commission"). */
function fullerOf(written: string, heard: readonly Identity[]): Identity | null {
  const words = /^the ([a-z]+(?: [a-z]+){0,2})$/u.exec(written)?.[1]?.split(" ") ?? [];
  if (words.length === 0 || words.some((word) => COMMON.has(word))) return null;
  return (
    heard.findLast((one) => one.words.length > words.length && words.every((word) => one.words.includes(word))) ?? null
  );
}

/** "The union had its number. It was 1,700, it said": a body that the sentence before names without letting it speak. */
function bodyNamedBefore({ before, directory, index }: ReadingPlace): Identity | null {
  const named = [...before.matchAll(/\b[Tt]he ((?:\p{L}[\p{L}'’-]* ){0,2}?\p{Ll}+)\b/gu)].findLast((match) =>
    SPEAKING_NOUNS.has(match[1]?.split(" ").at(-1) ?? ""),
  )?.[1];
  return named === undefined ? null : directory.identify(`the ${named}`, { index, text: before, before: "" });
}

/** Two capitalised words or more: what a person's name looks like. */
const FULL_NAME = /\p{Lu}[\p{L}\p{M}'’-]+(?: (?:von|van|de|der|del|da|al|el|bin))*(?: \p{Lu}[\p{L}\p{M}'’.-]+)+/gu;
/** Longer runs are headlines. */
const LONGEST_NAME = 60;

/** "Governor Ann Doe toured the villages. … he said": the only person whom a sentence since the last speaker names. */
function personMet({ running, directory, index }: ReadingPlace): Identity | null {
  for (const where of running.silent.toReversed()) {
    if (where.index <= running.sentence || index - where.index > REACH) continue;
    const persons = new Map<string, Identity>();
    for (const [name] of where.text.matchAll(FULL_NAME)) {
      if (name.length > LONGEST_NAME) continue;
      const who = directory.identify(name, where);
      if (who.kind === "person" && who.person.includes(" ")) persons.set(who.key, who);
    }
    const [only] = persons.values();
    if (only !== undefined && persons.size === 1) return only;
  }
  return null;
}

/** What is left behind by a sentence that credits nobody. */
export const passOver = (running: Running, where: Where): Running => ({
  ...running,
  silent: [...running.silent.slice(1 - REACH), where],
});

/** Bodies kept in mind. */
const HEARD = 12;

/** What is left behind by a sentence that credits this speaker. */
export function remember(
  running: Running,
  who: Identity,
  how: { index: number; verb: string; directory: SpeakerDirectory },
): Running {
  const { last } = running;
  // An office without a name, then a full name without an office: the custom of news writing for one person.
  if (
    last?.kind === "office" &&
    last.office !== null &&
    who.kind === "person" &&
    who.office === null &&
    how.index - running.sentence <= 2 &&
    who.person.includes(" ")
  )
    how.directory.link(last.office, { ...who, office: last.office, name: titled(who, last) });
  const full = who.kind === "group" && /\p{Lu}/u.test(who.name.slice(1));
  return {
    ...running,
    heard: full && running.heard.at(-1)?.key !== who.key ? [...running.heard.slice(-HEARD), who] : running.heard,
    sentence: how.index,
    last: who,
    lastPerson: who.kind === "person" || who.kind === "office" ? who : running.lastPerson,
    verb: how.verb,
  };
}
