import { actionFamily, isKnownAction, isKnownThing, thingFamily } from "../../claims/families.ts";
import { stem } from "../../text/stem.ts";
import { contentStems } from "../../text/words.ts";
import type { Cited } from "./cited.ts";
import { withoutFigures } from "./numbers.ts";

/** Words by which one tells what others say, and that say nothing of the world themselves. */
const TELLING: ReadonlySet<string> = new Set(
  (
    "said say says saying told tell tells report reported reports according state stated states account accounts figure figures number numbers put puts give gives gave given " +
    "source sources document documents meanwhile also both while who whom whose which where when what he she his her him we i has have had having been being were am do does did done " +
    "about from than over out up off between during per per percent people person who there here other others another one ones own that those this these such as well too " +
    "accord go goes went gone going following owing including included include among amid against around under within into onto upon through across near"
  )
    .split(" ")
    .map(stem),
);

/** Letters that two words of one root share at least: "announced", "announcement". */
const ROOT = 5;

/** True where each word of content is one of the quotes', or of the same family or root ("downed", "shot down"). */
export function isSupported(text: string, cited: readonly Pick<Cited, "stems">[]): boolean {
  const stems = new Set(cited.flatMap((one) => [...one.stems]));
  const families = new Set([...stems].flatMap((one) => familiesOf(one)));
  const roots = new Set([...stems].filter((one) => one.length >= ROOT).map((one) => one.slice(0, ROOT)));
  const own = contentStems(withoutNames(withoutFigures(text))).filter((one) => /\p{L}/u.test(one) && !TELLING.has(one));
  return own.every(
    (one) =>
      stems.has(one) ||
      (one.length >= ROOT && roots.has(one.slice(0, ROOT))) ||
      familiesOf(one).some((family) => families.has(family)),
  );
}

/** Names are proved as such; the first word may be none. */
const withoutNames = (text: string): string =>
  text.slice(0, 1) + text.slice(1).replaceAll(/(?<![\p{L}\d])\p{Lu}[\p{L}\d]*(?:['’]s?)?/gu, " ");

const familiesOf = (stemmed: string): readonly string[] => [
  ...(isKnownAction(actionFamily([stemmed])) ? [`action ${actionFamily([stemmed])}`] : []),
  ...(isKnownThing(stemmed) ? [`thing ${thingFamily(stemmed)}`] : []),
];
