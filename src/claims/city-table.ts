import { spellingKey } from "../text/names.ts";
import { BLOCKED_KEYS, GAZETTEER } from "./gazetteer-data.ts";

/** One city of the generated data. */
export type CityRow = {
  /** GeoNames number. */
  readonly number: number;
  readonly country: string;
  /** Code of its region within the country, empty where unknown. */
  readonly region: string;
  readonly thousands: number;
  readonly weak: boolean;
  readonly name: string;
};

/**
 * The 34,000 cities, read straight from the packed data: a row is taken apart only when somebody asks for it. Cities are known by an index; indexes
 * of one country run from its largest city to its smallest.
 */
export type CityTable = {
  readonly exact: (key: string) => readonly number[];
  readonly loose: (spelling: string) => readonly number[];
  readonly row: (index: number) => CityRow;
  readonly indexOf: (number: number) => number | null;
  readonly longest: (word: string) => number;
  /** Key under which near spellings meet, null where the name is too short or is an ordinary word. */
  readonly looseKey: (key: string) => string | null;
};

/** A name is matched loosely only if its spelling key is as long as this; shorter ones meet other words. */
const SHORTEST_LOOSE = 5;
const SHORTEST_SPELLING = 5;
/** Thousands of people from which a city is matched loosely. */
const LOOSE_FROM = 50;
/** Names of these letters alone are their own key but for the case; the others have their key beside them. */
const PLAIN = /^[A-Za-z ]*$/u;
const NONE: readonly number[] = [];

type Keys = Map<string, number | number[]>;

/** The cities by exact key; the rest is built when first asked for. */
export function cityTable(): CityTable {
  const names: string[] = [];
  const rows: string[] = [];
  const firstIndexes: number[] = [];
  for (const country of GAZETTEER) {
    const [, , , cityRows = "", cityNames = ""] = country.split("|");
    firstIndexes.push(names.length);
    if (cityNames === "") continue;
    for (const line of cityNames.split(";")) names.push(line);
    for (const line of cityRows.split(";")) rows.push(line);
  }
  const exact: Keys = new Map();
  const longest = new Map<string, number>();
  for (let index = 0; index < names.length; index += 1) eachKey(index, (key) => add(exact, key, index));
  let loose: Keys | null = null;
  let numbers: Map<number, number> | null = null;
  const blocked = new Set(BLOCKED_KEYS.split(" "));

  return {
    exact: (key) => list(exact.get(key)),
    loose: (spelling) => list((loose ??= buildLoose()).get(spelling)),
    row: rowAt,
    indexOf: (number) => (numbers ??= new Map(rows.map((line, index) => [numberOf(line), index]))).get(number) ?? null,
    longest: (word) => longest.get(word) ?? 1,
    looseKey,
  };

  function eachKey(index: number, use: (key: string) => void): void {
    const line = names[index] ?? "";
    let at = line.indexOf("=");
    const name = at < 0 ? line : line.slice(0, at);
    if (PLAIN.test(name)) useKey(name.toLowerCase());
    while (at >= 0) {
      const next = line.indexOf("=", at + 1);
      useKey(next < 0 ? line.slice(at + 1) : line.slice(at + 1, next));
      at = next;
    }
    function useKey(key: string): void {
      const space = key.indexOf(" ");
      if (space > 0) {
        const first = key.slice(0, space);
        const words = key.split(" ").length;
        if ((longest.get(first) ?? 1) < words) longest.set(first, words);
      }
      use(key);
    }
  }

  function buildLoose(): Keys {
    const built: Keys = new Map();
    for (let index = 0; index < names.length; index += 1) {
      if (Number.parseInt(rows[index]?.split("=")[2] ?? "0", 36) < LOOSE_FROM) continue;
      eachKey(index, (key) => {
        const spelling = looseKey(key);
        if (spelling !== null) add(built, spelling, index);
      });
    }
    return built;
  }

  function looseKey(key: string): string | null {
    if (key.length < SHORTEST_LOOSE) return null;
    const spelling = spellingKey(key);
    return spelling.length < SHORTEST_SPELLING || blocked.has(spelling) ? null : spelling;
  }

  function rowAt(index: number): CityRow {
    const [number = "", region = "", thousands = "0", flag = ""] = (rows[index] ?? "").split("=");
    const [name = ""] = (names[index] ?? "").split("=");
    return {
      number: Number.parseInt(number, 36),
      country: GAZETTEER[countryAt(index)]?.slice(0, 2) ?? "",
      region,
      thousands: Number.parseInt(thousands, 36),
      weak: flag === "w",
      name,
    };
  }

  function countryAt(index: number): number {
    let low = 0;
    let high = firstIndexes.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((firstIndexes[middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    return low;
  }
}

const numberOf = (row: string): number => Number.parseInt(row.slice(0, row.indexOf("=")), 36);
const list = (found: number | number[] | undefined): readonly number[] =>
  found === undefined ? NONE : typeof found === "number" ? [found] : found;

function add(map: Keys, key: string, index: number): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, index);
  else if (typeof found === "number") {
    if (found !== index) map.set(key, [found, index]);
  } else if (!found.includes(index)) found.push(index);
}
