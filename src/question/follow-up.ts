import { askAgain, lowerFirst, nameKind, namesOf, readAskedBefore, settingsOf } from "./asked-before.ts";
import type { AskedBefore } from "./asked-before.ts";
import { completeFragment, saidBy } from "./follow-up-fragment.ts";
import { AUXILIARIES } from "./openers.ts";

/** What was said before, oldest first. */
export type Turn = { readonly role: "user" | "assistant"; readonly content: string };

/** Longest question taken from a conversation, in UTF-16 units; longest stretch of an answer that is looked into. */
const MAX_QUESTION_UNITS = 1000;
const MAX_ANSWER_UNITS = 4000;
/** Longest quotes that are asked after, together; what is longer ends at a word. */
const MAX_QUOTE_UNITS = 240;

/**
 * A follow-up written out as a question that stands alone ("and on Sunday?" → "How many … on Sunday?"); null for one that stands alone as it is,
 * or that no rule can complete. Earlier turns are completed first, so that follow-ups may follow each other. English rules, no model: what is
 * read is shown to the asker, who may undo it.
 */
export function completeFollowUp(question: string, conversation: readonly Turn[]): string | null {
  let standing: string | null = null;
  let counted: string | null = null;
  let answer = "";
  for (const { role, content } of conversation) {
    if (role === "assistant") {
      answer = content.slice(0, MAX_ANSWER_UNITS);
    } else if (content.trim() !== "" && content.length <= MAX_QUESTION_UNITS) {
      // Whoever asks who said it goes on asking after the matter.
      if (standing === null || !asksWhoSaid(content)) {
        standing = standing === null ? content : (complete(content, { standing, answer, counted }) ?? content);
        counted = thingOf(readAskedBefore(standing)) ?? counted;
      }
      answer = "";
    }
  }
  const completed = standing === null ? null : complete(question, { standing, answer, counted });
  return completed === null || completed.length > MAX_QUESTION_UNITS ? null : completed;
}

const LEAD = /^(?:(?:and|but|or|so|ok|okay|also|then),?\s+)+/iu;
const WHAT_ABOUT = /^(?:what|how) about\s+|^what of\s+/iu;
const WHO_SAID =
  /^(?:who|which (?:source|paper|outlet|document|report)|what source)(?: exactly)? (?:says?|said|reports?|reported|claims?|claimed|told us) (?:that|so|this|it)$|^says who$|^according to who(?:m)?$|^who(?: is|['’]s) the source$|^who says$/iu;
const BARE =
  /^((?:on|in|at|since|until|by|from|for|during) (?:which|what) \p{L}+|(?:which|what) (?:day|date|time|place|city|town|country|region|year|month)|when|where|why|how|since when|until when|as of when|by when|how (?:long|often)|by whom|with whom)(?: (?:exactly|precisely))?(?: (?:did|was|is|does|has|were) (?:it|this|that)(?: (?:all|be))?(?: (?:happen|happened|take place|taken place|occur|occurred|start|begin|end))?)?$/iu;

/** "How deep?" of what is or was; "how many" and "how long" ask for more than that. */
const HOW_MUCH_SO = /^how (?!many\b|much\b|long\b|often\b|come\b|so\b)\p{L}+$/iu;
/** What asks whether it holds, or who stands for or against it. */
const ABOUT_IT =
  /^(?:(?:is|was|has|have|had) (?:it|this|that)(?: been)? (?:true|confirmed|denied|disputed|verified|certain|sure)|who (?:denie[ds]|disputed?s?|confirm(?:s|ed)|contradict(?:s|ed)|rejects?|rejected) (?:it|this|that))$/iu;
/** "What do the unions say?" */
const WHAT_SAY =
  /^what (?:do|does|did|has|have) (.{2,60}?) (?:say|says|said|report|reported|claim|claimed|think)(?: (?:about|of|on) (?:it|this|that))?$/iu;
const PRONOUN = /^(?:i|he|she|they|you|we|it|people|(?:the |these |those )?(?:documents?|sources?|reports?|texts?))$/iu;
/** "How many over Madrid?", "how many in May?": set elsewhere. */
const HOW_MANY_AT = /^how (?:many|much) ((?:in|on|at|over|near|off|during|since|by|before|after|between|per) .+)$/iu;
/** "How many were children?" */
const HOW_MANY_ARE = /^how many (?:were|are) ((?:\p{L}+ )?(?:children|women|men|people|\p{L}{3,}s))$/iu;

const withoutEnd = (question: string): string => question.trim().replace(/[?!.\s]+$/u, "");
const asksWhoSaid = (question: string): boolean => WHO_SAID.test(withoutEnd(question).replace(LEAD, ""));

/** What a question may draw on: the question before it, the answer to that, and what was last counted or asked for by its name. */
type Behind = { readonly standing: string; readonly answer: string; readonly counted: string | null };

const thingOf = ({ shape }: AskedBefore): string | null =>
  shape.kind === "thing" && shape.thing !== "" ? shape.thing : null;

function complete(question: string, { standing, answer, counted }: Behind): string | null {
  const plain = withoutEnd(question);
  const bare = plain.replace(LEAD, "");
  const fragment = bare.replace(WHAT_ABOUT, "");
  const leads = fragment !== plain;
  const before = readAskedBefore(standing);
  if (WHO_SAID.test(bare)) return whoSaid(before, answer);
  const asks = BARE.exec(bare)?.[1];
  if (asks !== undefined) return finish(askAgain(before, asks));
  const other = completeAskingAgain(bare, before);
  if (other !== null) return finish(other);
  if (fragment !== bare || !opensQuestion(fragment)) {
    const short = fragment.split(/\s+/u).length <= 6;
    const made = short && (leads || startsAsFragment(fragment)) ? completeFragment(fragment, before) : null;
    return made === null ? null : finish(made);
  }
  const pointed = replacePointers(bare, before, { answer, counted });
  const whole = addWhatIsLeftOut(pointed, before, leads);
  return whole === plain ? null : whole === bare && !leads ? null : finish(whole);
}

/** Questions that are whole in themselves, but ask after the matter before. */
function completeAskingAgain(bare: string, before: AskedBefore): string | null {
  const { text, shape } = before;
  if (ABOUT_IT.test(bare)) return `${text}, and ${lowerFirst(bare)}`;
  const speaker = WHAT_SAY.exec(bare)?.[1];
  if (speaker !== undefined && !PRONOUN.test(speaker) && !/^what (?:do|does|did) .* say\b/iu.test(text)) {
    return saidBy(speaker, before);
  }
  const isState = shape.kind === "clause" && /^(?:is|are|was|were)$/iu.test(shape.verb);
  if (HOW_MUCH_SO.test(bare)) return isState ? `${bare} ${shape.verb} ${shape.rest}` : null;
  if (shape.kind !== "thing") return null;
  const set = HOW_MANY_AT.exec(bare)?.[1];
  if (set !== undefined) return completeFragment(set, before);
  const part = HOW_MANY_ARE.exec(bare)?.[1];
  return part === undefined ? null : completeFragment(part, before);
}

const opensQuestion = (text: string): boolean => {
  const [first = ""] = text.toLowerCase().split(/\s+/u);
  return (
    /^(?:who|whom|whose|what|which|when|where|why|how)$/.test(first) ||
    AUXILIARIES.has(first) ||
    /^(?:in|on|at|by|for|from|to|since|until) (?:which|what|whom|how)\b/i.test(text)
  );
};

/** Without "and" or "what about" only these are taken to be less than a question: "in Kursk?", "according to Ukraine?". */
const startsAsFragment = (text: string): boolean =>
  /^(?:in|on|at|near|over|off|outside|during|by|before|after|since|from|according|between|yesterday|today|last|the day)\b/iu.test(
    text,
  ) ||
  /^\p{Lu}[\p{L}\d.\s-]{0,60}['’]s? (?:figure|number|count|estimate|version)$/u.test(text) ||
  nameKind(text) !== "other";

/** Quotes that are asked after at once: one a side where two or three are told apart. */
const MAX_QUOTES_ASKED = 3;

/** "Who said that?": asks after the quotes of the answer, one for each of its sides, else after what was asked. */
function whoSaid(before: AskedBefore, answer: string): string {
  const found = [...answer.matchAll(/(?:^- |: )“([^“”]+)” \[\d/gmu)].map(([, quote = ""]) =>
    quote.replaceAll(/\\(.)/gu, "$1").replaceAll(/\s+/gu, " "),
  );
  const quotes = [...new Set(found)].slice(0, MAX_QUOTES_ASKED);
  if (quotes.length === 0) return finish(`${before.text}, and who said so`);
  return finish(quotes.map((quote) => `who said “${shorten(quote, quotes.length)}”`).join(", and "));
}

/** The quote as far as there is room for it beside the others, without the mark it ends with. */
function shorten(quote: string, among: number): string {
  const room = Math.max(MAX_QUOTE_UNITS / among, 60);
  const cut = quote.length <= room ? quote : quote.slice(0, quote.lastIndexOf(" ", room));
  return cut.replace(/[\s\p{P}]+$/u, "");
}

/** Puts names for the words that point back. */
function replacePointers(question: string, before: AskedBefore, { answer, counted }: Omit<Behind, "standing">): string {
  const settings = settingsOf(before.text);
  const place = settings.findLast(({ is }) => is === "place")?.written;
  const time = settings.findLast(({ is }) => is === "time")?.written;
  const thing = thingOf(before) ?? counted;
  const person = personIn(before.text, answer);
  const names = namesOf(before.text).filter((name) => nameKind(name) !== "adjective");
  const thingName = names.findLast((name) => nameKind(name) === "other");
  const two = names.filter((name) => nameKind(name) === "other").slice(-2);
  const named = two.length === 2 ? two.join(" and ") : (names.at(-1) ?? null);
  const many = thing === null ? named : `the ${thing}`;
  const one = theThing(before.text) ?? thingName ?? null;
  const rows: readonly (readonly [RegExp, string | null | undefined])[] = [
    [/\bof (?:them|these|those)\b/iu, thing === null ? null : `of the ${thing}`],
    [/(?<!^)\bthere(?=$|\s(?:on|in|at|during|before|after|since)\b)/iu, place],
    [/\bon (?:that|the same) day$|\b(?:at that time|then|that day)$/iu, time],
    [/\b(?:he|she|him)\b/iu, person],
    [/\b(?:his|her)\b(?=\s\p{L})/iu, person === null ? null : `${person}’s`],
    [/\bher$/iu, person],
    [/\b(?:they|them)\b/iu, many],
    [/\btheir\b/iu, many === null ? null : `${many}’s`],
    [/\bits\b/iu, one === null ? null : `${one}’s`],
    [/\bit\b(?! (?:takes?|true|possible|means?)\b)|\b(?:this|that)$/iu, one],
  ];
  // A pronoun after a name of the question's own speaks of that: "Did Spain say that it …".
  const own = namesOf(question)[0];
  const until = own === undefined ? Number.POSITIVE_INFINITY : question.indexOf(own);
  return rows.reduce((text, [pattern, name]) => {
    const at = text.search(pattern);
    return name && at >= 0 && at < until ? text.replace(pattern, () => name) : text;
  }, question);
}

/** The person spoken of last: in the question, else named in full in the answer. */
function personIn(question: string, answer: string): string | null {
  const asked = namesOf(question).findLast(isPerson);
  if (asked !== undefined) return asked;
  const office = /^who (?:is|was) (the [^,]+)$/iu.exec(question)?.[1];
  const quoted = [...answer.matchAll(/“([^”]*)”/gu)].flatMap(([quote]) => namesOf(quote));
  const told = quoted.find((name) => name.includes(" ") && isPerson(name));
  return told ?? office ?? null;
}

/** A name that is no place's and does not end as those of offices and papers do. */
const isPerson = (name: string): boolean =>
  nameKind(name) === "other" &&
  !/(?:Ministry|Department|Army|Force|Forces|Guard|Navy|Police|Council|Party|Court|Commission|Committee|Agency|Authority|Bank|Union|Times|Post|News|Company|Group|Inc|University|Parliament|Office|Service)$/u.test(
    name,
  );

const ENDS_THING =
  /^(?:in|on|at|of|near|over|off|by|from|to|for|and|or|during|after|before|with|who|that)$|(?:ed|ing)$/;

/** The last thing with an article before it, by "the": "the ferry". */
function theThing(text: string): string | null {
  const found = [...text.matchAll(/\b(?:the|an?) ((?:\p{L}[\p{L}-]*)(?:\s\p{L}[\p{L}-]*){0,2})/giu)].at(-1)?.[1];
  if (found === undefined) return null;
  const all = found.split(" ");
  const end = all.findIndex((word) => AUXILIARIES.has(word) || ENDS_THING.test(word));
  const kept = end < 0 ? all : all.slice(0, end);
  return kept.length === 0 ? null : `the ${kept.join(" ")}`;
}

/** "How many were injured?" after "How many people died in the fire on Monday?": what is counted, where and when are taken over. */
function addWhatIsLeftOut(question: string, before: AskedBefore, leads: boolean): string {
  const counted = /^(how (?:many|much)) ((?:was|were|are|is|have|has|had|did|do|does)\b.*)$/iu.exec(question);
  const thing = before.shape.kind === "thing" ? before.shape.thing : "";
  const withThing = counted && thing !== "" ? `${counted[1] ?? ""} ${thing} ${counted[2] ?? ""}` : question;
  const elliptical = withThing !== question || leads;
  if (!elliptical || namesOf(withThing).length > 0 || withThing.split(/\s+/u).length > 8) return withThing;
  const has = new Set(settingsOf(withThing).map(({ is }) => is));
  const tail = settingsOf(before.text).filter(({ is, written }) => !has.has(is) && !withThing.includes(written));
  return [withThing, ...tail.map(({ written }) => written)].join(" ");
}

/** A sentence again: capital first, no space doubled, a question mark. */
function finish(text: string): string {
  const tidy = text.replaceAll(/\s+/gu, " ").trim();
  return `${tidy.charAt(0).toUpperCase()}${tidy.slice(1)}?`;
}
