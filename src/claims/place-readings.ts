import { foldName } from "../text/names.ts";
import { DISTRICT_WORDS } from "./place-words.ts";
import { placeTable, type Reading } from "./place-table.ts";

/** A word of a text, as places are looked up. */
export type PlaceToken = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
  readonly capital: boolean;
  /** What stands between this token and the next. */
  readonly gap: string;
};

/** A name found: tokens `from` up to `to`, what it may mean, and the reading taken so far. */
export type FoundPlace = { readonly from: number; to: number; readings: readonly Reading[]; reading: Reading };

/** "U.S.", or letters with inner apostrophes ("N'Djamena"); a possessive 's stays outside. */
const TOKEN = /(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]+)*/gu;
const LOWER_ASCII = /^[A-Za-z]+$/u;
/** Words of a text in order; digits are no words. */
export function tokenise(text: string): readonly PlaceToken[] {
  const spans = [...text.matchAll(TOKEN)];
  return spans.map((match, index) => {
    const word = match[0];
    const end = match.index + word.length;
    const first = word.charAt(0);
    return {
      start: match.index,
      end,
      text: word,
      key: LOWER_ASCII.test(word) ? word.toLowerCase() : foldName(word),
      capital: first !== first.toLowerCase(),
      gap: text.slice(end, spans[index + 1]?.index ?? text.length),
    };
  });
}

/** True where the first place lies in the second, by country or directly. */
export const inside = (inner: Reading, outer: Reading): boolean =>
  inner.place.country === outer.place.country &&
  (outer.place.kind === "country" || inner.place.parents.includes(outer.place.id));

/** The region that a name with this kind word means ("Kursk" + "oblast"); a city's name stands for the region around it. Null where none fits. */
export function regionReading(readings: readonly Reading[], kind: string): Reading | null {
  const [best] = readings;
  if (best === undefined || best.place.kind === "area" || (best.place.kind === "country" && kind !== "state"))
    return null;
  const regions = readings.filter((reading) => reading.place.kind === "region");
  const city = readings.find((reading) => reading.place.kind === "city");
  const surrounding = regions.find((reading) => city?.place.parents.slice(1).includes(reading.place.id));
  if (kind !== "state" && kind !== "county" && surrounding !== undefined && city === best) return surrounding;
  const named =
    regions.find((reading) => kind !== "state" || reading.place.country !== city?.place.country || city === best) ??
    regions[0];
  if (named !== undefined && !(DISTRICT_WORDS.has(kind) && named.place.country === "US")) return named;
  if (city === undefined || DISTRICT_WORDS.has(kind) || kind === "state" || city.weak) return null;
  const parent = placeTable().byId(city.place.parents[0] ?? "");
  return parent === null || parent.kind !== "region" ? null : { ...city, place: parent };
}
