import { countryOf, findPlaces } from "../claims/gazetteer.ts";
import type { PlaceMention } from "../claims/gazetteer.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { isCalendarName } from "../question/numbers.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Target } from "../question/target.ts";
import { stem } from "../text/stem.ts";
import { contentStems } from "../text/words.ts";

/** What a figure is asked for: the part, what it targets, and where it is looked for. */
export type Asked = { readonly part: QuestionPart; readonly target: Target; readonly snapshot: Snapshot };

/** A name that the question of a figure gives. */
export type NameInQuestion = {
  readonly written: string;
  readonly stems: readonly string[];
  /** The place that it is by the gazetteer. */
  readonly place: PlaceMention | null;
  /** "Aboard the Santa Brigida": a name with an article is a ship's, a plane's or a train's, whatever place bears it. */
  readonly isShip: boolean;
  /** "Sent to fight for Moscow", "did Kyiv lose": a capital that is no place there stands for its country, which slots compare. */
  readonly isGovernment: boolean;
  /** Behind a word that says where. */
  readonly located: boolean;
  /** Stem of the word that it is called by, kinds of places left out. */
  readonly last: string | undefined;
  /** The noun of a place that the question has beside it: "district" of "the Highmoor district". */
  readonly placeNoun: string | null;
};

/** What the question of a figure says besides the thing counted; read once for all figures. */
export type FigureAsked = {
  readonly names: readonly NameInQuestion[];
  /** Stems of the question's words beside the thing counted, the names and the calendar. */
  readonly rest: readonly string[];
};

const READ = new WeakMap<Asked, FigureAsked>();

/** Reads what a question says besides the thing counted; once, and kept as long as the question is. */
export function figureAsked(asked: Asked): FigureAsked {
  const known = READ.get(asked);
  if (known) return known;
  const { part } = asked;
  const read = { names: part.names.map((name) => readName(name, part)), rest: restOf(asked) };
  READ.set(asked, read);
  return read;
}

/** Nouns of places that a text comes back to with "the". */
const PLACE_NOUNS =
  "district|region|province|county|city|town|village|island|country|state|valley|port|capital|suburb|area|bay|river|station|stadium|plant|mine|airport|school|hospital";

const PLACE_STEMS: ReadonlySet<string> = new Set(PLACE_NOUNS.split("|").map((noun) => stem(noun)));

function readName({ written, stems }: QuestionPart["names"][number], part: QuestionPart): NameInQuestion {
  const place = findPlaces(withCapitals(written))[0] ?? null;
  const at = part.text.indexOf(written);
  const before = part.text.slice(0, Math.max(0, at)).trimEnd();
  const governs = /^['’]s\b/.test(part.text.slice(at + written.length)) || GOVERNS.test(before);
  const bare = written.replaceAll(/[^\p{L}\p{N} ]/gu, " ").trim();
  const noun = new RegExp(`${bare}(?:['’]s)? (${PLACE_NOUNS})\\b|\\b(${PLACE_NOUNS}) of ${bare}`, "iu").exec(part.text);
  return {
    written,
    stems,
    place,
    isShip: /\b(?:on board|aboard|on) the$/i.test(before),
    isGovernment: place !== null && countryOf(place.id) !== null && governs,
    located: /\b(?:in|at|on|near|around|outside|from|for)(?: the)?$/i.test(before),
    last: stems.findLast((word) => !PLACE_STEMS.has(word)) ?? stems.at(-1),
    placeNoun: noun?.[1] ?? noun?.[2] ?? null,
  };
}

const GOVERNS = /\b(?:for|by|with|did|does|has|have|had)$/i;

const withCapitals = (name: string): string =>
  countryOf(name) === null ? name.replaceAll(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase()) : name;

function restOf({ part, target }: Asked): readonly string[] {
  const names = new Set(part.names.flatMap((name) => name.stems));
  const thing = contentStems(target.headWritten);
  return part.terms
    .filter((term) => !isCalendarName(term.word.toLowerCase()))
    .map((term) => term.stem)
    .filter((term) => !names.has(term) && !thing.includes(term) && !MERE_WORDS.has(term));
}

const MERE_WORDS: ReadonlySet<string> = new Set(["mani", "much", "did", "do", "doe", "have", "had", "has"]);
