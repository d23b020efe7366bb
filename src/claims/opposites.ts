import { stem } from "../text/stem.ts";

/** Words of which one denies the other, of one thing at one time: a signal is red or green, a gate open or shut. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ["red", "green"],
  ["open", "closed"],
  ["open", "shut"],
  ["safe", "dangerous"],
  ["alive", "dead"],
  ["present", "absent"],
  ["guilty", "innocent"],
  ["deliberate", "accidental"],
  ["deliberately", "accidentally"],
  ["full", "empty"],
  ["legal", "illegal"],
  ["drunk", "sober"],
  ["awake", "asleep"],
  ["intact", "damaged"],
  ["lit", "dark"],
  ["survive", "die"],
  ["survive", "perish"],
  ["save", "destroy"],
  ["save", "lost"],
  ["approve", "reject"],
  ["accept", "reject"],
  ["accept", "refuse"],
  ["win", "lose"],
  ["work", "fail"],
  ["pass", "fail"],
  ["profit", "loss"],
  ["reopen", "close"],
  ["reopen", "shut"],
  ["awake", "sleep"],
  ["deliberately", "accident"],
];

const TABLE: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => {
    const known = found.get(a) ?? new Set();
    known.add(b);
    found.set(a, known);
  };
  for (const [a, b] of OPPOSITES) {
    add(stem(a), stem(b));
    add(stem(b), stem(a));
  }
  return found;
})();

/** Shorter words begin with "un" by chance ("it", "unit"). */
const MIN_PLAIN = 4;

/** True where one of two stems says that the other is not so: "red" and "green", "safe" and "unsafe". */
export function areOpposites(a: string, b: string): boolean {
  return TABLE.get(a)?.has(b) === true || isUn(a, b) || isUn(b, a);
}

const isUn = (plain: string, other: string): boolean => plain.length >= MIN_PLAIN && other === `un${plain}`;
