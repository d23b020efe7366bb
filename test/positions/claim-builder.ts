import type {
  Certainty,
  Claim,
  Event,
  Hedge,
  NameClaim,
  Period,
  QuantityClaim,
  StatusClaim,
  TimeClaim,
} from "../../src/claims/claim.ts";
import { stem } from "../../src/text/stem.ts";
import { thingFamily } from "../../src/claims/families.ts";
import { compareClaims } from "../../src/positions/compare.ts";
import type { Comparison } from "../../src/positions/position.ts";
import type { AskedSlot, World } from "../../src/positions/world.ts";
import { contentStems } from "../../src/text/words.ts";

/** A small invented world: id → the places it lies in, the country last. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  ru: ["ru"],
  ua: ["ua"],
  kp: ["kp"],
  gb: ["gb"],
  us: ["us"],
  "moscow-oblast": ["ru"],
  bryansk: ["ru"],
  kursk: ["ru"],
  mykolaiv: ["ua"],
  zaporizhzhia: ["ua"],
  valdoria: ["valdoria"], // a country that no map has
  lunaris: ["north-coast", "valdoria"], // its towns
  "port-ash": ["north-coast", "valdoria"],
  "north-coast": ["valdoria"],
  highmoor: ["south-plain", "valdoria"],
  "south-plain": ["valdoria"],
  estmark: ["estmark"],
  brinn: ["estmark"],
};

export const world: World = {
  contains: (outer, inner) => outer !== inner && (PLACES[inner] ?? []).includes(outer),
  countryOf: (id) => PLACES[id]?.at(-1) ?? null,
};

type Said = {
  readonly doc?: string;
  /** Hedge and number as in "over 70", "about 11000", "700 to 1000", "at least 5", "up to 9", "almost 50000", "vague 2000 20000". */
  readonly n: string;
  readonly of?: string;
  readonly modifiers?: readonly string[];
  readonly owners?: readonly string[];
  readonly action?: string | null;
  readonly agents?: readonly string[];
  readonly targets?: readonly string[];
  readonly place?: string | readonly string[];
  /** "2030-05-06", "2030-05-06..2030-05-07", with times "2030-05-06T18:00..2030-05-07T06:59", "as-of 2030-05-06", "weekend". */
  readonly when?: string | undefined;
  readonly by?: string;
  readonly certainty?: Certainty;
  readonly estimate?: boolean;
  readonly measure?: QuantityClaim["measure"];
  readonly definition?: readonly string[];
  readonly partOf?: Claim;
  readonly record?: { readonly rank: number; readonly previous: boolean };
  readonly revised?: boolean;
  readonly per?: QuantityClaim["quantity"]["per"];
  readonly dimension?: QuantityClaim["quantity"]["dimension"];
  readonly unit?: string;
  readonly text?: string;
};

let made = 0;
const texts = new Map<string, string>();

function periodOf(when: string | undefined): Period | null {
  if (when === undefined) return null;
  if (when === "weekend")
    return {
      role: "during",
      from: null,
      to: null,
      weekdays: [0, 6],
      hours: false,
      written: "over the weekend",
      basis: "said",
    };
  const role = when.startsWith("as-of ") ? "as-of" : "during";
  const [first = "", last = first] = when.replace("as-of ", "").split("..");
  const full = (text: string, clock: string) => (text.includes("T") ? text : `${text}T${clock}`);
  return {
    role,
    from: full(first, "00:00"),
    to: full(last, "23:59"),
    weekdays: null,
    hours: first.includes("T"),
    written: when,
    basis: "said",
  };
}

const sizeable = (n: number): boolean => n >= 100;

/** Half a unit of the last digit that is no trailing zero, at most 2.5 % where there are trailing zeros. */
function around(n: number): { low: number; high: number; lowOpen: boolean; highOpen: boolean } {
  if (Number.isInteger(n) && !sizeable(n)) return { low: n, high: n, lowOpen: false, highOpen: false };
  const digits = String(n);
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  let unit = 10 ** -decimals;
  if (decimals === 0) while (n % (unit * 10) === 0) unit *= 10;
  const half = unit > 1 ? Math.min(unit / 2, n * 0.025) : unit / 2;
  return { low: n - half, high: n + half, lowOpen: true, highOpen: true };
}

function quantityOf(said: Said): QuantityClaim["quantity"] {
  const numbers = (said.n.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [first = 0, second = first] = numbers;
  const measured = { dimension: said.dimension ?? ("count" as const), unit: said.unit ?? "", per: said.per ?? null };
  const closed = { lowOpen: false, highOpen: false };
  const spread = Math.max(first * (first < 1000 ? 0.1 : 0.05), 2);
  const make = (hedge: Hedge, low: number | null, high: number | null, interval = { low, high, ...closed }) => ({
    ...measured,
    hedge,
    said: { low, high },
    interval,
  });
  if (/^(?:over|at least|more than)/.test(said.n)) return make("over", first, null);
  if (/^(?:up to|under|as many as)/.test(said.n)) return make("under", null, first);
  if (said.n.startsWith("about"))
    return make("about", first, first, { low: first - spread, high: first + spread, ...closed });
  if (said.n.startsWith("almost")) return make("almost", first, first, { low: first - spread, high: first, ...closed });
  if (said.n.startsWith("vague")) return make("vague", first, second);
  if (said.n.includes(" to ")) return make("range", first, second);
  return make("exact", first, first, around(first));
}

/** Ten words that no other sentence has. */
function wordsOfItsOwn(seed: number): string {
  return Array.from({ length: 10 }, (_, at) => `word${seed}x${at}`).join(" ");
}

function base(said: Omit<Said, "n">, value: string) {
  made += 1;
  const doc = said.doc ?? "a";
  const start = made * 100;
  const ids = said.place === undefined ? [] : typeof said.place === "string" ? [said.place] : said.place;
  const head = thingFamily(stem(said.of ?? "person"));
  const id = `${doc}:${start}-${start + value.length}`;
  texts.set(id, said.text ?? wordsOfItsOwn(made));
  return {
    id,
    document: doc,
    sentence: made,
    span: { start, end: start + 90 },
    clause: { start, end: start + 90 },
    value: { start, end: start + value.length },
    counted: {
      head,
      written: said.of ?? "people",
      modifiers: (said.modifiers ?? []).map((word) => stem(word)),
      owners: said.owners ?? [],
    },
    event: {
      action: said.action === undefined ? "kill" : said.action,
      written: said.action ?? "",
      agents: said.agents ?? [],
      targets: said.targets ?? [],
    } satisfies Event,
    place: ids.length === 0 ? null : { ids, written: ids.join(" and ") },
    period: periodOf(said.when),
    speaker: said.by === undefined ? null : { name: said.by, key: said.by.toLowerCase(), verb: "said" },
    certainty: said.certainty ?? (said.by === undefined ? ("stated" as const) : ("claimed" as const)),
    estimate: said.estimate ?? false,
  };
}

/** A quantity claim by hand; every call makes a claim further on in its document. People killed unless told otherwise. */
export function figure(said: Said): QuantityClaim {
  return {
    ...base(said, said.n),
    kind: "quantity",
    quantity: quantityOf(said),
    measure: said.measure ?? "total",
    definition: said.definition ?? [],
    partOf: said.partOf?.id ?? null,
    record: said.record ?? null,
    revised: said.revised ?? false,
  };
}

export function time(said: Omit<Said, "n"> & { readonly at: string }): TimeClaim {
  const at = periodOf(said.at);
  if (!at) throw new Error("no time");
  return { ...base(said, said.at), kind: "time", time: at };
}

export function name(
  said: Omit<Said, "n"> & { readonly name: string; readonly slot?: "who" | "what" | "where" },
): NameClaim {
  return {
    ...base(said, said.name),
    kind: "name",
    name: { written: said.name, key: said.name.toLowerCase(), slot: said.slot ?? "who" },
  };
}

export function status(said: Omit<Said, "n"> & { readonly affirmed: boolean }): StatusClaim {
  return { ...base(said, String(said.affirmed)), kind: "status", affirmed: said.affirmed };
}

/** The same claim as another document reprints it, word for word. */
export function reprinted<T extends Claim>(claim: T, doc: string): T {
  const id = claim.id.replace(claim.document, doc);
  texts.set(id, textOf(claim));
  return { ...claim, id, document: doc };
}

export const textOf = (claim: Claim): string => texts.get(claim.id) ?? "";

export type Published = Readonly<
  Record<string, { readonly published?: string | null; readonly title?: string; readonly source?: string | null }>
>;

/** The slot of a question that all claims fill, all documents telling of one story. */
export const asked = (text: string): AskedSlot => ({
  text: text.toLowerCase(),
  stems: new Set(contentStems(text)),
  isFilledBy: () => true,
  sameStory: () => true,
});

/**
 * Documents are called after their letters and are undated unless told otherwise.
 * @param slot what was asked; left out, nothing was
 */
export function compare(claims: readonly Claim[], documents: Published = {}, slot?: AskedSlot): readonly Comparison[] {
  return compareClaims({
    ...(slot && { asked: slot }),
    claims,
    world,
    textOf,
    documentOf: (id) => ({
      title: documents[id]?.title ?? "",
      source: documents[id]?.source ?? null,
      published: documents[id]?.published ?? null,
    }),
  });
}

const valueOf = (claim: Claim): string => {
  if (claim.kind === "quantity") {
    const { low, high } = claim.quantity.said;
    if (low === high) return String(low);
    return high === null ? `${low}+` : low === null ? `${high}-` : `${low}–${high}`;
  }
  if (claim.kind === "name") return claim.name.key;
  return claim.kind === "status" ? String(claim.affirmed) : (claim.time.written ?? "");
};

/** "scope: 70 | 84; fits 2000–20000": the kind and the leads of every comparison that differs, in order. */
export function disputes(claims: readonly Claim[], documents: Published = {}, slot?: AskedSlot): readonly string[] {
  return compare(claims, documents, slot)
    .filter((comparison) => comparison.kind !== null)
    .map((comparison) => {
      const leads = comparison.positions.map((position) => valueOf(position.lead)).join(" | ");
      const fitting = comparison.fitsAll.map(valueOf).join(" ");
      return `${comparison.kind}: ${leads}${fitting === "" ? "" : `; fits ${fitting}`}`;
    });
}
