import type { Token } from "./tokens.ts";

/** Plurals without -s that news counts. */
const IRREGULAR_PLURALS: ReadonlySet<string> = new Set(
  "people men women children police personnel troops infantry cattle sheep fish aircraft spacecraft crew staff servicemen servicewomen policemen firefighters businessmen teeth feet mice media data dead injured wounded missing others lives wives knives homeless refugees migrants fishermen cavalry infantrymen casualties".split(
    " ",
  ),
);

/** Words in -s that are no plural nouns. */
const NOT_PLURALS: ReadonlySet<string> = new Set(
  "was has is this its his as us plus minus versus across always perhaps besides does says whereas less thus towards afterwards backwards upwards unless yes ours theirs hers yours whose sometimes nevertheless regardless overseas gas bus loss class process access success business previous serious religious various famous dangerous numerous enormous virus status crisis basis analysis campus focus bonus census stress press congress address progress express illness witness fitness politics economics news series".split(
    " ",
  ),
);

/** True where a word looks like a plural noun in lower case: "drones", "people". "Strikes" the verb passes too. */
export function looksPlural(token: Token): boolean {
  if (token.kind !== "word") return false;
  if (IRREGULAR_PLURALS.has(token.lower)) return true;
  if (token.text !== token.lower || token.lower.length < 4) return false;
  return (
    token.lower.endsWith("s") &&
    !token.lower.endsWith("ss") &&
    !NOT_PLURALS.has(token.lower) &&
    !token.lower.includes("'")
  );
}

/** True where a word begins with a capital letter. */
export function isCapitalised(token: Token): boolean {
  return token.kind === "word" && token.text.charAt(0) !== token.lower.charAt(0);
}
