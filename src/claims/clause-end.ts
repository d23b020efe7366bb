import { groupAt } from "./subject.ts";
import type { Phrases } from "./phrases.ts";

/** One past the last token of the clause that a token stands in. */
export function clauseEnd(phrases: Phrases, from: number): number {
  const { tokens } = phrases;
  for (let at = from; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? "";
    if (/^[;:.!?]$/.test(text)) return at;
    if (text === "," && (startsClause(phrases, at + 1) || isRelative(tokens, at + 1))) return at;
    if (/^(?:while|although|though|but|whereas|as)$/.test(tokens[at]?.lower ?? "") && startsClause(phrases, at + 1))
      return at;
  }
  return tokens.length;
}

/** ", one of which hit a house", ", who said". */
function isRelative(tokens: Phrases["tokens"], at: number): boolean {
  for (let i = at; i < at + 4; i += 1) {
    const word = tokens[i]?.lower ?? ",";
    if (/^(?:which|who|whom|whose|where|when)$/.test(word)) return true;
    if (word === ",") return false;
  }
  return false;
}

/** True where a new subject with its verb, or a participle clause, begins. */
function startsClause(phrases: Phrases, at: number): boolean {
  const { tokens } = phrases;
  let start = at;
  while (/^(?:and|but|while|with|although|though|which|who)$/.test(tokens[start]?.lower ?? "")) start += 1;
  if (phrases.verbs.some((verb) => verb.from === start)) return true;
  const subject = groupAt(phrases, start);
  return subject !== undefined && phrases.verbs.some((verb) => verb.from === subject.to);
}
