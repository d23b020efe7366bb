import { foldName } from "../text/names.ts";
import { AREAS, LOCAL_ADJECTIVES, OTHER_NAMES, SEATS, STATE_ABBREVIATIONS } from "./areas.ts";
import { cityTable } from "./city-table.ts";
import { COUNTRIES } from "./countries.ts";
import { GAZETTEER } from "./gazetteer-data.ts";

/** How a text names a place: by name, by adjective ("Ukrainian"), by its people ("Ukrainians"), by its seat of power ("Kremlin"). */
export type PlaceForm = "name" | "adjective" | "demonym" | "seat";

/** A place: a country (`UA`), a region (`UA.16`), a city (`g` and its GeoNames number) or an area (`@eu`). */
export type KnownPlace = {
  readonly id: string;
  readonly name: string;
  readonly kind: "country" | "region" | "city" | "area";
  readonly country: string | null;
  /** What it lies in; a city that has a region of its own also lies in the region named after it. */
  readonly parents: readonly string[];
};

/** One reading of a name. */
export type Reading = {
  readonly place: KnownPlace;
  readonly form: PlaceForm;
  /** Needs a sign that a place is meant: the name is also a word or a person's. */
  readonly weak: boolean;
  /** Counts only when written in capitals ("US", "UN"). */
  readonly capitals: boolean;
  /** Higher first. */
  readonly rank: number;
};

/** Lookup of places. Keys are names as `foldName` gives them. */
export type PlaceTable = {
  /** All readings of a name, best first; near spellings are looked up only where the name itself is unknown or obscure. */
  readonly read: (key: string) => readonly Reading[];
  readonly byId: (id: string) => KnownPlace | null;
  /** The most words that a name beginning with this word has; 1 where none has more. */
  readonly longest: (word: string) => number;
  readonly capitals: ReadonlyMap<string, string>;
};

const NONE: readonly Reading[] = [];
const AREA_RANK = 1e9;
const COUNTRY_RANK = 2e9;
/** A capital is worth so many other cities of its size. */
const CAPITAL_BONUS = 20;
/** A region outranks the city in it that it is named after only if it holds so many times more people. */
const REGION_OVER_CITY = 5;
/** A name this well known is not taken for a misspelling of another. */
const KNOWN_RANK = 3000;
/** A near spelling of a name must be so many times better known than the exact one. */
const LOOSE_HANDICAP = 3;
/** Words for kinds of region that the data put beside the name: "Kursk Oblast", "Republic of Tyva". */
const KIND_WORDS =
  / (oblast|krai|kray|republic|province|region|governorate|state|regional state|voivodeship|city|district|county|prefecture)$|^(republic|state) of /u;
/** Countries and territories whose names are first of all something else. */
const WEAK_COUNTRIES = new Set(["JE", "MF", "TK", "CC"]);

const split = (list: string, by: string): readonly string[] => (list === "" ? [] : list.split(by));

let table: PlaceTable | null = null;

/** The table of all places, built on first use and kept: it never changes. */
export function placeTable(): PlaceTable {
  table ??= buildTable();
  return table;
}

function buildTable(): PlaceTable {
  const cities = cityTable();
  const places = new Map<string, KnownPlace>();
  const exact = new Map<string, Reading[]>();
  const loose = new Map<string, Reading[]>();
  const longest = new Map<string, number>();
  const capitals = new Map<string, string>();
  /** `country key` → a region of that name in other words ("kursk" → Kursk Oblast). */
  const namesakes = new Map<string, string>();
  const bareNames = new Map<string, string>();

  const holders = new Map<string, readonly string[]>();
  for (const [id, , , , holds] of AREAS)
    for (const held of split(holds, " ")) holders.set(held, [...(holders.get(held) ?? []), id]);
  for (const [id, names, adjectives, inside] of AREAS) {
    const [name = id] = names.split("|");
    const country = /^[A-Z]{2}/u.exec(inside)?.[0] ?? null;
    const parents = [...split(inside, " "), ...(holders.get(id) ?? [])];
    const place = addPlace({ id, name, kind: "area", country, parents });
    addNames(names, { place, form: "name", weak: false, rank: AREA_RANK });
    addNames(adjectives, { place, form: "adjective", weak: false, rank: AREA_RANK });
  }
  for (const [code, names, adjectives, people] of COUNTRIES) {
    const [name = code] = names.split("|");
    const place = addPlace({ id: code, name, kind: "country", country: code, parents: holders.get(code) ?? [] });
    addNames(names, { place, form: "name", weak: WEAK_COUNTRIES.has(code), rank: COUNTRY_RANK });
    addNames(adjectives, { place, form: "adjective", weak: false, rank: COUNTRY_RANK });
    const plurals = split(adjectives, "|").filter((word) => /(an|[ioktr]|ab|ne|in|na)$/u.test(word));
    const plural = plurals.map((word) => `${word}s`).join("|");
    addNames([plural, people].filter((list) => list !== "").join("|"), {
      place,
      form: "demonym",
      weak: false,
      rank: COUNTRY_RANK,
    });
  }
  for (const line of GAZETTEER) {
    const [country = "", capital = "", regionRows = ""] = line.split("|");
    if (capital !== "") capitals.set(country, `g${Number.parseInt(capital, 36)}`);
    for (const row of split(regionRows, ";")) {
      const [code = "", thousands = "0", flag = "", name = ""] = row.split("=");
      const id = `${country}.${code}`;
      const rank = Number.parseInt(thousands, 36);
      const place = addPlace({ id, name, kind: "region", country, parents: [country, ...(holders.get(id) ?? [])] });
      const key = foldName(name);
      const bare = key.replace(KIND_WORDS, "").trim();
      const reading = { place, form: "name", weak: flag === "w", capitals: false, rank } as const;
      addKey(key, reading);
      bareNames.set(id, bare);
      if (bare === key || key.endsWith(" city")) continue;
      addKey(bare, { ...reading, rank: rank / REGION_OVER_CITY });
      namesakes.set(`${country} ${bare}`, id);
    }
  }
  for (const [id, names] of OTHER_NAMES) {
    const place = places.get(id);
    if (place !== undefined) addNames(names, { place, form: "name", weak: false, rank: AREA_RANK });
  }
  for (const row of STATE_ABBREVIATIONS.split("|")) {
    const [postal = "", short = ""] = row.split(" ");
    const place = places.get(`US.${postal}`);
    if (place === undefined) continue;
    if (short.endsWith(".")) addKey(foldName(short), { place, form: "name", weak: true, capitals: false, rank: 1 });
    addKey(postal.toLowerCase(), { place, form: "name", weak: true, capitals: true, rank: 0 });
  }
  for (const [names, id] of SEATS) {
    const place = places.get(id);
    if (place !== undefined) addNames(names, { place, form: "seat", weak: false, rank: COUNTRY_RANK });
  }
  for (const [of, words] of LOCAL_ADJECTIVES) {
    const place = places.get(of) ?? readExact(foldName(of))[0]?.place;
    if (place === undefined) continue;
    for (const word of words.split("|"))
      addNames(word, {
        place,
        form: /(s|men|man)$/u.test(word) ? "demonym" : "adjective",
        weak: false,
        rank: AREA_RANK,
      });
  }

  const known = new Map<string, readonly Reading[]>();
  return {
    read: (key) => {
      let readings = known.get(key);
      if (readings !== undefined) return readings;
      readings = read(key);
      // Only names are kept: other words are without number.
      if (readings.length > 0) known.set(key, readings);
      return readings;
    },
    byId: (id) => places.get(id) ?? cityById(id),
    longest: (word) => Math.max(longest.get(word) ?? 1, cities.longest(word)),
    capitals,
  };

  function addPlace(place: KnownPlace): KnownPlace {
    places.set(place.id, place);
    return place;
  }

  function addKey(key: string, reading: Reading): void {
    put(exact, key, reading);
    if (reading.form === "name" && !reading.weak) put(loose, cities.looseKey(key), reading);
    const space = key.indexOf(" ");
    if (space < 0) return;
    const first = key.slice(0, space);
    longest.set(first, Math.max(longest.get(first) ?? 1, key.split(" ").length));
  }

  function addNames(names: string, detail: Omit<Reading, "capitals">): void {
    for (const name of split(names, "|")) addKey(foldName(name), { ...detail, capitals: /^[A-Z.]{2,6}$/u.test(name) });
  }

  function readExact(key: string): readonly Reading[] {
    const found = [...(exact.get(key) ?? NONE), ...cities.exact(key).map((index) => cityReading(index, key))];
    return found.length > 1 ? found.sort(byRank) : found;
  }

  function read(key: string): readonly Reading[] {
    const found = readExact(key);
    const best = found[0];
    if (best !== undefined && (best.rank >= KNOWN_RANK || best.capitals || best.form !== "name")) return found;
    const spelling = cities.looseKey(key);
    if (spelling === null) return found;
    const near = [...(loose.get(spelling) ?? NONE), ...cities.loose(spelling).map((index) => cityReading(index, key))];
    const better = near.sort(byRank).filter((reading) => reading.rank > LOOSE_HANDICAP * (best?.rank ?? 0));
    const seen = new Set(better.map((reading) => reading.place.id));
    return [...better, ...found.filter((reading) => !seen.has(reading.place.id))];
  }

  function cityReading(index: number, key: string): Reading {
    const city = cities.row(index);
    const place = cityPlace(index);
    const [region = ""] = place.parents;
    const capital = capitals.get(city.country) === place.id;
    const bare = bareNames.get(region) ?? "";
    const named = sameSpelling(bare, key) || key === `${bare} city` ? REGION_OVER_CITY : 1;
    const rank = capital ? (city.thousands + 100) * CAPITAL_BONUS : city.thousands * named;
    return { place, form: "name", weak: city.weak && !capital, capitals: false, rank };
  }

  function sameSpelling(a: string, b: string): boolean {
    return a === b || (a !== "" && cities.looseKey(a) !== null && cities.looseKey(a) === cities.looseKey(b));
  }

  function cityPlace(index: number): KnownPlace {
    const { number, country, region, name } = cities.row(index);
    const id = `g${number}`;
    const made = places.get(id);
    if (made !== undefined) return made;
    const parents = [region === "" ? country : `${country}.${region}`];
    const key = foldName(name);
    const namesake = namesakes.get(`${country} ${key}`);
    const largest = cities.exact(key).find((other) => cities.row(other).country === country);
    if (namesake !== undefined && namesake !== parents[0] && largest === index) parents.push(namesake);
    return addPlace({ id, name, kind: "city", country, parents });
  }

  function cityById(id: string): KnownPlace | null {
    const index = /^g\d+$/u.test(id) ? cities.indexOf(Number(id.slice(1))) : null;
    return index === null ? null : cityPlace(index);
  }
}

const byRank = (a: Reading, b: Reading): number => b.rank - a.rank || (a.place.id < b.place.id ? -1 : 1);

function put(map: Map<string, Reading[]>, key: string | null, reading: Reading): void {
  if (key === null || key === "") return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [reading]);
  else if (!list.some((other) => other.place === reading.place)) list.push(reading);
}
