import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsOf, lineOf } from "./claims-of.ts";

const lines = (text: string): readonly string[] => claimsOf(text).map((claim) => lineOf(text, claim));
const only = (text: string) => {
  const claims = claimsOf(text);
  const [claim] = claims;
  if (!claim || claims.length !== 1) throw new Error(`${claims.length} claims in "${text}"`);
  return claim;
};

describe("what a figure counts, what happens to it, who does it", () => {
  // value | thing | owners | action | agents
  const rows: readonly (readonly [string, ...string[]])[] = [
    ["Norway's navy intercepted 70 Danish drones.", "70 | drone | DK | shoot-down | NO"],
    ["Over 70 drones were shot down by Norwegian forces.", "Over 70 | drone | - | shoot-down | NO"],
    ["Norway launched 90 drones against Denmark.", "90 | drone | NO | launch | NO"],
    [
      "The army shot down 39 out of 74 drones launched by Denmark.",
      "39 | drone | DK | shoot-down | -",
      "74 | drone | DK | launch | DK",
    ],
    [
      "The quake killed at least 12 people and injured more than 80.",
      "at least 12 | person | - | kill | -",
      "more than 80 | person | - | wound | -",
    ],
    ["Twenty-nine people are confirmed dead.", "Twenty-nine | person | - | kill | -"],
    ["Norway suffered 300 killed and wounded in May.", "300 | person | NO | casualties | NO"],
    ["The floods led to six civilian deaths.", "six | death | - | kill | -"],
    ["Some 5,200 people are homeless.", "Some 5,200 | person | - | displace | -"],
    ["Two of the region's five hospitals remain closed.", "Two | hospit | - | close | -", "five | hospit | - | - | -"],
    ["The minister announced the deployment of 3,000 Danish troops to Norway.", "3,000 | troop | DK | deploy | DK"],
    ["The death toll has risen to 31.", "31 | death | - | kill | -"],
    ["Rescuers searched the wreck, bringing the death toll to 27.", "27 | death | - | kill | -"],
    [
      "Revenue rose 8 percent to 2.3 billion euros.",
      "8 percent | revenue | - | rise | -",
      "2.3 billion euros | revenue | - | rise | -",
    ],
    ["The president promised $45 million in aid.", "$45 million | aid | - | promise | -"],
    ["Police put the crowd at the march at 18,000.", "18,000 | protester | - | rally | -"],
    ["The union said 45,000 people marched.", "45,000 | person | - | rally | -"],
  ];
  test.each(rows)("%s", (text, ...expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe("what a sentence leaves out comes from what was said before", () => {
  test("a list keeps noun, verb and agent, and gives each its place", () => {
    const text = "Norway's air force downed 34 drones over Bergen, 14 over Oslo and six over Trondheim.";
    const claims = claimsOf(text);
    expect(claims.map((claim) => lineOf(text, claim))).toEqual([
      "34 | drone | - | shoot-down | NO",
      "14 | drone | - | shoot-down | NO",
      "six | drone | - | shoot-down | NO",
    ]);
    expect(claims.map((claim) => claim.place?.written)).toEqual(["Bergen", "Oslo", "Trondheim"]);
  });

  test("'seven each over A and B' is two claims", () => {
    const claims = claimsOf("Norway downed 34 drones over Bergen and seven each over Oslo and Trondheim.");
    expect(claims.slice(1).map((claim) => [claim.quantity.said.low, claim.place?.written])).toEqual([
      [7, "Oslo"],
      [7, "Trondheim"],
    ]);
  });

  test("'62 of which' are parts, and whose they were", () => {
    const [whole, part] = claimsOf(
      "Danish forces launched a record 145 drones against Norway, 62 of which were shot down.",
    );
    expect(part?.partOf).toBe(whole?.id);
    expect(part?.counted.owners).toEqual(["DK"]);
    expect(part?.event.action).toBe("shoot-down");
  });

  test("'including 34 in X' is a part of the figure before it; troops of another country are not sent by the first", () => {
    const [, part] = claimsOf("Norway is massing 50,000 troops, including 10,000 Danish soldiers, near Oslo.");
    expect(part?.partOf).not.toBeNull();
    expect(part?.counted.owners).toEqual(["DK"]);
    expect(part?.event.agents).toEqual([]);
  });

  test("'This works out at' speaks of the figure before it, for the same time and speaker", () => {
    const [total, rate] = claimsOf(
      "Norway lost 41,980 soldiers in January, John Berg said.\nThis works out at an average of 1,354 every day.",
    );
    expect(rate?.quantity.per).toBe("day");
    expect(rate?.event.action).toBe(total?.event.action);
    expect(rate?.period?.from).toBe("2031-01-01T00:00");
    expect(rate?.speaker?.key).toBe(total?.speaker?.key);
  });

  test("the next sentence may give the hours of the drones just counted", () => {
    const [claim] = claimsOf(
      "Norway shot down 70 Danish drones on Wednesday.\nThe drones came between 7.00 and 10.00 a.m., the ministry said.",
    );
    expect(claim?.period?.hours).toBe(true);
    expect(claim?.period?.from).toBe("2031-03-05T07:00");
  });
});

describe("totals, running totals and stocks", () => {
  test.each([
    ["The storm killed 12 people on Monday.", "total"],
    ["Norway has lost 3,000 soldiers since the start of the war.", "running"],
    ["The death toll now stands at 31.", "running"],
    ["Thirty-one people remain missing.", "running"],
    ["Norway has deployed 3,000 troops to Bergen.", "stock"],
    ["A force of 40,000 soldiers stands at the border.", "stock"],
    ["The toll reached 170 soldiers killed or injured within just 24 hours.", "total"],
  ])("%s → %s", (text, measure) => {
    expect(claimsOf(text)[0]?.measure).toBe(measure);
  });

  test("a running total is as of the day it was reported, a total of the day it happened", () => {
    expect(only("The losses since the start of the war are 3,000, a figure reported on March 3.").period?.role).toBe(
      "as-of",
    );
    expect(only("Twelve people were killed on March 3.").period).toMatchObject({
      role: "during",
      from: "2031-03-03T00:00",
    });
  });
});

describe("who says so", () => {
  test("the quote of a credited claim is the speaker's words", () => {
    const text = "Twelve people were killed in the fire, Mayor Ida Holm said on Monday.";
    const claim = only(text);
    expect(claim.speaker?.name).toBe("Mayor Ida Holm");
    expect(text.slice(claim.clause.start, claim.clause.end)).toBe("Twelve people were killed in the fire");
  });

  test("words that cannot stand alone are quoted with the whole sentence", () => {
    const text = "Mayor Ida Holm confirmed reports that twelve people were killed in the fire.";
    const claim = only(text);
    expect(text.slice(claim.clause.start, claim.clause.end)).toBe(text);
  });

  test("a dateline is no part of a quote", () => {
    const text = "BERGEN (Nordwire) — A fire killed 12 people on Monday.";
    expect(text.slice(only(text).clause.start)).toBe("A fire killed 12 people on Monday.");
  });
});

describe("what asserts nothing", () => {
  test.each([
    "Twelve dead in Bergen fire",
    "WATCH: Twelve people were killed in the fire in Bergen.",
    "She was 52.",
    "The company cut one job in twelve.",
    "It happened in 2024.",
  ])("%s", (text) => {
    expect(claimsOf(`${text}\n\nNothing else is told here.`)).toEqual([]);
  });

  test("a paragraph that a document repeats is read once", () => {
    const paragraph = "A fire in the old harbour of Bergen killed 12 people on Monday, the mayor said.";
    expect(claimsOf(`${paragraph}\nMore is not known yet of what happened there.\n${paragraph}`)).toHaveLength(1);
  });
});

test("every span of every claim slices back to its text, whatever stands around it", () => {
  const oddities = array(
    constantFrom(
      "😀 ",
      "é",
      "Київ ",
      "\u0301",
      "12 ",
      "killed ",
      "people ",
      "\r\n",
      "“",
      ". ",
      "in ",
      "Oslo ",
      "said ",
      "\u202e",
      "70 drones ",
    ),
    {
      maxLength: 24,
    },
  );
  assert(
    property(oddities, oddities, (before, after) => {
      const text = `${before.join("")}Norway shot down 70 Danish drones over Bergen, Mayor Ida Holm said.${after.join("")}`;
      for (const claim of claimsOf(text)) {
        expect(claim.value.start).toBeGreaterThanOrEqual(claim.clause.start);
        expect(claim.value.end).toBeLessThanOrEqual(claim.clause.end);
        expect(claim.clause.start).toBeGreaterThanOrEqual(claim.span.start);
        expect(claim.clause.end).toBeLessThanOrEqual(claim.span.end);
        expect(text.slice(claim.value.start, claim.value.end)).toMatch(/\S/);
        expect(claim.id).toContain(`d:${claim.value.start}-${claim.value.end}`);
      }
    }),
    { numRuns: 200 },
  );
});
