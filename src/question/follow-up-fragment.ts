import { countryNamed, lowerFirst, nameKind, namesOf, namesTime, settingsOf } from "./asked-before.ts";
import type { AskedBefore } from "./asked-before.ts";
import { MEASURE_OPENERS } from "./measure-words.ts";
import { AUXILIARIES } from "./openers.ts";

/** "Ukraine's figure", "the ministry's count". */
const FIGURE_OF =
  /^(.{1,60}?)(?:['’]s|(?<=s)['’]) (?:own )?(?:figures?|numbers?|counts?|estimates?|versions?|accounts?|sides?|claims?|totals?|tolls?|views?|tally|data)$/iu;
const ACCORDING = /^according to (.{1,60})$/iu;
const PREPOSITION =
  /^(in|on|at|near|over|off|outside|during|by|before|after|since|from|between|around|for|against|to|into)\s+\S/iu;
const BARE_TIME =
  /^(?:yesterday|today|tonight|(?:last|this|the same|the next|the previous) \p{L}+|the day (?:before|after))$/iu;
const PARTICIPLE = /^(?:\p{L}+ed|hurt|lost|shot down|taken|stolen|sunk|found|born|held|sent|built|sold)$/iu;

/** A question made of the one before and of a fragment ("Ukraine's figure", "on Sunday", "missiles"); null where none can be made. */
export function completeFragment(fragment: string, before: AskedBefore): string | null {
  const aspect = swapAspect(fragment, before);
  if (aspect !== null) return aspect;
  const speaker = FIGURE_OF.exec(fragment)?.[1];
  if (speaker !== undefined) return doneBy(speaker, before) ?? saidBy(speaker, before);
  const source = ACCORDING.exec(fragment)?.[1];
  if (source !== undefined) return saidBy(source, before);
  if (PREPOSITION.test(fragment) || BARE_TIME.test(fragment) || namesTime(fragment)) return setAt(fragment, before);
  const name = fragment.replace(/^the\s+/iu, "");
  if (isName(name)) return swapName(name, before) ?? setAt(`in ${fragment}`, before);
  return swapThing(fragment, before);
}

/** "Ida Holm", "Bank of England"; "Russian troops" is a thing. */
const isName = (text: string): boolean =>
  /^\p{Lu}/u.test(text) && text.split(/\s+/u).every((word) => /^(?:\p{Lu}.*|of|the|de|la|von|van|and)$/u.test(word));

/** "according to Ukraine", in the place of whoever was named so before. */
export function saidBy(speaker: string, { text }: AskedBefore): string {
  const without = text.replace(/,? according to [^,?]+/iu, "");
  return `${without}, according to ${speaker}`;
}

/** Where a country was said to have done what is counted, another's figure is what that one has done: the two change places. */
function doneBy(speaker: string, before: AskedBefore): string | null {
  if (before.shape.kind !== "thing" || countryNamed(speaker) === null) return null;
  const doer = /^(?:did|does|do|has|have|had)$/iu.test(before.shape.verb) ? before.shape.rest.split(" ")[0] : undefined;
  return doer !== undefined && countryNamed(doer) !== null && doer !== speaker
    ? exchange(before.text, doer, speaker)
    : null;
}

/** Puts one country for another in name and adjective, and the other way round. */
function exchange(text: string, one: string, other: string): string {
  const [a, b] = [countryNamed(one), countryNamed(other)];
  if (a === null || b === null) return text;
  const pairs = new Map([
    [a.name, b.name],
    [b.name, a.name],
    [a.adjective, b.adjective],
    [b.adjective, a.adjective],
  ]);
  return text.replaceAll(/\p{Lu}[\p{L}]*(?:\s\p{Lu}\p{L}*)*/gu, (name) => pairs.get(name) ?? name);
}

/** The place or time in the question before gives way to another; a question without one gets it at its end. */
function setAt(fragment: string, { text }: AskedBefore): string {
  const is = namesTime(fragment) ? "time" : "place";
  const old = settingsOf(text).findLast(
    (setting) => setting.is === is && (is === "time" || /\p{Lu}/u.test(setting.written)),
  );
  const set = PREPOSITION.test(fragment) || BARE_TIME.test(fragment) ? lowerFirst(fragment) : fragment;
  return old === undefined ? `${text} ${set}` : text.replace(old.written, () => set);
}

/** "And the depth?" after "What was the magnitude of the quake": takes the place of what was asked of the same thing. */
function swapAspect(fragment: string, { text }: AskedBefore): string | null {
  const asked = /^(what (?:is|was|are|were)) the [\p{L}-]+((?: of| in| at| on) .+)?$/iu.exec(text);
  if (asked === null || !/^the [\p{Ll}-]+(?: (?:of|in|at|on) .+)?$/u.test(fragment) || FIGURE_OF.test(fragment))
    return null;
  const made = `${asked[1] ?? ""} ${fragment}${fragment.includes(" of ") ? "" : (asked[2] ?? "")}`;
  // "And the driver?" after "What was the cause of the fire" asks of something else.
  return MEASURE_OPENERS.some(({ pattern }) => pattern.test(made)) ? made : null;
}

/** "And Moldova?": takes the place of the last name of its kind; a country that was named already changes places with the other. */
function swapName(name: string, { text }: AskedBefore): string | null {
  const names = namesOf(text);
  const country = countryNamed(name);
  if (country !== null) {
    const countries = names.filter((one) => countryNamed(one) !== null);
    const isSame = (one: string): boolean => countryNamed(one)?.name === country.name;
    const other = countries.findLast((one) => !isSame(one));
    if (countries.some(isSame)) return other === undefined ? null : exchange(text, other, name);
    if (other !== undefined) {
      const shown = nameKind(other) === "adjective" ? country.adjective : name;
      return text.replace(other, () => shown);
    }
  }
  const old = names.findLast((one) => (nameKind(one) === "name") === (nameKind(name) === "name"));
  return old === undefined || old === name ? null : text.replace(old, () => name);
}

/** "And missiles?": takes the place of what was counted; "and killed?" that of what was done to it. */
function swapThing(fragment: string, { text, shape }: AskedBefore): string | null {
  if (shape.kind !== "thing" || shape.thing === "") return null;
  if (PARTICIPLE.test(fragment)) {
    const done = /^(?:was|were|been|are|is)$/iu.test(shape.verb) ? /^\S+/u.exec(shape.rest)?.[0] : undefined;
    if (done !== undefined) return text.replace(done, () => fragment);
    // "And injured?" after "How many people died in the fire".
    return AUXILIARIES.has(shape.verb.toLowerCase())
      ? null
      : `${shape.opener} ${shape.thing} were ${fragment} ${shape.rest}`;
  }
  // "And the driver?": one cannot be counted.
  if (/\bmany$/iu.test(shape.opener) && /^the\s/iu.test(fragment) && !/(?:s|men|people|children)$/iu.test(fragment))
    return null;
  return `${shape.opener} ${fragment.replace(/^the\s+/iu, "")} ${shape.verb} ${shape.rest}`;
}
