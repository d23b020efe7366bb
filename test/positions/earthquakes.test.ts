import { describe, expect, test } from "vitest";
import { disputes } from "./claim-builder.ts";
import type { Case } from "./told.ts";
import { MON, days, sameDay, told } from "./told.ts";

const quake = { place: "lunaris", when: MON } as const;
const toll = { place: "lunaris", measure: "running" } as const;

const earthquakes: readonly Case[] = [
  [
    "a document that gives both figures for two things disputes neither",
    [told(quake, "a 5"), told(quake, "a 12"), told(quake, "b 12")],
    [],
    sameDay,
  ],
  [
    "a document in which two speakers differ, and one that sides with the one",
    [told(quake, "a 5; by: Mayor"), told(quake, "a 12; by: Army"), told(quake, "b 12")],
    ["estimate: 5 | 12"],
    sameDay,
  ],
  ["two documents that give one toll agree", [told(quake, "a 12"), told(quake, "b 12")], [], sameDay],
  [
    "two documents of one day that state two tolls contradict each other",
    [told(quake, "a 12"), told(quake, "b 15")],
    ["contradiction: 12 | 15"],
    sameDay,
  ],
  [
    "two speakers of one day give estimates",
    [told(quake, "a 120; by: Mayor"), told(quake, "b 150; by: Red Cross")],
    ["estimate: 120 | 150"],
    sameDay,
  ],
  [
    "a toll that grows from Monday to Tuesday is an update",
    [told(quake, "a 120; by: Mayor"), told(toll, "b 150; by: Red Cross; when: as-of TUE")],
    ["update: 120 | 150"],
    days,
  ],
  [
    "a toll of one day grows from one paper to the next",
    [told(quake, "a 120"), told(quake, "b 150")],
    ["update: 120 | 150"],
    days,
  ],
  [
    "a toll that is smaller in the later paper has not grown",
    [told(quake, "a 150; by: Mayor"), told(quake, "b 120; by: Red Cross")],
    ["estimate: 150 | 120"],
    days,
  ],
  [
    "two lower bounds of two days are two",
    [told(toll, "a at least 5; when: as-of MON"), told(toll, "b at least 12; when: as-of TUE")],
    ["update: 5+ | 12+"],
    days,
  ],
  ["two lower bounds of one day agree", [told(quake, "a at least 5"), told(quake, "b at least 12")], [], sameDay],
  ["at least 10 and 12 agree", [told(quake, "a at least 10"), told(quake, "b 12")], [], sameDay],
  [
    "at least 20 and 12 differ",
    [told(quake, "a at least 20; by: Mayor"), told(quake, "b 12; by: Army")],
    ["estimate: 20+ | 12"],
    sameDay,
  ],
  ["dozens and 60 agree", [told(quake, "a vague 24 150"), told(quake, "b 60")], [], sameDay],
  ["the dead are not the wounded", [told(quake, "a 12"), told(quake, "b 340; action: wound")], [], sameDay],
  ["the dead are not the missing", [told(quake, "a 12"), told(quake, "b 80; action: missing")], [], sameDay],
  [
    "the dead are a part of the casualties",
    [told(quake, "a 12"), told(quake, "b 80; of: casualty; action: casualties")],
    [],
    sameDay,
  ],
  [
    "deaths and people killed are one",
    [told(quake, "a 12; of: death", { action: null }), told(quake, "b 15")],
    ["contradiction: 12 | 15"],
    sameDay,
  ],
  [
    "killed and wounded are casualties",
    [
      told(quake, "a 120; action: casualties", { definition: ["kill", "wound"] }),
      told(quake, "b 180; of: casualty; action: casualties"),
    ],
    ["contradiction: 120 | 180"],
    sameDay,
  ],
  [
    "a town's dead are a part of the coast's",
    [told(quake, "a 12"), told({}, "b 40; place: north-coast; when: MON")],
    [],
    sameDay,
  ],
  [
    "a town with more dead than its coast is a contradiction",
    [told(quake, "a 52"), told({}, "b 40; place: north-coast; when: MON")],
    ["contradiction: 52 | 40"],
    sameDay,
  ],
  ["two towns are two events", [told(quake, "a 12"), told({}, "b 40; place: highmoor; when: MON")], [], sameDay],
  ["two days are two events", [told(quake, "a 12"), told(quake, "b 40; when: TUE")], [], sameDay],
  ["children are a part of the people", [told(quake, "a 3; of: child"), told(quake, "b 12")], [], sameDay],
  [
    "civilian deaths are a part of all deaths",
    [told(quake, "a 8; of: death", { modifiers: ["civilian"] }), told(quake, "b 12")],
    [],
    sameDay,
  ],
  [
    "two towns' dead add up to the coast's",
    [
      told(quake, "a 12"),
      told({}, "a 28; place: port-ash; when: MON"),
      told({}, "b 40; place: north-coast; when: MON"),
    ],
    [],
    sameDay,
  ],
  [
    "a day that is not known needs more than a country to be the same",
    [told({}, "a 12; place: valdoria"), told({}, "b 40; place: valdoria; when: MON")],
    [],
    sameDay,
  ],
  [
    "with the town and its earthquake named it is the same",
    [
      told({}, "a 12; place: lunaris; text: The earthquake killed 12 people in Lunaris"),
      told(quake, "b 40; text: The quake killed 40 people in Lunaris"),
    ],
    ["contradiction: 40 | 12"],
    sameDay,
  ],
  [
    "a crash and an earthquake of one place and day are two",
    [
      told(quake, "a 12; text: A bus crash killed 12 people in Lunaris"),
      told(quake, "b 40; text: The quake killed 40 people in Lunaris"),
    ],
    [],
    sameDay,
  ],
  [
    "the magnitudes of one quake differ",
    [
      told(quake, "a 6.1; of: earthquake; action: be; dimension: magnitude; unit: magnitude"),
      told(quake, "b 6.4; of: earthquake; dimension: magnitude; unit: magnitude", { action: null }),
    ],
    ["contradiction: 6.1 | 6.4"],
    sameDay,
  ],
  [
    "a toll that a document calls revised is an update",
    [told(quake, "a 50; by: Mayor"), told(quake, "b 42; by: Army; revised: yes")],
    ["update: 50 | 42"],
    sameDay,
  ],
  [
    "a denied figure is no position",
    [told(quake, "a 50; by: Mayor"), told(quake, "b 90; by: Army; certainty: denied")],
    [],
    sameDay,
  ],
  [
    "history that one document tells is none",
    [told(toll, "a 50; when: as-of MON; by: Mayor"), told(toll, "a 90; when: as-of TUE; by: Army")],
    [],
    days,
  ],
  ["one document in one voice gives two figures for two things", [told(quake, "a 50"), told(quake, "a 90")], [], days],
  [
    "the toll of a whole war is not that of a day",
    [told(quake, "a 12"), told(toll, "b 43000; when: as-of TUE")],
    [],
    days,
  ],
  [
    "a toll published before the day cannot be of it",
    [told(quake, "b 12; when: TUE"), told({}, "a 40; place: lunaris; text: earthquake")],
    [],
    days,
  ],
];

describe("earthquakes", () => {
  for (const [sentence, claims, expected, documents] of earthquakes) {
    test(sentence, () => {
      expect(disputes(claims, documents)).toEqual(expected);
    });
  }
});
