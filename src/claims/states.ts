import { clauseEnd } from "./clause-end.ts";
import type { Counting } from "./counting-shape.ts";
import { verbFamily, phraseFamily } from "./families.ts";
import type { Phrases } from "./phrases.ts";
import type { Token } from "./token.ts";
import { stem } from "../text/stem.ts";
import type { Happening } from "./verb-event.ts";
import { NO_HAPPENING } from "./verb-event.ts";
import { PEOPLE_WORDS } from "./verb-words.ts";

/** States that stand behind what is counted, whatever verb leads to them: "left 300 homes without power", "had 170 people on board". */
export const STATES: readonly { readonly action: string; readonly words: string }[] = [
  {
    action: "cut-off",
    words:
      "without power, without electricity, without water, without heating, without gas, without light, without supply, in the dark, in darkness, off the grid",
  },
  { action: "carry", words: "on board, aboard, on the ship, on the boat, on the plane" },
  { action: "treat", words: "in hospital, in the hospital, in intensive care" },
  { action: "arrest", words: "in custody, in police custody, behind bars, under arrest" },
  { action: "strike-work", words: "on strike" },
  { action: "displace", words: "without a home, without homes, without shelter, homeless, in shelters" },
  { action: "missing", words: "unaccounted for" },
  { action: "delay", words: "open late, start late, opened late, started late" },
];

const PHRASES: readonly { readonly action: string; readonly words: readonly string[] }[] = STATES.flatMap((row) =>
  row.words.split(", ").map((words) => ({ action: row.action, words: words.split(" ") })),
);

/** Tokens between what is counted and its state: "homes and businesses were still without power". */
const BETWEEN =
  /^(?:and|or|are|is|was|were|be|been|remain|remained|remains|still|left|now|had|have|has|also|who|that|which)$/;
const BETWEEN_REACH = 5;

/** The state behind a counted group; null where none stands there. */
export function stateBehindNoun(phrases: Phrases, counting: Counting): Happening | null {
  const { tokens } = phrases;
  const { to } = counting.group;
  for (let at = to; at <= Math.min(to + BETWEEN_REACH, tokens.length - 1); at += 1) {
    const row = PHRASES.find(({ words }) => words.every((word, offset) => tokens[at + offset]?.lower === word));
    if (row) {
      const end = at + row.words.length;
      return {
        ...NO_HAPPENING,
        action: row.action,
        actions: [row.action],
        written: row.words.join(" "),
        range: { from: at, to: end },
        rest: { from: end, to: clauseEnd(phrases, end) },
      };
    }
    const coordinated = tokens[at - 1]?.lower === "and" && tokens[at]?.tag === "NOUN";
    if (!BETWEEN.test(tokens[at]?.lower ?? "") && !coordinated) return null;
  }
  return null;
}

/** "The dead include seven children", "Among the wounded were four nurses": what befell those whom the figure is some of. */
export function membersOf(phrases: Phrases, counting: Counting): Happening | null {
  const { tokens } = phrases;
  // "Twelve nurses are among the dead."
  const behind = /^(?:are|is|were|was)$/.test(tokens[counting.group.to]?.lower ?? "")
    ? counting.group.to + 1
    : counting.group.to;
  const among = tokens[behind]?.lower === "among" ? harmedAt(tokens, behind + 2) : null;
  if (among) return among;
  let at = counting.group.from - 1;
  if (!/^(?:include|includes|included|including|were|are|was|is)$/.test(tokens[at]?.lower ?? "")) return null;
  const includes = tokens[at]?.lower.startsWith("includ") === true;
  at -= 1;
  if (!includes && tokens[at - 2]?.lower !== "among") return null;
  return harmedAt(tokens, at);
}

/** What befell "the dead", "those wounded", "the victims" at a token; null for other words. */
function harmedAt(tokens: readonly Token[], at: number): Happening | null {
  const word = tokens[at];
  if (!word || !(PEOPLE_WORDS.has(word.lower) || word.lower === "victims")) return null;
  if (!/^(?:the|those|all)$/.test(tokens[at - 1]?.lower ?? "")) return null;
  const action = word.lower === "victims" ? "kill" : verbFamily(stem(word.lower));
  return { ...NO_HAPPENING, action, actions: [action], written: word.text, range: { from: at, to: at + 1 } };
}

/** Verbs whose object or subject does what the infinitive behind says: "failed to open", "forcing 300 people to leave". */
const LEADING =
  /^(?:fail|manag|refus|begin|began|begun|start|continu|try|tri|plan|agre|decid|threaten|struggl|declin|forc|allow|ask|urg|order|tell|told|help|enabl|caus|compel|oblig|requir|schedul|expect|predict|set|due)/;

/** The infinitive that a verb leads to with what is counted between, or directly: its family, null where none does. */
export function ledTo(phrases: Phrases, lead: { readonly word: string; readonly from: number }): Happening | null {
  const { tokens } = phrases;
  if (!LEADING.test(lead.word)) return null;
  if (tokens[lead.from]?.lower !== "to") return null;
  const verb = phrases.verbs.find((each) => each.from === lead.from + 1 && each.main.length > 0);
  if (!verb) return null;
  const first = stem(tokens[verb.main[0] ?? verb.from]?.lower ?? "");
  const behind = tokens.slice(verb.to, verb.to + 3).map((token) => stem(token.lower));
  const failed = /^(?:fail|refus|declin)/.test(lead.word) ? phraseFamily([stem(lead.word), "to", first]) : null;
  const action = failed ?? phraseFamily([first, ...behind]) ?? verbFamily(first);
  const denied = failed === null && /^(?:fail|refus|declin)/.test(lead.word) ? `not-${action}` : action;
  return {
    ...NO_HAPPENING,
    action: denied,
    actions: [denied],
    written: tokens
      .slice(verb.from, verb.to)
      .map((token) => token.text)
      .join(" "),
    range: { from: verb.from, to: verb.to },
    rest: { from: verb.to, to: clauseEnd(phrases, verb.to) },
  };
}
