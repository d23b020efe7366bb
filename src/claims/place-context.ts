import type { FoundPlace, PlaceToken } from "./place-readings.ts";
import { inside, regionReading } from "./place-readings.ts";
import { placeTable, type Reading } from "./place-table.ts";
import { REGION_PLURALS } from "./place-words.ts";

/** A place elsewhere is preferred for its country's sake only if it is not so many times less known. */
const CONTEXT_RATIO = 15;

/** "Aleppo, Syria" and the countries of the other places decide between places of one name. */
export function chooseByNeighbours(tokens: readonly PlaceToken[], found: readonly FoundPlace[]): void {
  const any = countByCountry(found.map((match) => match.reading));
  const local = countByCountry(found.map((match) => match.reading).filter((reading) => isLocal(reading)));
  for (const [index, match] of found.entries()) {
    const { reading } = match;
    if (reading.form !== "name" || match.readings.length < 2) continue;
    const next = found[index + 1];
    const commaForm = next !== undefined && next.from === match.to && tokens[match.to - 1]?.gap === ", ";
    const partner = commaForm ? match.readings.find((other) => inside(other, next.reading)) : undefined;
    if (partner !== undefined) {
      match.reading = partner;
      continue;
    }
    const asked = (other: Reading): boolean => {
      const country = other.place.country ?? "";
      const counted = reading.place.kind === "country" ? local : any;
      const own = reading.place.country === country && (counted === any || isLocal(reading)) ? 1 : 0;
      return (counted.get(country) ?? 0) - own > 0;
    };
    if (reading.place.kind === "area" || isCapital(reading.place.id) || asked(reading)) continue;
    const better = match.readings.find(
      (other) =>
        asked(other) &&
        (reading.place.kind === "country" ? other.place.kind === "region" : other.rank * CONTEXT_RATIO > reading.rank),
    );
    if (better !== undefined) match.reading = better;
  }
}

function countByCountry(readings: readonly Reading[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of readings)
    if (place.country !== null) counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  return counts;
}

/** True for a place inside a country that is not its capital: capitals stand for governments. */
const isLocal = ({ place }: Reading): boolean => place.kind !== "country" && !isCapital(place.id);

const isCapital = (id: string): boolean => {
  const country = placeTable().byId(id)?.country;
  return country !== undefined && country !== null && placeTable().capitals.get(country) === id;
};

/** "Oryol and Kaluga oblasts": the plural makes regions of all names joined before it. */
export function spreadPlurals(tokens: readonly PlaceToken[], found: readonly FoundPlace[]): void {
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const match = found[index];
    const kind = match === undefined ? undefined : tokens[match.to];
    if (match === undefined || kind === undefined || tokens[match.to - 1]?.gap !== " " || !REGION_PLURALS.has(kind.key))
      continue;
    for (let back: number = index; back >= 0; back -= 1) {
      const part = found[back];
      const after = found[back + 1];
      if (part === undefined || (back < index && after !== undefined && !listed(tokens, part.to, after.from))) break;
      part.reading = regionReading(part.readings, "oblast") ?? part.reading;
    }
    match.to += 1;
  }
}

function listed(tokens: readonly PlaceToken[], to: number, from: number): boolean {
  const gap = tokens[to - 1]?.gap;
  if (from === to) return gap === ", ";
  return from === to + 1 && (gap === " " || gap === ", ") && /^(and|or)$/u.test(tokens[to]?.key ?? "");
}
