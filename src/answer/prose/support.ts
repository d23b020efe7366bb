import { actionFamily, isKnownAction, isKnownThing, thingFamily } from "../../claims/families.ts";
import { contentStems } from "../../text/words.ts";
import type { Cited } from "./cited.ts";

/** Words by which one tells what others say; they need no support. Stems. */
const TELLING: ReadonlySet<string> = new Set(
  "said say says told tell report reported according state stated account figure number put give gave source document meanwhile also both while which who whom whose where when what he she his her him them its had has have been were did do does about from after than over out up between during per".split(
    " ",
  ),
);

/** Of this many words of its own content one may come from elsewhere. */
const ONE_IN = 5;

/** True where the words of a sentence are those of its quotes, or of the same family ("downed", "shot down"), but for one in five. */
export function isSupported(text: string, cited: readonly Cited[]): boolean {
  const stems = new Set(cited.flatMap((one) => [...one.stems]));
  const families = new Set([...stems].flatMap((one) => familiesOf(one)));
  const own = contentStems(text).filter((one) => /\p{L}/u.test(one) && !TELLING.has(one));
  const strange = own.filter((one) => !stems.has(one) && !familiesOf(one).some((family) => families.has(family)));
  return strange.length <= Math.floor(own.length / ONE_IN);
}

const familiesOf = (stemmed: string): readonly string[] => [
  ...(isKnownAction(actionFamily([stemmed])) ? [`action ${actionFamily([stemmed])}`] : []),
  ...(isKnownThing(stemmed) ? [`thing ${thingFamily(stemmed)}`] : []),
];
