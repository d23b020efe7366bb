import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";

import {
  capitalFor,
  capitalOf,
  countryOf,
  findPlaces,
  placeContains,
  placeIdOf,
  placeKind,
  placeName,
  samePlace,
  unknownPlaceId,
} from "../../src/claims/gazetteer.ts";

/** What is found, as `written=name` with the form's first letter where it is no plain name. */
const read = (text: string): string[] =>
  findPlaces(text).map(({ span, id, form }) => {
    const name = placeKind(id) === "region" || id.startsWith("name:") ? id : placeName(id);
    return `${text.slice(span.start, span.end)}=${name}${form === "name" ? "" : `/${form}`}`;
  });

describe("findPlaces", () => {
  it.each([
    ["Peru and the Peruvian navy.", ["Peru=Peru", "Peruvian=Peru/adjective"]],
    [
      "Two Danes, a Spaniard and many Nigerians met Frenchmen.",
      ["Danes=Denmark/demonym", "Spaniard=Spain/demonym", "Nigerians=Nigeria/demonym", "Frenchmen=France/demonym"],
    ],
    [
      "South Korean and North Korean envoys",
      ["South Korean=South Korea/adjective", "North Korean=North Korea/adjective"],
    ],
    [
      "The U.K.'s envoy told us the US and the UN agreed.",
      ["U.K.=United Kingdom", "US=United States", "UN=United Nations"],
    ],
    ["Talks at the Élysée and in Downing Street", ["Élysée=France/seat", "Downing Street=United Kingdom/seat"]],
    [
      "A storm in the Bay of Bengal hit the Democratic Republic of Congo",
      ["Bay of Bengal=Bay of Bengal", "Democratic Republic of Congo=Democratic Republic of the Congo"],
    ],
    ["in Côte d'Ivoire and N'Djamena", ["Côte d'Ivoire=Ivory Coast", "N'Djamena=N'Djamena"]],
  ])("reads countries, people and seats in: %s", (text, places) => {
    expect(read(text)).toEqual(places);
  });

  it.each([
    ["in Idlib province", ["Idlib province=SY.12"]],
    ["the province of Idlib", ["Idlib=SY.12"]],
    ["in the Kharkiv region", ["Kharkiv region=UA.07"]],
    ["Sumy and Poltava oblasts", ["Sumy=UA.21", "Poltava oblasts=UA.18"]],
    ["in Washington state", ["Washington state=US.WA"]],
    ["in Moscow Oblast and in Moscow", ["Moscow Oblast=RU.47", "Moscow=Moscow"]],
    ["near Moscow State University", ["Moscow=Moscow"]],
  ])("reads the kind beside a name: %s", (text, places) => {
    expect(read(text)).toEqual(places);
  });

  it.each([
    ["Mykolaiv", "Mikolayiv"],
    ["Zaporizhzhia", "Zaporizhzhya"],
    ["Kyiv", "Kiev"],
    ["Odesa", "Odessa"],
    ["Mumbai", "Bombay"],
    ["Beijing", "Peking"],
    ["Kryvyi Rih", "Krivoy Rog"],
    ["Ho Chi Minh City", "Saigon"],
  ])("knows %s by its other spelling %s", (one, other) => {
    expect(findPlaces(`It happened in ${other}.`)[0]?.id).toBe(findPlaces(`It happened in ${one}.`)[0]?.id);
    expect(countryOf(placeIdOf(other))).not.toBeNull();
  });

  it.each([
    ["Aleppo, Syria", "SY"],
    ["Birmingham, Alabama", "US"],
    ["Valencia, Spain", "ES"],
    ["Valencia, Venezuela", "VE"],
    ["Portland, Ore., was quiet", "US"],
  ])("lets the country after a comma decide: %s", (text, country) => {
    expect(countryOf(findPlaces(text)[0]?.id ?? "")).toBe(country);
  });

  it("takes Georgia for the country unless an American place stands beside it", () => {
    expect(read("Georgia's parliament met in Tbilisi.")[0]).toBe("Georgia=Georgia");
    expect(findPlaces("The Georgia governor spoke in Atlanta.")[0]?.id).toBe("US.GA");
    expect(findPlaces("Washington and Georgia signed a pact.")[1]?.id).toBe("GE");
  });

  it.each([
    "Michael Jordan and Chad Smith met Jack London.",
    "The Washington Post and the Boston Globe reported it.",
    "Reading is fun, of course; a nice turkey made in china.",
    "Clinton told Warren that Jackson and Lincoln agreed in May.",
    "Ms. Sydney Brown said so, and so did Israel Katz.",
    "He told us so.",
    "Hamas said Fitch and Pfizer denied it.",
    "A Western official spoke.",
  ])("finds no place in: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("takes a doubtful name for a place where a sign stands beside it", () => {
    expect(read("A fire in Reading spread.")).toEqual(["Reading=Reading"]);
    expect(read("Mobile, Alabama")[0]).toBe("Mobile=Mobile");
    expect(read("Sydney Airport closed.")).toEqual(["Sydney=Sydney"]);
  });

  it("gives unknown places an id of their own where the text calls them places", () => {
    expect(read("the village of Foobarovka and Foobar Province, near Quuxholm")).toEqual([
      "Foobarovka=name:fobarovka",
      "Foobar Province=name:fobar province",
      "Quuxholm=name:quxholm",
    ]);
    expect(unknownPlaceId("Foobarovka")).toBe(unknownPlaceId("Foobarovkha"));
  });

  it("gives spans in order that never overlap and begin with a capital", () => {
    const word = constantFrom(
      "Peru",
      "the",
      "New",
      "York",
      "U.S.",
      "Kursk",
      "Oblast",
      "and",
      ",",
      "region",
      "Jordan",
      "of",
      "Paris",
      "é",
      "😀",
      "St.",
    );
    assert(
      property(string({ unit: word, maxLength: 40 }), (text) => {
        let end = 0;
        for (const { span } of findPlaces(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.charAt(span.start)).toMatch(/\p{Lu}/u);
          ({ end } = span);
        }
      }),
    );
  });

  it("is linear on long hostile input", () => {
    findPlaces("Peru");
    for (const text of [
      "U.S.".repeat(25_000),
      "New York and ".repeat(7_000),
      "A'".repeat(50_000),
      "X Oblast ".repeat(11_000),
    ]) {
      const began = performance.now();
      findPlaces(text);
      expect(performance.now() - began).toBeLessThan(3_000);
    }
  });
});

describe("placeContains", () => {
  it("holds from country over region to city, and for areas", () => {
    const lviv = placeIdOf("Lviv");
    expect(placeContains("UA", lviv)).toBe(true);
    expect(placeContains("UA.15", lviv)).toBe(true);
    expect(placeContains("@europe", lviv)).toBe(true);
    expect(placeContains("@eu", placeIdOf("Lyon"))).toBe(true);
    expect(placeContains("@eu", lviv)).toBe(false);
    expect(placeContains(lviv, "UA")).toBe(false);
    expect(placeContains("US.GA", "GE")).toBe(false);
  });

  it("puts a city with a region of its own into the region named after it", () => {
    expect(placeContains("RU.47", placeIdOf("Moscow"))).toBe(true);
    expect(placeContains("UA.13", placeIdOf("Kyiv"))).toBe(true);
  });

  it("is reflexive, also for unknown places", () => {
    expect(placeContains("name:foo", "name:foo")).toBe(true);
    expect(placeContains("name:foo", "name:bar")).toBe(false);
  });
});

describe("the table of places", () => {
  it("knows the capital of nearly every country, and none twice", () => {
    const capitals = ["FR", "JP", "US", "GB", "KE", "PE", "UA", "RU", "AU", "ZA", "KZ", "TR"].map((code) =>
      placeName(capitalOf(code) ?? ""),
    );
    expect(capitals).toEqual([
      "Paris",
      "Tokyo",
      "Washington",
      "London",
      "Nairobi",
      "Lima",
      "Kyiv",
      "Moscow",
      "Canberra",
      "Pretoria",
      "Astana",
      "Ankara",
    ]);
    expect(capitalFor(placeIdOf("Tokyo"))).toBe("JP");
    expect(capitalFor(placeIdOf("Osaka"))).toBeNull();
  });

  it("tells places apart that share a name with what holds them", () => {
    expect(samePlace("UA", "UA")).toBe(true);
    expect(samePlace(placeIdOf("Moscow"), "RU.48")).toBe(true);
    expect(samePlace(placeIdOf("Kursk"), "RU.41")).toBe(false);
    expect(samePlace(placeIdOf("Kursk"), placeIdOf("Bryansk"))).toBe(false);
  });

  it("names places and says what they are", () => {
    expect(placeName("@eu")).toBe("European Union");
    expect(placeKind("US.TX")).toBe("region");
    expect(placeKind("name:foo")).toBeNull();
    expect(placeName("name:foo")).toBe("foo");
    expect(countryOf("@un")).toBeNull();
  });
});
