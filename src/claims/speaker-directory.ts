import { foldName, nameKey, sameName, spellingKey } from "../text/names.ts";
import { KINDS, PLAIN_ROLES, RANKS } from "./body-words.ts";
import { countryOf, findPlaces, type PlaceMention } from "./gazetteer.ts";
import { bareName, hasBodyWord, isOutlet, officeBefore, outletKey } from "./speaker-names.ts";
import { BODY_OF, isOneOffice, LEADING, roleKey, SEATED, withoutReportWords } from "./speaker-keys.ts";
import { SPEAKING_NOUNS } from "./speech-words.ts";

/** A speaker's words taken apart. */
export type Identity = {
  /** `person`: a name; `office`: one unnamed person; `group`: bodies, officials, media; `outlet`: who publishes. */
  readonly kind: "person" | "office" | "group" | "outlet";
  readonly key: string;
  readonly name: string;
  /** For persons the name without office; else empty. */
  readonly person: string;
  /** Key of the office, with its country, where one is stated. */
  readonly office: string | null;
  /** Words of the office or body, folded: what "the general" and "the ministry" point back to. */
  readonly words: readonly string[];
};

/** Where a speaker is named: the number of the prose sentence, its text and that of the one before. */
export type Where = { readonly index: number; readonly text: string; readonly before: string };

type BodyMention = { readonly country: string; readonly name: string; readonly index: number };

/** Who is who in one document: full names, the offices people hold, the countries of bodies. Grows while the document is read. */
export type SpeakerDirectory = {
  readonly identify: (written: string, where: Where) => Identity;
  /** From now on the office is held by this person. */
  readonly link: (office: string, person: Identity) => void;
  readonly holder: (office: string) => Identity | null;
  /** How many offices have been given holders by `link`. */
  readonly linked: () => number;
};

const KIND_ROWS = KINDS.flatMap(([kind, words]) => words.split("|").map((each) => ({ kind, words: each }))).sort(
  (a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1),
);
/** Words in front of a capitalised run that make it a name in full; digits and lower case end it. */
const CAPITALISED_RUN =
  /\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:von|van|der|de|del|da|al|el|bin|la)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*)+/gu;

/** Longer runs of capitalised words are headlines, in UTF-16 units. */
const LONGEST_NAME = 120;

/** Kinds that every country has many of: the sentence before does not tell whose they are. */
const COMMON_KINDS: ReadonlySet<string> = new Set([
  "officials",
  "government",
  "intelligence",
  "media",
  "police",
  "president",
]);

/** Reads the names of a document once, so that "Doe" is known to be "Foreign Minister Ann Doe" wherever it stands. */
export function readDirectory(sentences: readonly string[]): SpeakerDirectory {
  const people = new Map<string, { name: string; full: string; office: string | null }[]>();
  const bodies = new Map<string, BodyMention[]>();
  const holders = new Map<string, Identity>();

  for (const [index, text] of sentences.entries()) {
    const places = findPlaces(text);
    for (const match of text.matchAll(CAPITALISED_RUN))
      if (match[0].length <= LONGEST_NAME)
        noteName(text, { start: match.index, end: match.index + match[0].length }, places);
    noteBodies(text, index, places);
  }
  return {
    identify,
    link: (office, person) => void holders.set(office, person),
    holder: (office) => holders.get(office) ?? null,
    linked: () => holders.size,
  };

  function noteName(text: string, run: { start: number; end: number }, places: readonly PlaceMention[]): void {
    const written = text.slice(run.start, run.end).replace(/['’]s?$|[.,]$/u, "");
    const name = bareName(
      written,
      places
        .filter((place) => place.span.start >= run.start && place.span.end <= run.end)
        .map((place) => text.slice(place.span.start, place.span.end)),
    );
    if (name === "" || !name.includes(" ")) return;
    const key = nameKey(name);
    const known = people.get(key) ?? [];
    const office = officeBefore(text, run.start + written.lastIndexOf(name));
    if (!known.some((other) => other.full.length >= office.length + name.length + 1 && sameName(other.name, name)))
      people.set(key, [...known, { name, full: `${office} ${name}`.trim(), office: officeKey(office, text) }]);
  }

  function noteBodies(text: string, index: number, places: readonly PlaceMention[]): void {
    for (const place of places) {
      const country = countryOf(place.id);
      if (country === null) continue;
      const gap = /^(?:['’]s?)?\s+/u.exec(text.slice(place.span.end, place.span.end + 8))?.[0].length ?? 0;
      const from = place.span.end + gap;
      const after = text.slice(from, from + 60).split(/[,.;:]/u)[0] ?? "";
      const folded = foldName(after);
      const row =
        gap === 0 ? undefined : KIND_ROWS.find(({ words }) => folded === words || folded.startsWith(`${words} `));
      if (row === undefined) continue;
      const mention = { country, name: text.slice(place.span.start, from + row.words.length), index };
      bodies.set(row.kind, [...(bodies.get(row.kind) ?? []), mention]);
    }
  }

  function identify(raw: string, where: Where): Identity {
    const said = raw.replace(/^(?:the|a|an)\s+/iu, "").trim();
    const written = BODY_OF.test(said) ? said.replace(SEATED, "") : said;
    const places = findPlaces(written);
    const halves = written.split(/ and (?=\p{Lu})/u);
    const pair = halves.length === 2 ? halves.map((half) => personIn(half, findPlaces(half))) : [];
    if (pair.length === 2 && pair.every((half) => half !== null))
      return group(
        pair
          .map((half) => half?.key ?? "")
          .sort()
          .join("+"),
        written,
        [],
      );
    const folded = foldName(written);
    const words = folded.split(" ");
    const person = isOutlet(written, words) || BODY_OF.test(written) ? null : personIn(written, places);
    if (person !== null) return person;
    if (isOutlet(written, words))
      return { kind: "outlet", key: outletKey(folded), name: written, person: "", office: null, words };
    const place = places[0];
    const country = place === undefined ? null : countriesOf(written, places);
    const bare = foldName(removePlaces(written, places)).replace(LEADING, "");
    if (bare === "" && country !== null) return group(`${country}:government`, written, ["government"]);
    const stripped = withoutReportWords(removePlaces(written, places));
    const kind = kindOf(stripped);
    const oneName = /^\p{Lu}[\p{L}'’-]*$/u.test(written) && !SPEAKING_NOUNS.has(folded);
    const label =
      kind?.kind ?? (oneName ? spellingKey(folded) : roleKey(stripped === "" && country === null ? bare : stripped));
    const body = country === null ? bodyNear(label, where) : null;
    const owner =
      country ??
      body?.country ??
      (kind === undefined
        ? null
        : (firstCountry(where.text) ?? (COMMON_KINDS.has(kind.kind) ? null : firstCountry(where.before))));
    const id = label === "" ? `${owner ?? ""}:government` : owner === null ? label : `${owner}:${label}`;
    const name = body?.name ?? written;
    const isOffice = isOneOffice(bare);
    const held = isOffice ? holders.get(id) : undefined;
    if (held !== undefined) return held;
    return {
      kind: isOffice ? "office" : "group",
      key: id,
      name,
      person: "",
      office: isOffice ? id : null,
      words: bare.split(" "),
    };
  }

  /** "the Defense Ministry": the body that the document named with its country nearest before, else after; "On the Russian side" beats both. */
  function bodyNear(kind: string, { index, text }: Where): BodyMention | null {
    const side = /\b(?:on|from) the (\p{Lu}[\p{L} ]{2,30}) side\b/iu.exec(text)?.[1];
    if (side !== undefined && firstCountry(side) !== null) return null;
    const mentions = bodies.get(kind) ?? [];
    return mentions.findLast((mention) => mention.index <= index) ?? mentions[0] ?? null;
  }

  function personIn(written: string, places: readonly PlaceMention[]): Identity | null {
    const name = bareName(
      written,
      places.map((place) => written.slice(place.span.start, place.span.end)),
    );
    if (name === "") return null;
    // "Doctors at the hospital in Bogo City": where they are, not who.
    if (
      / (?:in|at|near|from)(?: the)?(?: \p{Lu}\S*)?$/u.test(` ${written.slice(0, written.length - name.length).trim()}`)
    )
      return null;
    const key = nameKey(name);
    const rows = people.get(key) ?? [...people.values()].flat().filter((row) => sameName(row.name, name));
    const known = rows.filter((row) => sameName(row.name, name)).sort((a, b) => b.full.length - a.full.length)[0];
    const titled = name !== written && !isOutlet(written, foldName(written).split(" "));
    if (known === undefined && !titled && (!name.includes(" ") || hasBodyWord(name))) return null;
    const own = officeKey(written.slice(0, Math.max(0, written.length - name.length)).trim(), written);
    const office = own ?? known?.office ?? null;
    const full = known !== undefined && known.full.length > written.length ? known.full : written;
    return {
      kind: "person",
      key: nameKey(known?.name ?? name),
      name: full,
      person: known?.name ?? name,
      office,
      words: foldName(full).split(" "),
    };
  }
}

/** "U.S. and Ukrainian officials" are of both countries; else the first place tells. */
function countriesOf(written: string, places: readonly PlaceMention[]): string {
  const joined = places.filter(
    (place, at) => at === 0 || /^(?:,| and|, and)\s*$/u.test(written.slice(places[at - 1]?.span.end, place.span.start)),
  );
  const codes = [...new Set(joined.map((place) => countryOf(place.id) ?? place.id))];
  return codes.sort().join("+");
}

const group = (key: string, name: string, words: readonly string[]): Identity => ({
  kind: "group",
  key,
  name,
  person: "",
  office: null,
  words,
});

/** The row of the table that a body's or an office's words fall under: all of them, their end, or their beginning before "of", "in" and the like. */
function kindOf(words: string): (typeof KIND_ROWS)[number] | undefined {
  return KIND_ROWS.find(
    (row) =>
      words === row.words ||
      words.endsWith(` ${row.words}`) ||
      (words.startsWith(row.words) && /^ (?:of|in|for|at|to|on)\b/u.test(words.slice(row.words.length))),
  );
}

/** `country:kind` of an office; null for a bare rank, a plain role or nothing. */
function officeKey(office: string, context: string): string | null {
  const places = findPlaces(office);
  const bare = foldName(removePlaces(office, places)).replace(LEADING, "");
  const words = bare.split(" ").filter((word) => word !== "" && !RANKS.has(word));
  if (words.every((word) => PLAIN_ROLES.has(word))) return null;
  const kind = kindOf(bare);
  const place = places[0];
  const country =
    place === undefined ? (kind === undefined ? null : firstCountry(context)) : (countryOf(place.id) ?? place.id);
  return `${country === null ? "" : `${country}:`}${kind?.kind ?? words.join(" ")}`;
}

function removePlaces(written: string, places: readonly PlaceMention[]): string {
  let rest = written;
  for (const place of places.toReversed())
    rest = `${rest.slice(0, place.span.start)} ${rest.slice(place.span.end).replace(/^['’]s?/u, "")}`;
  return rest.replaceAll(/\bof(?: the)?\s*$/gu, "").trim();
}

const firstCountry = (text: string): string | null => {
  for (const place of findPlaces(text)) {
    const country = countryOf(place.id);
    if (country !== null) return country;
  }
  return null;
};
