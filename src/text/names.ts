import anyAscii from "any-ascii";

/** ASCII text needs no transliteration, and nearly all names in English news are. */
const ASCII = /^[ -~]*$/u;

/**
 * A name without its case, accents, script and punctuation: "Côte d'Ivoire" → "cote divoire", "U.S." → "us", "Rostov-on-Don's" → "rostov on don".
 * Possessive endings go; hyphens and slashes become spaces. Other scripts are written in Latin letters (any-ascii). Empty for text without letters.
 */
export function foldName(name: string): string {
  const latin = ASCII.test(name) ? name : anyAscii(name.replaceAll(/[’‘ʼʹ`´]/gu, "'"));
  return latin
    .toLowerCase()
    .replace(/'s?$/u, "")
    .replaceAll(/['".]/gu, "")
    .replaceAll(/[^a-z0-9&]+/gu, " ")
    .trim();
}

const VOWELS = new Set("aeiou");

/**
 * Key under which spellings of one name by different systems of transliteration meet: "Zelensky", "Zelenskyy", "Zelenskiy" → "zelenski";
 * "Mykolaiv", "Mykolayiv", "Mikolayiv" → "mikolaiv"; "Zaporizhzhia", "Zaporizhzhya" → "zaporizia". General rules, no list of names.
 * @param folded a name as `foldName` gives it
 */
export function spellingKey(folded: string): string {
  let key = "";
  for (let at = 0; at < folded.length; at += 1) {
    let letter = folded.charAt(at);
    const next = folded.charAt(at + 1);
    if (letter === "h" && (key.endsWith("z") || (key.endsWith("k") && VOWELS.has(next)))) continue;
    if (letter === "y" || letter === "j") letter = letter === "j" && at === 0 ? "j" : "i";
    if (letter === "w") letter = "v";
    if (letter === "p" && next === "h") {
      letter = "f";
      at += 1;
    }
    if (key.endsWith(letter) && letter !== " ") continue;
    key += letter;
  }
  return key;
}
