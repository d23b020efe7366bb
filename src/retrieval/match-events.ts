import type { Claim } from "../claims/claim.ts";
import { eventFamily, eventFit } from "../claims/event-families.ts";
import { thingFamily } from "../claims/families.ts";
import { countryOf, placeContains } from "../claims/gazetteer.ts";
import { periodsOverlap } from "../claims/times.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { AskedEvent } from "../question/asked-event.ts";
import { stem } from "../text/stem.ts";
import { isStopWord } from "../text/words.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";

/** A claim of the event that a question asks about. */
export type EventMatch<C extends Claim = Claim> = {
  readonly claim: C;
  /** 0–1: how much of what the question says of the event stands at the claim or near it, weighed by idf; less for a related verb. */
  readonly score: number;
};

/** What a word of the question is worth by where it stands: hand-set, only their order matters. */
const NEARNESS = { sentence: 1, beside: 0.85, lead: 0.75, document: 0.5 } as const;

/** Sentences before a claim's own that tell what "he" and "the dam" are; the one behind often tells more of it. */
const REACH = 3;

/** Sentences at the front of a document that say what it is about. */
const LEAD = 3;

/** Of what the question says of the event at least so much must stand at the claim. */
const MIN_SCORE = 0.6;

/** A word before its noun, and a first name before the last, may be left out where it is named again. */
const MODIFIER = 0.4;

/** "Into the river" tells less than what leaked, and who of a party met. */
const ADJUNCT = 0.5;

/** A related verb is a weaker sign than the same. */
const RELATED = 0.85;

/**
 * How well a claim tells of the event that is asked about; null where it is of another: another verb, another doer or
 * victim, another place or day, or too little of what the question says of it anywhere near.
 */
export function matchEvent<C extends Claim>(asked: AskedEvent, claim: C, snapshot: Snapshot): EventMatch<C> | null {
  const fit = fitOf(asked, claim.event.action ?? "");
  if (fit === "different" || isOther(asked, claim)) return null;
  const record = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1];
  if (!record || isOfAnother(asked, claim, record)) return null;
  const cover = coverOf(asked, { claim, record, snapshot });
  const score = fit === "same" ? cover : cover * RELATED;
  return score >= MIN_SCORE * (fit === "same" ? 1 : RELATED) ? { claim, score } : null;
}

const FITS = new WeakMap<AskedEvent, Map<string, ReturnType<typeof eventFit>>>();

/** Asked of every claim of a corpus: each action is worked out once a question. */
function fitOf(asked: AskedEvent, action: string): ReturnType<typeof eventFit> {
  let known = FITS.get(asked);
  if (!known) {
    known = new Map();
    FITS.set(asked, known);
  }
  let fit = known.get(action);
  if (fit === undefined) {
    fit = eventFit(asked.key, action);
    known.set(action, fit);
  }
  return fit;
}

const meets = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));

const countries = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => countryOf(id) ?? []);

function isOther(asked: AskedEvent, claim: Claim): boolean {
  const { agents, targets } = claim.event;
  // Whoever suffers it in the question does not do it in the claim.
  const [doers, done] = [countries(agents), countries(targets)];
  if (asked.themes.length > 0 && done.length > 0 && !meets(asked.themes, done)) return true;
  if (asked.doers.length > 0 && doers.length > 0 && !meets(asked.doers, doers)) return true;
  if (asked.themes.length > 0 && done.length === 0 && doers.length > 0 && meets(asked.themes, doers)) return true;
  const places = claim.place?.ids.filter((id) => countryOf(id) !== null) ?? [];
  if (asked.places.length > 0 && places.length > 0) {
    const near = asked.places.some((one) =>
      places.some((id) => id === one || placeContains(id, one) || placeContains(one, id)),
    );
    if (!near) return true;
  }
  const period = claim.kind === "time" ? null : claim.period;
  return asked.period !== null && period !== null && periodsOverlap(asked.period, period) === "no";
}

/** "Paul Reve resigned" tells nothing of the mayor, unless the sentence calls him so. */
function isOfAnother(asked: AskedEvent, claim: Claim, record: DocumentRecord): boolean {
  const names = [...claim.counted.written.matchAll(/\p{Lu}[\p{L}\p{N}'’-]*/gu)]
    .map((match) => match[0].toLowerCase())
    .filter((word) => !isStopWord(word))
    .map((word) => stem(word));
  if (names.length === 0 || names.some((name) => asked.args.includes(name))) return false;
  const own = familiesOf(sentenceFacts(record, claim.sentence).stems);
  return asked.heads.some((head) => !own.has(familyOf(head)));
}

type Where = { readonly claim: Claim; readonly record: DocumentRecord; readonly snapshot: Snapshot };

function coverOf(asked: AskedEvent, { claim, record, snapshot }: Where): number {
  if (asked.args.length === 0) return 1;
  const own = familiesOf(sentenceFacts(record, claim.sentence).stems);
  const beside = familiesOf(
    Array.from({ length: REACH + 2 }, (_, at) => claim.sentence + 1 - at).flatMap((at) =>
      at < 0 ? [] : sentenceFacts(record, at).stems,
    ),
  );
  const lead = familiesOf([
    ...titleFacts(record).stems,
    ...Array.from({ length: LEAD }, (_, at) => at).flatMap((at) => sentenceFacts(record, at).stems),
  ]);
  let sum = 0;
  let all = 0;
  for (const arg of asked.args) {
    const key = familyOf(arg);
    const last = asked.names.find((name) => name.includes(arg))?.at(-1) ?? arg;
    const idle =
      asked.modifiers.includes(arg) || (last !== arg && (own.has(familyOf(last)) || beside.has(familyOf(last))));
    const adjunct = asked.heads.length > 0 && !asked.heads.includes(arg) && !asked.named.includes(arg);
    const weight = snapshot.bm25.idf(arg) * (idle ? MODIFIER : adjunct ? ADJUNCT : 1);
    all += weight;
    if (own.has(key)) sum += weight * NEARNESS.sentence;
    else if (beside.has(key)) sum += weight * NEARNESS.beside;
    else if (lead.has(key)) sum += weight * NEARNESS.lead;
    else if (holds(record, key)) sum += weight * NEARNESS.document;
  }
  return all === 0 ? 1 : sum / all;
}

/** "Vessel" and "ferry", "conceded" and "concession" are one word here. */
function familyOf(stemmed: string): string {
  const thing = thingFamily(stemmed);
  return thing === stemmed ? eventFamily(stemmed) : thing;
}

const familiesOf = (stems: readonly string[]): ReadonlySet<string> => new Set(stems.map(familyOf));

const WHOLE = new WeakMap<DocumentRecord, ReadonlySet<string>>();

function holds(record: DocumentRecord, key: string): boolean {
  let whole = WHOLE.get(record);
  if (!whole) {
    whole = familiesOf(record.sentences.flatMap((_, at) => sentenceFacts(record, at).stems));
    WHOLE.set(record, whole);
  }
  return whole.has(key);
}

/** A claim this much worse than the best of its document and side tells of something else. */
const NEARLY = 0.12;

const sideOf = (claim: Claim): string => `${claim.document} ${claim.kind === "status" ? claim.affirmed : ""}`;

/** The best matches of each document, for statuses of each side that it tells, in the order of `matches`. */
export function bestOfEach<C extends Claim>(matches: readonly EventMatch<C>[]): readonly EventMatch<C>[] {
  const best = new Map<string, number>();
  for (const { claim, score } of matches) best.set(sideOf(claim), Math.max(score, best.get(sideOf(claim)) ?? 0));
  return matches.filter(({ claim, score }) => score >= (best.get(sideOf(claim)) ?? 0) - NEARLY);
}
