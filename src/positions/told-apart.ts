import type { Profile } from "./profile.ts";
import type { World } from "./world.ts";

/** True where the titles or sentences of two claims name causes, and none in common. */
export function causesDiffer(a: Profile, b: Profile, world: World): boolean {
  if (!world.contextOf) return false;
  const first = world.contextOf(a.claim).causes;
  if (first === 0) return false;
  const second = world.contextOf(b.claim).causes;
  return second !== 0 && (first & second) === 0;
}

/** Results of two quarters, or of a quarter and a year, are no rivals. */
export function stretchesDiffer(a: Profile, b: Profile, world: World): boolean {
  const first = world.contextOf?.(a.claim).stretch ?? "";
  const second = world.contextOf?.(b.claim).stretch ?? "";
  return first !== "" && second !== "" && first !== second;
}

/** "Since 1971, when 40 died": another year's figure is no rival of this one's. */
export function yearsDiffer(a: Profile, b: Profile, world: World): boolean {
  return world.contextOf !== undefined && world.contextOf(a.claim).history !== world.contextOf(b.claim).history;
}

/** 84 mm in 24 hours and 240 mm in the month. */
export function lengthsDiffer(a: Profile, b: Profile, world: World): boolean {
  const first = world.contextOf?.(a.claim).lasts ?? "";
  const second = world.contextOf?.(b.claim).lasts ?? "";
  return first !== "" && second !== "" && first !== second;
}

/** What could be, what would be and what was are three figures; so are a whole and a count of its parts. */
export function moodsDiffer(a: Profile, b: Profile, world: World): boolean {
  if (!world.contextOf) return false;
  const [first, second] = [world.contextOf(a.claim), world.contextOf(b.claim)];
  if (first.ability !== second.ability || first.hypothetical !== second.hypothetical) return true;
  if (first.forOne !== second.forOne) return true;
  return first.outOf !== second.outOf && a.definition.length === 0 && b.definition.length === 0;
}

/** 46 of 101 seats and five of a district's 11 are parts of two wholes. */
export function wholesDiffer(a: Profile, b: Profile, world: World): boolean {
  const first = world.contextOf?.(a.claim).whole ?? "";
  const second = world.contextOf?.(b.claim).whole ?? "";
  if (first !== "" && second !== "" && first !== second) return true;
  // "The district's 11 seats" beside "the 101 seats".
  const [one, other] = [world.contextOf?.(a.claim).possessor ?? "", world.contextOf?.(b.claim).possessor ?? ""];
  return one !== other && (DISTRICTS.has(one) || DISTRICTS.has(other));
}

const DISTRICTS: ReadonlySet<string> = new Set(
  "district county region province state city town village borough ward constituency department division branch plant site school hospital university unit squad".split(
    " ",
  ),
);

/** What is to be cut or built by some year is announced on one day, said again on another, and of neither. */
export function arePlans(a: Profile, b: Profile, world: World): boolean {
  const isPlan = ({ claim }: Profile): boolean =>
    ANNOUNCED.has(claim.event.action ?? "") || (world.contextOf?.(claim).plan ?? false);
  return isPlan(a) && isPlan(b);
}

/** Deeds that are told of before they are done. */
const ANNOUNCED: ReadonlySet<string> = new Set(["lay-off", "hire", "cut", "demand", "offer", "promise"]);
