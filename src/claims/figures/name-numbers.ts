import { isCapitalised, looksPlural } from "./nouns.ts";
import type { Numeral } from "./numeral.ts";
import { CURRENCY_CODES } from "./currencies.ts";
import { isMonth, isWeekday } from "./calendar-words.ts";
import { SCALE_SUFFIXES, SMALL_WORDS } from "./number-words.ts";
import { at, type Token } from "./tokens.ts";
import { LETTER_UNITS } from "./units.ts";
import { RATED_UNITS } from "./units.ts";
import { UNIT_WORDS } from "./unit-words.ts";

/** Words whose number names one of many: "Flight 370", "page 12", "Section 230". */
const DESIGNATORS: ReadonlySet<string> = new Set(
  "flight boeing airbus section sections article articles chapter room route highway interstate motorway platform gate line unit channel title page pages figure table apollo windows formula class grade level phase stage type category resolution protocol amendment rule order proposition prop exit terminal zone sector pier berth reactor week day game round match set part volume vol book season episode act scene question number no nos numbers version paragraph clause item mark model gen generation bus train tram studio runway block district precinct ward battalion brigade regiment division squadron psalm verse catch agenda directive regulation law bill order decree lot apartment apt suite building house junction junctions exhibit appendix annex schedule step tier band top".split(
    " ",
  ),
);
/** These count as often as they name, so they name only with a number in digits and no plural behind. */
const WEAK_DESIGNATORS: ReadonlySet<string> = new Set(
  "line unit class type order set part book act bill law building house train bus block lot week day stage match game round top bill question item division".split(
    " ",
  ),
);
/** Capitalised words that open a clause with a number behind and name nothing. */
const OPENERS: ReadonlySet<string> = new Set(
  "the a an in on at of for with by from to and but or about around some over more nearly almost only just at least when while after before since as than all another between among its their his her our these those both police officials troops forces was were are is killed up under out because that including".split(
    " ",
  ),
);
const NAMED_VEHICLES: ReadonlySet<string> = new Set("boeing airbus".split(" "));

function isHyphen(token: Token): boolean {
  return token.lower === "-" || token.lower === "‑";
}

/** Where a number is part of a name, the token behind it; null where it is not: "Su-34", "G7", "5G", "Flight 370", "24/7", "#1". */
export function isNameNumber(tokens: readonly Token[], numeral: Numeral): number | null {
  const { from, to } = numeral;
  const before = at(tokens, from - 1);
  const first = at(tokens, from);
  if (before.lower === "#") return to;
  if (numeral.kind === "digits") {
    // "usd5" is money, "A9" a road.
    if (first.glued && before.kind === "word" && !(isCurrencyWord(before) && before.text.length > 1)) return to;
    if (first.glued && (before.lower === "/" || before.lower === "@" || before.lower === "_")) return to;
    if (first.glued && isHyphen(before) && before.glued && at(tokens, from - 2).kind === "word") {
      return isNumberWord(at(tokens, from - 2)) ? null : to;
    }
    const suffix = gluedSuffix(tokens, to);
    if (suffix !== null) return suffix;
    const chain = chainEnd(tokens, to);
    if (chain !== null) return chain;
    if (isListMark(tokens, numeral)) return to;
    const house = houseEnd(tokens, numeral);
    if (house !== null) return house;
  }
  return isDesignated(tokens, numeral) ? overSerial(tokens, to) : null;
}

/** "Boeing 737-800": digits tied on belong to the name. */
function overSerial(tokens: readonly Token[], to: number): number {
  const tied = at(tokens, to);
  const digits = at(tokens, to + 1);
  return tied.glued && (tied.lower === "-" || tied.lower === "/") && digits.glued && digits.kind === "number"
    ? to + 2
    : to;
}

function isCurrencyWord(token: Token): boolean {
  return /^(?:usd|eur|gbp|rs|inr|jpy|cny|rmb|chf|rub|uah|us|a|c)$/.test(token.lower);
}

function isNumberWord(token: Token): boolean {
  return SMALL_WORDS.has(token.lower);
}

/** "5G", "737s", "4x4": letters right behind the digits that are no unit and no scale. */
function gluedSuffix(tokens: readonly Token[], to: number): number | null {
  const after = at(tokens, to);
  if (after.kind !== "word" || !after.glued) return null;
  const known =
    LETTER_UNITS.has(after.text) ||
    UNIT_WORDS.has(after.lower) ||
    RATED_UNITS.has(after.lower) ||
    CURRENCY_CODES.has(after.text) ||
    SCALE_SUFFIXES.has(after.lower) ||
    after.lower === "pc" ||
    after.lower === "p";
  // "24703L202" is a number of a part; "5 km2" is an area.
  const next = at(tokens, to + 1);
  const serial = next.glued && next.kind === "number" && !/^k?m$/.test(after.lower);
  return known && !serial ? null : to + 1;
}

/** "24/7", "555-1234-99", "1.2.3.4": digits joined by signs that are neither a fraction nor a range. */
function chainEnd(tokens: readonly Token[], to: number): number | null {
  let cursor = to;
  let links = 0;
  let slashed = false;
  while (
    at(tokens, cursor).kind === "sign" &&
    at(tokens, cursor).glued &&
    at(tokens, cursor + 1).glued &&
    at(tokens, cursor + 1).kind === "number"
  ) {
    const sign = at(tokens, cursor).lower;
    if (sign !== "-" && sign !== "/" && sign !== ":" && sign !== "–") break;
    slashed ||= sign === "/" || sign === ":";
    links += 1;
    cursor += 2;
  }
  return links > 1 || slashed ? cursor : null;
}

const STREETS: ReadonlySet<string> = new Set(
  "street st road rd avenue ave lane boulevard blvd drive square place court crescent terrace way close alley row gardens quay embankment parade".split(
    " ",
  ),
);
/** Words of a street's name, at most: "48 Martin Luther King Street". */
const STREET_REACH = 4;

/** "48 Lenin Street": the number of a house; the token behind the number. */
function houseEnd(tokens: readonly Token[], { from, to }: Numeral): number | null {
  if (to !== from + 1 || /[.,]/.test(at(tokens, from).text)) return null;
  for (let cursor = to; cursor < to + STREET_REACH; cursor += 1) {
    const token = at(tokens, cursor);
    if (!isCapitalised(token)) return null;
    if (cursor > to && STREETS.has(token.lower)) return to;
  }
  return null;
}

/** "[3]", and "1." or "(2)" at the head of a sentence. */
function isListMark(tokens: readonly Token[], numeral: Numeral): boolean {
  const before = at(tokens, numeral.from - 1);
  const after = at(tokens, numeral.to);
  if (before.lower === "[" && after.lower === "]") return true;
  if (numeral.from === 0 && (after.lower === "." || after.lower === ")") && at(tokens, numeral.to + 1).kind === "word")
    return true;
  return numeral.from === 1 && before.lower === "(" && after.lower === ")";
}

function isDesignated(tokens: readonly Token[], numeral: Numeral): boolean {
  const stop = at(tokens, numeral.from - 1).lower === "." && at(tokens, numeral.from - 1).glued;
  const before = at(tokens, numeral.from - (stop ? 2 : 1));
  if (before.kind !== "word") return false;
  if (stop && !/^(?:no|nos|vol|prop|apt|ch|pp|p|art|fig|sec)$/.test(before.lower)) return false;
  const after = at(tokens, numeral.to);
  const counted =
    looksPlural(after) ||
    after.lower === "-" ||
    after.lower === "%" ||
    after.lower === "percent" ||
    after.lower === "per";
  if (before.lower === "no") return stop || isCapitalised(before);
  if (DESIGNATORS.has(before.lower)) {
    if (NAMED_VEHICLES.has(before.lower)) return true;
    if (before.lower === "number" && !stop && at(tokens, numeral.from - 2).lower === "the") return false;
    if (numeral.scale !== 1) return false;
    if (WEAK_DESIGNATORS.has(before.lower)) return (numeral.kind === "digits" || isCapitalised(before)) && !counted;
    return !counted || isCapitalised(before);
  }
  if (CURRENCY_CODES.has(before.text)) return false;
  if (stop || counted || numeral.kind !== "digits" || numeral.scale !== 1 || numeral.from === 1) return false;
  if (!isCapitalised(before) || isMonth(before) || isWeekday(before) || OPENERS.has(before.lower)) return false;
  // "… and the Democrats 52": a group with its share.
  if (at(tokens, numeral.from - 2).lower === "the" && before.lower.endsWith("s")) return false;
  return isBareName(tokens, numeral, after) && !isShareList(tokens, numeral.from);
}

/** Tokens either side of a number in which other names with numbers make it one of a list. */
const LIST_REACH = 24;

/** "Homeland 28, Green Coast eight and the Union four": different names each with a number share something out. */
function isShareList(tokens: readonly Token[], around: number): boolean {
  const names = new Set<string>();
  for (let index = Math.max(0, around - LIST_REACH); index < Math.min(tokens.length, around + LIST_REACH); index += 1) {
    const token = at(tokens, index);
    const next = at(tokens, index + 1);
    const behind = at(tokens, index + 2);
    const number = next.kind === "number" || isNumberWord(next);
    const closed = behind.kind !== "word" || behind.lower === "and";
    const dated = isMonth(token) || isWeekday(token) || OPENERS.has(token.lower);
    if (number && closed && isCapitalised(token) && !dated && !DESIGNATORS.has(token.lower)) names.add(token.lower);
  }
  return names.size > 1;
}

/** "Windows 11 was", "Voyager 2": short digits behind a name with nothing behind to count. */
function isBareName(tokens: readonly Token[], numeral: Numeral, after: Token): boolean {
  const digits = at(tokens, numeral.from).text;
  if (digits.includes(",") || digits.includes("%") || numeral.to !== numeral.from + 1) return false;
  if (after.kind === "end") return true;
  if (after.kind === "sign")
    return after.lower === "," || after.lower === "." || after.lower === ")" || after.lower === ";";
  if (UNIT_WORDS.has(after.lower)) return false;
  return isCapitalised(after) || NAME_FOLLOWS.has(after.lower);
}

const NAME_FOLLOWS: ReadonlySet<string> = new Set(
  "was is has had will would can could and or in on at to from by for with which that who while as after before crashed landed launched orbited said says are were".split(
    " ",
  ),
);
