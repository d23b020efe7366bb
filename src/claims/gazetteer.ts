import { foldName, spellingKey } from "../text/names.ts";
import type { Span } from "../text/span.ts";
import { GIVEN_NAMES } from "./gazetteer-data.ts";
import { chooseByNeighbours, spreadPlurals } from "./place-context.ts";
import { type FoundPlace, inside, type PlaceToken, regionReading, tokenise } from "./place-readings.ts";
import { type KnownPlace, type PlaceForm, type PlaceTable, placeTable, type Reading } from "./place-table.ts";
import {
  COURTESY_TITLES,
  DISTRICT_WORDS,
  LOCATIVES,
  NEAR_WORDS,
  NEVER_PLACES,
  OUTLET_WORDS,
  PLACE_FOLLOWERS,
  PLACE_NOUNS,
  REGION_NOUNS,
  REGION_WORDS,
} from "./place-words.ts";

/** A place named in a text. The span leaves out a possessive ending and takes in the kind ("Kursk Oblast"). */
export type PlaceMention = {
  readonly span: Span;
  /** Id in the gazetteer, or `name:…` for a place that only the words around it tell ("the village of Foo"). */
  readonly id: string;
  readonly form: PlaceForm;
};

/** Thousands of people below which a city gives way to the surname it may be. */
const OBSCURE_RANK = 300;

let givenNames: ReadonlySet<string> | null = null;
/** True for a given name of English or one that English speakers bear, in lower case. */
export const isGivenName = (word: string): boolean => (givenNames ??= new Set(GIVEN_NAMES.split(" "))).has(word);

/**
 * Places in a text, in order, never overlapping: the longest name wins, only capitalised words count, people ("Paris Hilton", "Michael Jordan") and
 * papers ("the Kyiv Post") are left out, and a name that several places share is read by its neighbours ("Aleppo, Syria"), else as the
 * best-known. Linear in the text.
 */
export function findPlaces(text: string): readonly PlaceMention[] {
  const table = placeTable();
  const tokens = tokenise(text);
  const found: (FoundPlace | PlaceMention)[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.capital) continue;
    const match = matchAt(table, tokens, at) ?? unknownAt(tokens, at);
    if (match === null) continue;
    found.push(match);
    at = "from" in match ? match.to - 1 : tokenEndingAt(tokens, at, match.span.end);
  }
  const known = found.filter((match) => "from" in match);
  chooseByNeighbours(tokens, known);
  spreadPlurals(tokens, known);
  return found.map((match) => ("from" in match ? mentionOf(tokens, match) : match));
}

/** Id of a place that the gazetteer does not know: equal for spellings of one name. */
export function unknownPlaceId(name: string): string {
  return `name:${spellingKey(foldName(name))}`;
}

/**
 * Id of the place that a name alone most likely means ("Kharkiv" → the city, "Russian" → the country), with or without its kind ("Kursk Oblast").
 * An unknown name has an id of its own, `name:…`. For names in running text use `findPlaces`, which reads the words around them.
 */
export function placeIdOf(name: string): string {
  return placeTable().read(foldName(name))[0]?.place.id ?? unknownPlaceId(name);
}

/** What a name alone is to the gazetteer: a place's name, an adjective or people of one, or null where it knows none. */
export function namedPlace(name: string): "name" | "adjective" | null {
  const form = placeTable().read(foldName(name))[0]?.form;
  if (form === undefined) return null;
  return form === "name" || form === "seat" ? "name" : "adjective";
}

/**
 * True where `inner` lies in `outer` as far as is known; a place contains itself. Country ⊃ region ⊃ city, and areas over countries. A city with a region of its
 * own counts as inside the region named after it, as news uses the words: "Moscow region".
 */
export function placeContains(outer: string, inner: string): boolean {
  if (outer === inner) return true;
  const seen = new Set([inner]);
  const queue = [inner];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const parent of placeTable().byId(id)?.parents ?? []) {
      if (parent === outer) return true;
      if (!seen.has(parent)) queue.push(parent);
      seen.add(parent);
    }
  return false;
}

/** Code of the country that a place is or lies in; null for seas, unions and unknown places. */
export function countryOf(id: string): string | null {
  return placeTable().byId(id)?.country ?? null;
}

/** Id of a country's capital city, null for what is no country or has none. */
export function capitalOf(country: string): string | null {
  return placeTable().capitals.get(country) ?? null;
}

/** The country whose capital this city is, else null. */
export function capitalFor(id: string): string | null {
  const country = countryOf(id);
  return country !== null && capitalOf(country) === id ? country : null;
}

/** Usual English name of a place; an unknown place gives its folded name, without `name:`. */
export function placeName(id: string): string {
  return placeTable().byId(id)?.name ?? id.replace(/^name:/u, "");
}

/** What sort of place an id is; null for unknown places. */
export function placeKind(id: string): KnownPlace["kind"] | null {
  return placeTable().byId(id)?.kind ?? null;
}

/** True where two ids mean one place: equal, or a city and the region or district that is that city and nothing else. */
export function samePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [placeTable().byId(a), placeTable().byId(b)];
  if (left === null || right === null || left.country !== right.country || left.kind === right.kind) return false;
  const [city, region] = left.kind === "city" ? [left, right] : [right, left];
  return (
    city.kind === "city" && region.kind === "region" && city.parents.includes(region.id) && cityIsRegion(city, region)
  );
}

/** "Moscow" is a city and a region of the same extent; "Kursk" and "Kursk Oblast" are not the same. */
function cityIsRegion(city: KnownPlace, region: KnownPlace): boolean {
  const name = foldName(region.name);
  return (
    foldName(city.name) === name.replace(/ city$/u, "") && city.parents.length > 1 && city.parents[0] === region.id
  );
}

const joins = (gap: string): boolean => gap === " " || gap === "-" || gap === ". " || gap === "\u00a0";

function matchAt(table: PlaceTable, tokens: readonly PlaceToken[], at: number): FoundPlace | null {
  const first = tokens[at];
  if (first === undefined) return null;
  // Two capitalised words are tried together even where no name begins with the first as spelled: "Kryvyi Rih" for "Kryvyy Rih".
  const pair = tokens[at + 1]?.capital === true && joins(first.gap) ? 2 : 1;
  const most = Math.min(Math.max(table.longest(first.key), pair), tokens.length - at);
  for (let count = most; count >= 1; count -= 1) {
    const words = tokens.slice(at, at + count);
    const last = words.at(-1);
    if (last === undefined || (count > 1 && !last.capital && !/['’ʼ]\p{Lu}/u.test(last.text))) continue;
    if (words.slice(0, -1).some((word) => !joins(word.gap) || (word.gap === ". " && word.key.length > 2))) continue;
    if (count === 1 && NEVER_PLACES.has(first.key) && first.text !== "US") continue;
    const key = count === 1 ? first.key : words.map((word) => word.key).join(" ");
    const readings = table
      .read(key)
      .filter((reading) => !reading.capitals || words.every((word) => isUpper(word.text)));
    const found = accept(tokens, { from: at, to: at + count, readings });
    if (found !== null) return found;
  }
  return null;
}

const isUpper = (word: string): boolean => word === word.toUpperCase();

function accept(
  tokens: readonly PlaceToken[],
  match: { from: number; to: number; readings: readonly Reading[] },
): FoundPlace | null {
  const [best] = match.readings;
  if (best === undefined) return null;
  const before = tokens[match.from - 1];
  const after = tokens[match.to];
  const last = tokens[match.to - 1];
  const beforeJoins = before?.gap === " " || (before?.gap === ". " && COURTESY_TITLES.has(before.key));
  const afterJoins = last?.gap === " ";
  if (best.form !== "name") return { ...match, reading: best };
  if (after !== undefined && afterJoins && after.capital && OUTLET_WORDS.has(after.key)) return null;
  const region = regionAfter(tokens, match);
  if (region !== null) return region;
  if (after !== undefined && afterJoins && after.capital && (DISTRICT_WORDS.has(after.key) || after.key === "county"))
    return null;
  const own = match.to - match.from === 1 ? (last?.text ?? "") : "";
  const titled = best.place.kind !== "country" || isGivenName(own);
  if (isPerson(before, after, titled && beforeJoins, afterJoins && isGivenName(own))) return null;
  if (best.place.kind === "city" && best.rank < OBSCURE_RANK && beforeJoins && isUnknownName(before)) return null;
  const strong = match.readings.find((reading) => !reading.weak);
  if (!best.weak) return { ...match, reading: best };
  const capitalAfter = afterJoins && after?.capital === true && !PLACE_FOLLOWERS.has(after.key);
  const located =
    before !== undefined &&
    before.gap === " " &&
    LOCATIVES.has(before.key) &&
    !capitalAfter &&
    !/^['’]s/u.test(last?.gap ?? "");
  if (located && best.rank > 1) return { ...match, reading: best };
  if (last?.gap === ", " || (last?.gap === "., " && after !== undefined)) {
    const outer = placeTable().read(after?.key ?? "")[0];
    const inner = match.readings.find((reading) => outer !== undefined && inside(reading, outer));
    if (inner !== undefined && after?.capital === true) return { ...match, reading: inner };
  }
  if (before?.gap === ", " && best.place.kind === "region") return { ...match, reading: best };
  return strong === undefined || strong.rank < best.rank ? null : { ...match, reading: strong };
}

/** "Elina Salo": behind an unknown capitalised word a small town's name is more likely a surname. */
const isUnknownName = (before: PlaceToken | undefined): boolean =>
  before !== undefined &&
  before.capital &&
  before.start > 0 &&
  !NEVER_PLACES.has(before.key) &&
  placeTable().read(before.key).length === 0;

/** "Michael Jordan", "Mr. Lincoln"; "Paris Hilton" where the name itself is a given name. */
function isPerson(
  before: PlaceToken | undefined,
  after: PlaceToken | undefined,
  ...[beforeJoins, afterIsSurname]: readonly [boolean, boolean]
): boolean {
  if (
    before !== undefined &&
    beforeJoins &&
    before.capital &&
    (isGivenName(before.text) || COURTESY_TITLES.has(before.key))
  )
    return true;
  return (
    afterIsSurname && after !== undefined && after.capital && after.text.length > 1 && !PLACE_FOLLOWERS.has(after.key)
  );
}

/** "Kursk Oblast", "Washington state", "the province of Idlib": the region of that name, or the one that the city of that name lies in. */
function regionAfter(
  tokens: readonly PlaceToken[],
  match: { from: number; to: number; readings: readonly Reading[] },
): FoundPlace | null {
  const kind = tokens[match.to];
  const last = tokens[match.to - 1];
  if (kind !== undefined && last?.gap === " " && (REGION_WORDS.has(kind.key) || kind.key === "state")) {
    const next = tokens[match.to + 1];
    if (kind.capital && kind.gap === " " && next?.capital === true && !NEVER_PLACES.has(next.key)) return null;
    const reading = regionReading(match.readings, kind.key);
    return reading === null ? null : { ...match, to: match.to + 1, reading };
  }
  const of = tokens[match.from - 1];
  const noun = tokens[match.from - 2];
  if (of?.key !== "of" || noun === undefined) return null;
  if (REGION_NOUNS.has(noun.key)) {
    const reading = regionReading(match.readings, noun.key);
    return reading === null ? null : { ...match, reading };
  }
  const city = PLACE_NOUNS.has(noun.key) ? match.readings.find((reading) => reading.place.kind === "city") : undefined;
  return city === undefined ? null : { ...match, reading: city };
}

/** A name that the gazetteer lacks, but that its neighbours call a place: "Foo Oblast", "the village of Foo", "near Foo". */
function unknownAt(tokens: readonly PlaceToken[], at: number): PlaceMention | null {
  const token = tokens[at];
  if (token === undefined || NEVER_PLACES.has(token.key) || placeTable().read(token.key)[0]?.form === "adjective")
    return null;
  let end = at + 1;
  while (
    end < at + 3 &&
    tokens[end - 1]?.gap === " " &&
    tokens[end]?.capital === true &&
    !NEVER_PLACES.has(tokens[end]?.key ?? "")
  )
    end += 1;
  const [noun, before] = [tokens[at - 2], tokens[at - 1]];
  const named = before?.gap === " " && before.key === "of" && noun !== undefined && PLACE_NOUNS.has(noun.key);
  const near = before?.gap === " " && NEAR_WORDS.has(before.key);
  const lastName = tokens[end - 1];
  const kind =
    REGION_WORDS.has(lastName?.key ?? "") && end > at + 1 ? lastName : lastName?.gap === " " ? tokens[end] : undefined;
  const region = before !== undefined && kind !== undefined && REGION_WORDS.has(kind.key);
  if (!named && !near && !region) return null;
  const last = region && kind !== undefined ? kind : lastName;
  if (last === undefined) return null;
  const name = tokens
    .slice(at, last === tokens[end] ? end + 1 : end)
    .map((word) => word.text)
    .join(" ");
  return { span: { start: token.start, end: last.end }, id: unknownPlaceId(name), form: "name" };
}

function tokenEndingAt(tokens: readonly PlaceToken[], from: number, end: number): number {
  let at = from;
  while (at + 1 < tokens.length && (tokens[at + 1]?.end ?? end + 1) <= end) at += 1;
  return at;
}

function mentionOf(tokens: readonly PlaceToken[], match: FoundPlace): PlaceMention {
  const start = tokens[match.from]?.start ?? 0;
  const end = tokens[match.to - 1]?.end ?? start;
  return { span: { start, end }, id: match.reading.place.id, form: match.reading.form };
}
