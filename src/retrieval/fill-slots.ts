import { isoDay, parseDay, weekdayOf } from "../claims/times/days.ts";
import { BODY_WORDS } from "../claims/body-words.ts";
import { PLACE_NOUNS, REGION_PLURALS, REGION_WORDS } from "../claims/place-words.ts";
import type { Period } from "../claims/claim.ts";
import { capitalFor, placeContains, samePlace } from "../claims/gazetteer.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import { sameName } from "../text/names.ts";
import { stem } from "../text/stem.ts";
import { isNamed, isSameName, tellInitials } from "./name-equality.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { kept } from "./kept.ts";
import type { SentenceReader } from "./kept.ts";
import { daysIn, daysOfSaying } from "./sentence-days.ts";
import { contextOf, placeRuns, sentenceText } from "./slot-context.ts";
import type { PlaceRun } from "./slot-context.ts";
import { isCreditedTo } from "./credited-to.ts";

/** Where a slot is looked for: a sentence with what a reader takes along with it. */
export type SlotPlace = { readonly record: DocumentRecord; readonly sentence: number };

/**
 * True where a sentence bears out a slot of the question: in its own words, or in what a reader takes along with it
 * (what stands before it in the paragraph, the heading, the opening, the title, the date) unless its own words say otherwise.
 */
export function fillsSlot(slot: StatedSlot, { record, sentence }: SlotPlace): boolean {
  let read = READERS.get(slot);
  if (!read) READERS.set(slot, (read = kept((of, at) => fills(slot, { record: of, sentence: at }))));
  return read(record, sentence);
}

/** Several readers of one question ask for the same slots of the same sentences. */
const READERS = new WeakMap<StatedSlot, SentenceReader<boolean>>();

function fills(slot: StatedSlot, where: SlotPlace): boolean {
  switch (slot.kind) {
    case "speaker":
      return isCreditedTo(slot.speaker, where);
    case "name":
      return fillsName(slot, where);
    case "place":
      return fillsPlace(slot, where);
    case "day":
      return (
        (slot.on === "said" &&
          daysOfSaying(where.record, where.sentence).some((said) => overlaps(slot.period, said))) ||
        fillsDay(slot.period, where)
      );
  }
}

function fillsName({ written, stems }: NameSlot, { record, sentence }: SlotPlace): boolean {
  const { before, heading, lead } = contextOf(record, sentence);
  const near = [sentence, ...before, sentence + 1, ...(heading === null ? [] : [heading]), ...lead];
  // "The Green Alliance" is not the alliance of a report on the Civic Alliance.
  const held = BODY_WORDS.has(stems.at(-1) ?? "") || BODY_STEMS.has(stems.at(-1) ?? "") ? isHeldWhole : isHeld;
  const { title } = record.document;
  return (
    near.some((at) => held(sentenceFacts(record, at), stems) && isCalledSo(written, stems, sentenceText(record, at))) ||
    (held(titleFacts(record), stems) && isCalledSo(written, stems, title))
  );
}

type NameSlot = Extract<StatedSlot, { kind: "name" }>;

const CAPITALISED = /(?:\p{Lu}[\p{L}\p{M}'’.-]*\s+)*\p{Lu}[\p{L}\p{M}'’-]*/gu;

/** People are called by their last name alone, but "Harbour Tower" is not the "Clock Tower" of the question. */
function isCalledSo(written: string, stems: readonly string[], text: string): boolean {
  const [first] = stems;
  const last = stems.at(-1);
  if (first === undefined || last === undefined || stems.length < 2) return true;
  const runs = [...text.matchAll(CAPITALISED)]
    .map(([run]) => run)
    .filter((run) => run.includes(" ") && stem(run.split(/\s+/u).at(-1) ?? "") === last);
  return runs.length === 0 || runs.some((run) => sameName(written, run) || stem(run).includes(first));
}

const BODY_STEMS: ReadonlySet<string> = new Set([...BODY_WORDS].map((word) => stem(word)));

/** Words for kinds of place tell no place apart: of "Port County" the port must stand. */
const KIND_STEMS: ReadonlySet<string> = new Set(
  [...REGION_WORDS, ...REGION_PLURALS, ...PLACE_NOUNS, "state", "street", "square", "bay", "sea", "river"].map((word) =>
    stem(word),
  ),
);

function holdsPlace(record: DocumentRecord, sentence: number, stems: readonly string[]): boolean {
  return isPlaceHeld(sentenceFacts(record, sentence), stems);
}

function isPlaceHeld(facts: Facts, stems: readonly string[]): boolean {
  const own = stems.filter((one) => !KIND_STEMS.has(one));
  return isHeldWhole(facts, own.length > 0 ? own : stems);
}

type Facts = { readonly stems: readonly string[]; readonly initials: readonly string[] };

/** Every word stands, or the initials of all. */
function isHeldWhole(facts: Facts, stems: readonly string[]): boolean {
  const initials = stems.map((one) => one.charAt(0)).join("");
  return (
    stems.every((name) => facts.stems.some((word) => isSameName(name, word))) ||
    (tellInitials(initials) && (facts.stems.includes(initials) || facts.initials.includes(initials)))
  );
}

function isHeld(facts: Facts, stems: readonly string[]): boolean {
  return isNamed(
    stems,
    (name) =>
      facts.stems.includes(name) || facts.initials.includes(name) || facts.stems.some((word) => isSameName(name, word)),
  );
}

type PlaceSlot = Extract<StatedSlot, { kind: "place" }>;

function fillsPlace(slot: PlaceSlot, where: SlotPlace): boolean {
  const { record, sentence } = where;
  const own = placeRuns(record, sentence);
  if (holdsPlace(record, sentence, slot.stems) || own.some((run) => meets(slot, run))) return true;
  const elsewhere = own.some((run) => run.located && isRival(slot, run));
  const { before, heading, lead } = contextOf(record, sentence);
  for (const at of before) {
    const runs = placeRuns(record, at);
    const held = holdsPlace(record, at, slot.stems) || runs.some((run) => meets(slot, run));
    const rivals = runs.some((run) => run.located && isRival(slot, run));
    // A list of places tells nothing of the sentence behind it.
    if (held || rivals) return held && !rivals;
  }
  if (elsewhere) return false;
  if (
    heading !== null &&
    (holdsPlace(record, heading, slot.stems) || placeRuns(record, heading).some((run) => meets(slot, run)))
  )
    return true;
  if (isPlaceHeld(titleFacts(record), slot.stems)) return true;
  return lead.some((at) => {
    const runs = placeRuns(record, at);
    return (
      (holdsPlace(record, at, slot.stems) || runs.some((run) => meets(slot, run))) &&
      !(runs.some((run) => run.located && isRival(slot, run)) && at !== lead[0])
    );
  });
}

/** The place of the sentence is the one asked or lies in it. */
function meets(slot: PlaceSlot, run: PlaceRun): boolean {
  const { id } = run;
  if (id === null) return false;
  // "Kyiv's drones" are Ukraine's.
  return slot.ids.some(
    (asked) => samePlace(asked, id) || placeContains(asked, id) || (!slot.located && capitalFor(asked) === id),
  );
}

/** Another place, that neither holds the one asked nor lies in it. */
function isRival(slot: PlaceSlot, run: PlaceRun): boolean {
  const { id } = run;
  if (id === null) return !run.stems.some((one) => slot.stems.includes(one));
  return !slot.ids.some((asked) => placeContains(asked, id) || placeContains(id, asked) || samePlace(asked, id));
}

function fillsDay(asked: Period, { record, sentence }: SlotPlace): boolean {
  const published = record.document.published?.slice(0, 10) ?? null;
  const { before, heading, lead } = contextOf(record, sentence);
  for (const at of [sentence, ...before, ...(heading === null ? [] : [heading])]) {
    const said = daysIn(record, at);
    if (said.length > 0) return said.some((period) => overlaps(asked, period));
  }
  if (published === null) return true;
  if (asked.from !== null && asked.to !== null) {
    const leads = lead.flatMap((at) => daysIn(record, at));
    if (leads.length > 0) return leads.some((period) => overlaps(asked, period));
    return asked.from.slice(0, 10) <= published && published <= dayAfter(asked.to);
  }
  return true;
}

function overlaps(a: Period, b: Period): boolean {
  if (a.from !== null && a.to !== null && b.from !== null) {
    const end = b.to ?? "9999-12-31";
    return a.from.slice(0, 10) <= end.slice(0, 10) && b.from.slice(0, 10) <= a.to.slice(0, 10);
  }
  const [left, right] = [a.weekdays ?? weekdaysOf(a), b.weekdays ?? weekdaysOf(b)];
  return left === null || right === null || left.some((day) => right.includes(day));
}

/** Week days of up to a week, 0 = Sunday; null where unknown or longer. */
function weekdaysOf({ from, to }: Period): readonly number[] | null {
  const first = from === null ? null : parseDay(from);
  const last = to === null ? null : parseDay(to);
  if (first === null || last === null || last - first >= DAYS_OF_WEEK) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => weekdayOf(first + i));
}

const DAYS_OF_WEEK = 7;

const dayAfter = (day: string): string => isoDay((parseDay(day) ?? 0) + 1);
