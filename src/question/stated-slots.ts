import type { Period } from "../claims/claim.ts";
import { countryOf, findPlaces } from "../claims/gazetteer.ts";
import type { PlaceMention } from "../claims/gazetteer.ts";
import { thingFamily } from "../claims/families.ts";
import { parseDay } from "../claims/times/days.ts";
import { findTimes } from "../claims/times.ts";
import type { QuestionPart } from "./question.ts";
import { findSpeakerAsked } from "./speaker-asked.ts";
import type { SpeakerAsked } from "./speaker-asked.ts";

/** Something that a question states and that its evidence must therefore bear out: where, who, on what day, in whose words. */
export type StatedSlot =
  | {
      readonly kind: "place";
      readonly written: string;
      readonly stems: readonly string[];
      /** In the gazetteer; empty where it knows none. */
      readonly ids: readonly string[];
      /** True behind "in", "at" and the like; false for "Lille's mayor" and "the French team". */
      readonly located: boolean;
    }
  | { readonly kind: "name"; readonly written: string; readonly stems: readonly string[] }
  /** `said`: the day on which somebody said what is asked ("What did Ida Holm say on Saturday?"); `happened`: any other. */
  | { readonly kind: "day"; readonly written: string; readonly period: Period; readonly on: "said" | "happened" }
  | { readonly kind: "speaker"; readonly written: string; readonly speaker: SpeakerAsked };

const LOCATIVE =
  /\b(?:in|at|near|over|outside|around|across|inside|within|from|off|above|throughout) (?:the |central |downtown |northern |southern |eastern |western )*$/iu;

/** Days that a stated time may span to be looked for as such; years are looked for as numbers. */
const LONGEST_DAYS = 31;

/** "So far", "now" and "that night" depend on what is spoken of: they say no day that evidence must bear out. */
const SAYS_WHICH_DAY =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day\b|\b(?:tonight|tomorrow|(?:this|last|next|past)(?: \p{L}+)?|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b|(?:uary|march|april|august|ember|october)\b/iu;

/**
 * The slots that a part states itself.
 * @param asOf the day that "yesterday" and bare week days in the question are read from
 */
export function readStatedSlots(part: QuestionPart, asOf: string | null): readonly StatedSlot[] {
  const speaker = findSpeakerAsked(part.text);
  const places = findPlaces(withCapitals(part));
  const spoken = new Set(speaker?.stems ?? []);
  const slots: StatedSlot[] = speaker ? [{ kind: "speaker", written: speaker.written, speaker }] : [];
  for (const { written, stems } of part.names) {
    if (stems.every((one) => one.length < 3 || thingFamily(one) !== one) || stems.every((one) => spoken.has(one)))
      continue;
    slots.push(slotOfName({ written, stems }, part, places));
  }
  for (const time of findTimes(part.text, { published: asOf })) {
    const written = part.text.slice(time.span.start, time.span.end);
    if (lengthInDays(time.period) <= LONGEST_DAYS && SAYS_WHICH_DAY.test(written)) {
      slots.push({ kind: "day", written, period: time.period, on: speaker?.asks === "said" ? "said" : "happened" });
    }
  }
  return slots;
}

function slotOfName(
  { written, stems }: { readonly written: string; readonly stems: readonly string[] },
  part: QuestionPart,
  places: readonly PlaceMention[],
): StatedSlot {
  const at = part.text.toLowerCase().indexOf(written.toLowerCase());
  const end = at + written.length;
  const ids = places.filter(({ span }) => span.start < end && at < span.end).map(({ id }) => id);
  const located = at > 0 && LOCATIVE.test(part.text.slice(0, at));
  // "The French ambassador" and "Toluk, a village" are told by the gazetteer; "in Toluk" by its preposition.
  if (located || (ids.length > 0 && places.some(({ span }) => span.start <= at && end <= span.end)))
    return { kind: "place", written, stems, ids, located };
  return { kind: "name", written, stems };
}

/** Names get their capitals, for places are read by them. Lengths stay. */
function withCapitals(part: QuestionPart): string {
  let { text } = part;
  for (const { written } of part.names) {
    if (countryOf(written) !== null) continue;
    const capitals = written.replaceAll(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) =>
      letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter,
    );
    text = text.replaceAll(written, capitals);
  }
  return text;
}

function lengthInDays({ from, to, weekdays }: Period): number {
  if (from === null || to === null) return weekdays !== null && weekdays.length > 0 ? 1 : Number.POSITIVE_INFINITY;
  return (parseDay(to) ?? Number.POSITIVE_INFINITY) - (parseDay(from) ?? 0) + 1;
}
