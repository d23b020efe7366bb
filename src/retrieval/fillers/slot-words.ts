import type { FillerForm } from "./filler.ts";

/** What a noun asks for: "which sport", "what was the genre of". */
export type AskedKind = {
  /** Forms that may fill it. */
  readonly forms: readonly FillerForm[];
  /** Kinds of `word-kinds.ts`, joined by spaces; empty where form and signs tell. */
  readonly kinds: string;
  /** What a name must look like. */
  readonly sort: "person" | "place" | "body" | "person-or-body" | "any";
};

type Row = AskedKind & { readonly nouns: string };

const NAME: readonly FillerForm[] = ["name", "pair", "title"];
const NOUN: readonly FillerForm[] = ["noun", "name"];

/** Nouns after "what" and "which", and what they ask for. A noun in no row asks for anything that is no number and no date. */
const ROWS: readonly Row[] = [
  { nouns: "sport sports game", forms: NOUN, kinds: "sport", sort: "any" },
  { nouns: "profession occupation job career trade position role rank", forms: NOUN, kinds: "occupation", sort: "any" },
  { nouns: "instrument instruments", forms: NOUN, kinds: "instrument", sort: "any" },
  { nouns: "medium format work publication", forms: NOUN, kinds: "work genre", sort: "any" },
  { nouns: "genre style music form", forms: NOUN, kinds: "genre work", sort: "any" },
  { nouns: "party affiliation", forms: ["name", "noun"], kinds: "party", sort: "any" },
  { nouns: "language languages", forms: ["name", "noun"], kinds: "language", sort: "any" },
  { nouns: "color colour", forms: NOUN, kinds: "colour", sort: "any" },
  { nouns: "religion faith denomination", forms: NOUN, kinds: "religion", sort: "any" },
  { nouns: "disease illness condition injury virus", forms: NOUN, kinds: "disease", sort: "any" },
  { nouns: "weapon weapons", forms: NOUN, kinds: "weapon", sort: "any" },
  { nouns: "vehicle plane ship aircraft train", forms: NOUN, kinds: "vehicle", sort: "any" },
  { nouns: "building structure", forms: NOUN, kinds: "building", sort: "any" },
  { nouns: "institution", forms: NOUN, kinds: "institution building", sort: "any" },
  { nouns: "animal species", forms: NOUN, kinds: "animal plant", sort: "any" },
  { nouns: "plant crop tree", forms: NOUN, kinds: "plant food", sort: "any" },
  { nouns: "food dish drink meal", forms: NOUN, kinds: "food", sort: "any" },
  { nouns: "material substance metal fuel", forms: NOUN, kinds: "material", sort: "any" },
  { nouns: "crime offence offense charge", forms: NOUN, kinds: "crime", sort: "any" },
  { nouns: "disaster", forms: NOUN, kinds: "hazard", sort: "any" },
  {
    nouns:
      "company firm organisation organization agency operator team club band group bank university school newspaper paper airline union ministry " +
      "party-leader body regulator manufacturer maker brand broadcaster network label studio publisher league association court orchestra outlet",
    forms: NAME,
    kinds: "",
    sort: "body",
  },
  {
    nouns:
      "person man woman people player captain president minister leader mayor governor king queen singer actor actress director author writer artist " +
      "composer founder chairman chairwoman chief general senator candidate coach striker goalkeeper judge scientist inventor pilot driver speaker " +
      "official spokesman spokeswoman politician champion winner owner architect husband wife son daughter father mother successor",
    forms: NAME,
    kinds: "",
    sort: "person",
  },
  {
    nouns:
      "city country place location town village nation state province county continent district region island municipality capital birthplace site spot " +
      "neighbourhood neighborhood venue address river mountain lake sea port airport airports station street square stadium epicentre epicenter cities countries towns villages regions",
    forms: NAME,
    kinds: "",
    sort: "place",
  },
  { nouns: "year date day month decade time birthday", forms: ["date"], kinds: "", sort: "any" },
  {
    nouns:
      "population number percentage share size length height width depth weight age area distance cost price amount speed temperature score total capacity",
    forms: ["number"],
    kinds: "",
    sort: "any",
  },
];

const BY_NOUN: ReadonlyMap<string, AskedKind> = new Map(
  ROWS.flatMap(({ nouns, ...asked }) => nouns.split(" ").map((noun) => [noun, asked])),
);

/** What a noun asks for, null where the table does not have it. */
export const kindAskedBy = (noun: string): AskedKind | null => BY_NOUN.get(noun) ?? null;

/** Words that tell of one relation: where one stands in the question, the others may stand beside the answer. Written as stems. */
export const RELATIONS: readonly string[] = [
  "born birth",
  "die dead death kill pass",
  "establish found creat open form organ incorpor start begin launch",
  "built build construct erect complet date",
  "locat situat lie stand base headquart",
  "direct director film filmmak",
  "artist album song singl record releas band singer musician ep",
  "write author novel book pen",
  "win beat defeat champion victori winner",
  "popul peopl inhabit resid live",
  "marri husband wife spous",
  "play player team club",
  "sport player footbal team leagu",
  "produc product",
  "design build architect engin",
  "own owner bought buy acquir",
  "lead leader head chief",
  "speak speaker spoke address",
  "come came arriv",
  "happen take place occur held",
  "succeed replac successor",
  "profess work career",
  "parti member elect affili",
  "medium film novel seri book",
  "length long",
];
