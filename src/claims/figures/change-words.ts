import { at, type Token } from "./tokens.ts";

/** Words of change: after them "from 5 to 7" is a change, not a range, and "by 5" its size. */
const CHANGES: ReadonlySet<string> = new Set(
  "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing cut cuts cutting reduce reduces reduced reducing reduction raise raises raised raising climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring plunge plunges plunged plunging slump slumped slid slide slides sliding slip slips slipped shrink shrinks shrank shrunk shrinking expand expands expanded expanding widen widened narrow narrowed go goes went gone gain gained lost change changes changed changing up down upgraded downgraded revised lowered lower lowers edged doubled tripled trebled quadrupled halved swelled dipped dip ease eased eases accelerated slowed rebounded recovered advanced added shed hike hikes hiked higher extended boost boosted moved move revise updated".split(
    " ",
  ),
);
const REACH = 8;

/** True where a word of change stands in the same clause, up to `reach` tokens before token `index`. */
export function changesBefore(tokens: readonly Token[], index: number, reach: number = REACH): boolean {
  for (let cursor = index - 1; cursor >= Math.max(0, index - reach); cursor -= 1) {
    const token = at(tokens, cursor);
    if (token.lower === "," || token.lower === ";" || token.lower === ".") return false;
    if (CHANGES.has(token.lower)) return true;
  }
  return false;
}

/** True for a word of change ("rose", "increase", "down"). */
export function isChange(token: Token): boolean {
  return CHANGES.has(token.lower);
}
