import { describe, expect, test } from "vitest";
import type { QuantityClaim } from "../../src/claims/claim.ts";
import { claimsOf } from "./claims-of.ts";

/** Value, thing and action of every claim, and what else a row asks for. */
const short = (text: string): readonly string[] =>
  claimsOf(text).map((claim) =>
    [text.slice(claim.value.start, claim.value.end), claim.counted.head, claim.event.action ?? "-"].join(" | "),
  );

type Row = readonly [text: string, ...expected: string[]];

describe("what a construction says is counted", () => {
  const rows: readonly Row[] = [
    // Leads.
    ["Mora was 3,140 votes ahead of Silva.", "3,140 | lead | -"],
    ["Mora won the seat by 212 votes.", "212 | lead | -"],
    [
      "Mora beat Silva by 1,412 votes, or 0.6 of a percentage point.",
      "1,412 | lead | -",
      "0.6 of a percentage point | lead | -",
    ],
    ["Mora has a majority of 88 votes.", "88 | lead | -"],
    ["Mora's lead has shrunk to 1,870 votes.", "1,870 | lead | -"],
    ["The bill passed by 60 votes to 38.", "60 | vote | -", "38 | vote | -"],
    // Magnitudes, depths and distances.
    ["The institute gave its magnitude as 7.1 and its depth as 12 km.", "7.1 | magnitude | -", "12 km | depth | -"],
    ["A magnitude 6.1 earthquake shook the coast.", "magnitude 6.1 | magnitude | -"],
    ["A 6.1-magnitude quake shook the coast at a depth of 9 km.", "6.1-magnitude | magnitude | -", "9 km | depth | -"],
    ["The quake struck 7.5 miles below the surface.", "7.5 miles | depth | -"],
    ["The wreck lies in 138 feet of water.", "138 feet | depth | -"],
    [
      "The wreck lies 30 metres deep, some five miles from the port.",
      "30 metres | depth | -",
      "some five miles | distance | -",
    ],
    ["The route, 5 km from the depot to the square, was lined with flags.", "5 km | rout | -"],
    ["The strongest gust, 171 km/h, was measured on the pier.", "171 km/h | wind | -"],
    ["In the hills 240 mm fell within a day.", "240 mm | rain | fall"],
    // People.
    ["The shock levelled Dorna, a town of 21,000.", "21,000 | person | live"],
    ["Of the dead, 19 were found in Dorna.", "19 | person | kill"],
    ["By noon the number of dead had risen to 58.", "58 | person | kill"],
    ["Nineteen of those arrested were released.", "Nineteen | person | arrest"],
    ["The dead include seven children.", "seven | child | kill"],
    ["Among the wounded were four nurses.", "four | nurs | wound"],
    [
      "Another 11 were treated at the port and 45 in all were injured.",
      "Another 11 | person | treat",
      "45 | person | wound",
    ],
    ["Seven officers had been hurt.", "Seven | police-officer | wound"],
    ["Thousands marched in the rain.", "Thousands | person | rally"],
    ["The ferry had 170 people on board.", "170 | person | carry"],
    ["The tickets showed 203 people on board, 13 more than the limit.", "203 | person | carry"],
    ["The gale left 210,000 homes and shops without electricity.", "210,000 | home | cut-off"],
    ["The flood forced 300 people to leave their homes.", "300 | person | displace"],
    ["Four people were pulled out alive.", "Four | person | free"],
    // Money and pay.
    ["The strike costs the region 1.2 million euros a day.", "1.2 million euros a day | money | cost"],
    ["The line will pay 50,000 pesos to each family.", "50,000 pesos | money | spend"],
    ["Employers have offered 3 percent.", "3 percent | pay | offer"],
    ["The union is asking for 8 percent more pay.", "8 percent | pay | demand"],
    ["The strikers demand a rise of 6 percent.", "6 percent | pay | demand"],
    ["The firm's pay offer was 3 percent.", "3 percent | pay | offer"],
    // Verbs with their nouns, verbs behind verbs.
    ["The operator would close 14 routes and cut 450 jobs.", "14 | rout | close", "450 | worker | lay-off"],
    [
      "Of the region's 655 polling stations 17 had failed to open on time.",
      "655 | station | -",
      "17 | station | delay",
    ],
    ["The company has 14,000 staff.", "14,000 | worker | employ"],
    ["The cuts bring to 1,350 the number of jobs the firm is eliminating.", "1,350 | worker | lay-off"],
    ["He put the number of damaged homes in the district at 1,950.", "1,950 | home | damage"],
    ["Turnout was given as 61 percent of the electorate.", "61 percent | turnout | -"],
    ["Only 58 percent of the electorate took part.", "Only 58 percent | turnout | -"],
    ["Mora polled 120,018 and Silva 118,606.", "120,018 | vote | vote", "118,606 | vote | vote"],
  ];
  test.each(rows.filter((row) => row.length > 1))("%s", (text, ...expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe("numbers that are no counts of their own", () => {
  const rows: readonly string[] = [
    "The hall at 48 Marble Street burned down.",
    "A girl of nine was found.",
    '"It was loud," said Ana Mora, 29.',
    "We rang every station at seven, and nobody answered us.".replace("nobody answered us", "they slept"),
    "The wards are full.",
    "They need partners to reach the 38 required.",
  ];
  test.each(rows)("%s", (text) => {
    expect(short(text)).toEqual([]);
  });

  test("how far two figures lie apart is no figure of either", () => {
    expect(short("The hospital treats 118 patients, 40 more than it has beds for.")).toEqual(["118 | patient | treat"]);
  });
});

describe("lists, gaps and ellipses", () => {
  const owners = (text: string) =>
    claimsOf(text).map((claim) => [text.slice(claim.value.start, claim.value.end), claim.counted.owners.join("+")]);

  test("seats are shared out by names", () => {
    expect(
      owners("The Alliance has 35 of the 75 seats, Homeland 28, Green Coast eight and the Farmers' League four."),
    ).toEqual([
      ["35", "name:alliance"],
      ["75", ""],
      ["28", "name:homeland"],
      ["eight", "name:green coast"],
      ["four", "name:farmers league"],
    ]);
  });

  test("'42 late openings' are of what opened late", () => {
    expect(short("Seventeen polling stations opened late. Observers put the number of late openings at 42.")).toEqual([
      "Seventeen | station | delay",
      "42 | station | delay",
    ]);
  });

  test("who gives a bare figure speaks of what was counted before, or of the crowd", () => {
    expect(short("Police counted 13,000 marchers. The drivers' union spoke of 23,500.")).toEqual([
      "13,000 | protester | rally",
      "23,500 | protester | rally",
    ]);
    expect(short("The march crossed two bridges. Police claimed 18,000.")[1]).toBe("18,000 | protester | rally");
  });

  test("'12 of them children' are a part, of children", () => {
    const [whole, part] = claimsOf("Thirty survivors were taken to hospital, 12 of them children.");
    expect([part?.counted.head, part?.event.action, part?.partOf]).toEqual(["child", "treat", whole?.id]);
  });

  test("a part names the whole that the sentence put first", () => {
    const [whole, ...parts] = claimsOf("Of the seven flights, four came from Norway and two from Peru.");
    expect(parts.map((part) => part.partOf)).toEqual([whole?.id, whole?.id]);
  });
});

describe("what a figure takes in", () => {
  const coverage = (text: string): readonly (readonly string[])[] =>
    claimsOf(text).map((claim: QuantityClaim) => (claim.coverage ?? []).map((one) => `${one.kind}: ${one.written}`));

  const rows: readonly (readonly [string, ...string[]])[] = [
    [
      "On Monday 730 trains were cancelled, counting freight and night services.",
      "adds: counting freight and night services",
    ],
    ["Rejected ballots numbered 14,350, postal votes included.", "adds: postal votes included"],
    ["Including those still at sea, 40 ships were lost.", "adds: Including those still at sea"],
    ["There were 90 arrests, taking in those of the eve.", "adds: taking in those of the eve"],
    ["Together with the suburbs, 300 homes burned.", "adds: Together with the suburbs"],
    [
      "Some 1,950 homes were damaged, leaving out those with broken windows.",
      "leaves-out: leaving out those with broken windows",
    ],
    ["Some 1,950 homes were damaged, not counting barns.", "leaves-out: not counting barns"],
    ["Some 1,950 homes were damaged, excluding barns.", "leaves-out: excluding barns"],
    ["Some 1,950 homes were damaged, a figure that does not include barns.", "leaves-out: does not include barns"],
    ["Apart from the barns, 90 homes burned.", "leaves-out: Apart from the barns"],
    ["Except for the barns, 90 homes burned.", "leaves-out: Except for the barns"],
    ["The figure of 540 covers regional trains alone.", "leaves-out: covers regional trains alone"],
    ["The 12 deaths include only the town.", "leaves-out: include only"],
    ["In all 45 homes burned.", "whole: In all"],
    ["Another 12 people died.", "more: Another 12"],
    ["Of the dead, 19 were children.", "part: dead"],
    ["The injured include six nurses.", "part: injured"],
    ["Twelve people, including a child, were killed."],
  ];
  test.each(rows)("%s", (text, ...expected) => {
    const all = `Regional trains: 600 trains were cancelled. ${text}`;
    expect(coverage(text.startsWith("The figure of") ? all : text).at(-1)).toEqual(expected);
  });
});

describe("times of a figure", () => {
  const days = (text: string) =>
    claimsOf(text).map((claim) => [
      text.slice(claim.value.start, claim.value.end),
      claim.period?.role ?? null,
      claim.period?.from?.slice(0, 10) ?? null,
    ]);

  test("what a figure is held against has its own time", () => {
    expect(days("Turnout came to 61 percent, against 54 percent in 2019.")).toEqual([
      ["61 percent", null, null],
      ["54 percent", "during", "2019-01-01"],
    ]);
  });

  test("'since 1971, when' dates what happened then", () => {
    expect(days("It was the worst fire since 1971, when a blaze destroyed 300 homes.")).toEqual([
      ["300", "during", "1971-01-01"],
    ]);
  });

  test("a toll is as of the day it is told, not of the day of the disaster", () => {
    expect(
      days("The number of people killed in Sunday's fire has climbed to 84, the ministry said on Tuesday."),
    ).toEqual([["84", "as-of", "2031-03-04"]]);
    expect(days("By noon on Monday the number of dead had risen to 58; 37 people were missing.")).toEqual([
      ["58", "as-of", "2031-03-03"],
      ["37", "as-of", "2031-03-03"],
    ]);
  });
});

describe("more constructions", () => {
  const rows: readonly Row[] = [
    ["Some 900 people work there.", "Some 900 | person | employ"],
    ["More than 6,500 residents of Dorna and Bel were evacuated.", "More than 6,500 | person | displace"],
    ["The net loss widened to $210 million.", "$210 million | loss | -"],
    ["Residents estimate the damage at $3 million.", "$3 million | damage | -"],
    ["The river rose to six metres, 40 centimetres above the level of May.", "six metres | river | rise"],
    ["Her party took 61 seats, three short of a majority, and the Democrats 52.", "61 | seat | win", "52 | seat | win"],
    ["The count gave Mora 48.3 percent of the vote.", "48.3 percent | vote | -"],
    ["Police said 91 deaths among 140 confirmed and probable cases.", "91 | death | kill", "140 | case | -"],
    ["Twelve nurses are among the dead.", "Twelve | nurs | kill"],
    ["A third of the trees planted in May have died.", "A third | tree | kill"],
    ["The court sentenced nine men to 17 years in prison.", "nine | man | sentence", "17 years | term | sentence"],
    ["The train passed at about 160 km/h.", "about 160 km/h | speed | -"],
    ["Rovers beat City 3-1 in front of a crowd of 41,280.", "3-1 | score | -", "41,280 | protester | rally"],
    ["The attendance was 41,280.", "41,280 | spectator | rally"],
    ["Snow stranded 1,100 motorists on the A9.", "1,100 | motorist | strand"],
    ["Rejected ballots numbered 14,350.", "14,350 | vote | oppose"],
    ['A clerk said the damage would run to "at least 3 million euros".', "at least 3 million euros | damage | run"],
    ["The firm will shed one job in nine."],
  ];
  test.each(rows)("%s", (text, ...expected) => {
    expect(short(text)).toEqual(expected);
  });

  test("'the union said more than 700 were' takes noun and verb from before", () => {
    const text = "The ministry said 380 of the 1,560 schools were closed; the union said more than 700 were.";
    expect(short(text)).toEqual(["380 | school | close", "1,560 | school | -", "more than 700 | school | close"]);
  });
});
