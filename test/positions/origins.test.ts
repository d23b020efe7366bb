import { describe, expect, test } from "vitest";
import { originsOf } from "../../src/positions/origins.ts";
import { figure, textOf } from "./claim-builder.ts";

const origins = (claims: Parameters<typeof originsOf>[0]) => [...originsOf(claims, textOf).values()];

describe("origins", () => {
  test("one speaker in many documents is one, numbered as they come", () => {
    const claims = [
      figure({ doc: "a", n: "5", by: "Mayor" }),
      figure({ doc: "b", n: "5", by: "Army" }),
      figure({ doc: "c", n: "5", by: "Mayor" }),
    ];
    expect(origins(claims)).toEqual(["o1", "o2", "o1"]);
  });

  test("what a document says itself is one of its own", () => {
    const claims = [figure({ doc: "a", n: "5" }), figure({ doc: "a", n: "6" }), figure({ doc: "b", n: "5" })];
    expect(origins(claims)).toEqual(["o1", "o1", "o2"]);
  });

  test("eight words in a row are shared wording, whatever surrounds them", () => {
    const claims = [
      figure({
        doc: "a",
        n: "5",
        text: "On Monday a landslide buried the lower half of the village, killing 5 people.",
      }),
      figure({
        doc: "b",
        n: "5",
        text: "Rescuers say a landslide buried the lower half of the village after days of rain.",
      }),
    ];
    expect(origins(claims)).toEqual(["o1", "o1"]);
  });

  test("seven words in a row are not", () => {
    const claims = [
      figure({ doc: "a", n: "5", text: "On Monday a landslide buried the lower half of houses, killing 5 people." }),
      figure({ doc: "b", n: "5", text: "Rescuers say a landslide buried the lower half in mud after days of rain." }),
    ];
    expect(origins(claims)).toEqual(["o1", "o2"]);
  });

  test("a short sentence is shared as a whole, in any case and punctuation", () => {
    const claims = [
      figure({ doc: "a", n: "5", text: "Five people died in Lunaris." }),
      figure({ doc: "b", n: "5", text: "“Five people died in LUNARIS”" }),
      figure({ doc: "c", n: "5", text: "Five died." }),
      figure({ doc: "d", n: "5", text: "Five died." }),
    ];
    expect(origins(claims)).toEqual(["o1", "o1", "o2", "o3"]);
  });

  test("a chain of speaker and wording is one origin", () => {
    const text = "The agency counted forty trucks on the northern road that night.";
    const claims = [
      figure({ doc: "a", n: "40", by: "Agency" }),
      figure({ doc: "b", n: "40", text }),
      figure({ doc: "c", n: "40", by: "Agency", text }),
    ];
    expect(origins(claims)).toEqual(["o1", "o1", "o1"]);
  });
});
