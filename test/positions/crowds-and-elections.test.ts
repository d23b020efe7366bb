import { describe, expect, test } from "vitest";
import { disputes, name } from "./claim-builder.ts";
import type { Case } from "./told.ts";
import { MON, days, sameDay, told } from "./told.ts";

const crowd = { of: "protester", action: "rally", place: "brinn", when: MON } as const;
const seats = { of: "seat", action: "win", owners: ["party-blue"], place: "valdoria", when: MON } as const;
const votes = { of: "vote", action: "count", owners: ["candidate-oda"], place: "valdoria" } as const;

const crowds: readonly Case[] = [
  [
    "police and union differ about a crowd, in one document",
    [told(crowd, "a 12000; by: Police"), told(crowd, "a 30000; by: Union")],
    ["estimate: 12000 | 30000"],
    sameDay,
  ],
  [
    "people who march are marchers",
    [told(crowd, "a 12000; by: Police"), told(crowd, "b 30000; of: people; by: Union")],
    ["estimate: 12000 | 30000"],
    sameDay,
  ],
  [
    "tens of thousands fits both",
    [told(crowd, "a 22000; by: Police"), told(crowd, "b 30000; by: Union"), told(crowd, "c vague 20000 200000")],
    ["estimate: 22000 | 30000; fits 20000–200000"],
    sameDay,
  ],
  [
    "10,000 and 11,000 differ",
    [told(crowd, "a 10000; by: Police"), told(crowd, "b 11000; by: Union")],
    ["estimate: 10000 | 11000"],
    sameDay,
  ],
  ["about 10,000 and 10,400 agree", [told(crowd, "a about 10000; by: Police"), told(crowd, "b 10400; by: Union")], []],
  ["1,500 and 1,530 agree", [told(crowd, "a 1500; by: Police"), told(crowd, "b 1530; by: Union")], []],
  [
    "the arrested are not the marchers",
    [told(crowd, "a 12000; by: Police"), told(crowd, "b 70; action: arrest")],
    [],
    sameDay,
  ],
  [
    "70 and 74 arrests differ",
    [told(crowd, "a 70; action: arrest; by: Police"), told(crowd, "b 74; action: arrest; by: Lawyers")],
    ["estimate: 70 | 74"],
    sameDay,
  ],
  [
    "the same speaker with two figures of one day is a contradiction",
    [told(crowd, "a 70; action: arrest; by: Police"), told(crowd, "b 74; action: arrest; by: Police")],
    ["contradiction: 70 | 74"],
    sameDay,
  ],
  [
    "the same speaker who gives it anew the next day is an update",
    [told(crowd, "a 70; action: arrest; by: Police"), told(crowd, "b 74; action: arrest; by: Police")],
    ["update: 70 | 74"],
    days,
  ],
  [
    "a march in another town is another march",
    [told(crowd, "a 12000"), told(crowd, "b 900; place: highmoor")],
    [],
    sameDay,
  ],
  [
    "hours that lie far apart are two marches",
    [told(crowd, "a 12000; when: MONT08:00..MONT10:00"), told(crowd, "b 900; when: MONT19:00..MONT21:00")],
    [],
    sameDay,
  ],
  ["the weekend is not Monday, even undated", [told(crowd, "a 12000; when: weekend"), told(crowd, "b 900")], []],
  [
    "a third speaker in another document makes three positions",
    [told(crowd, "a 12000; by: Police"), told(crowd, "a 30000; by: Union"), told(crowd, "b 20000; by: Counters")],
    ["estimate: 12000 | 30000 | 20000"],
    sameDay,
  ],
  [
    "strikers and workers on strike are one",
    [
      told(crowd, "a 4000; of: worker; action: strike-work; by: Firm"),
      told(crowd, "b 7000; of: striker; action: strike-work; by: Union"),
    ],
    ["estimate: 4000 | 7000"],
    sameDay,
  ],
  [
    "who holds a figure and who does not cannot be told: unclear",
    [told(crowd, "a 4000; certainty: reported"), told(crowd, "b 7000; certainty: reported")],
    ["unclear: 4000 | 7000"],
    sameDay,
  ],
];

const elections: readonly Case[] = [
  [
    "two parties' seats are not compared",
    [told(seats, "a 41"), told(seats, "b 36", { owners: ["party-red"] })],
    [],
    sameDay,
  ],
  ["one party's seats differ", [told(seats, "a 41"), told(seats, "b 43")], ["contradiction: 41 | 43"], sameDay],
  ["seats won are not seats lost", [told(seats, "a 41"), told(seats, "b 12; action: lose")], [], sameDay],
  [
    "a count of votes grows",
    [
      told(votes, "a 120500; measure: running; when: as-of MON"),
      told(votes, "b 180300; measure: running; when: as-of TUE"),
    ],
    ["update: 120500 | 180300"],
    days,
  ],
  [
    "percent are not votes",
    [told(votes, "a 52; dimension: percent; unit: percent; when: MON"), told(votes, "b 120500; when: MON")],
    [],
    sameDay,
  ],
  [
    "20 and 24 percent of the vote differ",
    [
      told(votes, "a 20; dimension: percent; unit: percent; when: MON"),
      told(votes, "b 24; dimension: percent; unit: percent; when: MON"),
    ],
    ["contradiction: 20 | 24"],
    sameDay,
  ],
  [
    "shares of two wholes are not compared",
    [
      told(votes, "a 20; dimension: share; unit: percent; when: MON", { modifiers: ["postal"] }),
      told(votes, "b 24; dimension: share; unit: percent; when: MON"),
    ],
    [],
    sameDay,
  ],
  ["the elections of two years are two", [told(seats, "a 41"), told(seats, "b 55; when: 2026-05-06")], [], sameDay],
  [
    "turnout at noon and in all are told of two times",
    [
      told(
        {},
        "a 31; of: turnout; action: be; place: valdoria; dimension: percent; unit: percent; when: as-of MON; measure: running",
      ),
      told(
        {},
        "b 64; of: turnout; place: valdoria; dimension: percent; unit: percent; when: as-of TUE; measure: running",
        { action: null },
      ),
    ],
    ["update: 31 | 64"],
    days,
  ],
  [
    "two names for the winner contradict each other",
    [
      name({ doc: "a", name: "Oda", action: "win", of: "election", place: "valdoria", when: MON }),
      name({ doc: "b", name: "Ruiz", action: "win", of: "election", place: "valdoria", when: MON }),
    ],
    ["contradiction: oda | ruiz"],
    sameDay,
  ],
  [
    "one name in two documents agrees",
    [
      name({ doc: "a", name: "Oda", action: "win", of: "election", place: "valdoria", when: MON }),
      name({ doc: "b", name: "ODA", action: "win", of: "election", place: "valdoria", when: MON }),
    ],
    [],
    sameDay,
  ],
  [
    "a slot that one document fills twice holds several",
    [
      name({ doc: "a", name: "Oda", action: "sign", of: "treaty", place: "valdoria", when: MON }),
      name({ doc: "a", name: "Ruiz", action: "sign", of: "treaty", place: "valdoria", when: MON }),
      name({ doc: "b", name: "Oda", action: "sign", of: "treaty", place: "valdoria", when: MON }),
    ],
    [],
    sameDay,
  ],
  [
    "who and where are two slots",
    [
      name({ doc: "a", name: "Oda", action: "win", of: "election", place: "valdoria", when: MON }),
      name({ doc: "b", name: "Brinn", slot: "where", action: "win", of: "election", place: "valdoria", when: MON }),
    ],
    [],
    sameDay,
  ],
];

describe("crowds", () => {
  for (const [sentence, claims, expected, documents] of crowds) {
    test(sentence, () => {
      expect(disputes(claims, documents)).toEqual(expected);
    });
  }
});

describe("elections", () => {
  for (const [sentence, claims, expected, documents] of elections) {
    test(sentence, () => {
      expect(disputes(claims, documents)).toEqual(expected);
    });
  }
});
