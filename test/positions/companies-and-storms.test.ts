import { describe, expect, test } from "vitest";
import { disputes } from "./claim-builder.ts";
import type { Case } from "./told.ts";
import { MON, days, sameDay, told } from "./told.ts";

const firm = {
  of: "revenue",
  action: "earn",
  owners: ["acme"],
  dimension: "money",
  unit: "USD",
  when: "2030-01-01..2030-03-31",
} as const;
const storm = { of: "home", action: "destroy", place: "north-coast", when: MON } as const;
const power = { of: "customer", action: "cut-off", place: "estmark", when: MON } as const;

const companies: readonly Case[] = [
  [
    "2 billion, which may be 1.5 to 2.5, and 2.3 agree",
    [told(firm, "a 1500 to 2500"), told(firm, "b 2300")],
    [],
    sameDay,
  ],
  [
    "two figures for one quarter contradict each other",
    [told(firm, "a 2100000"), told(firm, "b 2600000")],
    ["contradiction: 2100000 | 2600000"],
    days,
  ],
  [
    "two figures for one closed quarter, by one speaker, are no update",
    [told(firm, "a 2100000; by: Acme"), told(firm, "b 2600000; by: Acme")],
    ["contradiction: 2100000 | 2600000"],
    days,
  ],
  [
    "unless one is called revised",
    [told(firm, "a 2100000; by: Acme"), told(firm, "b 2600000; by: Acme; revised: yes")],
    ["update: 2100000 | 2600000"],
    days,
  ],
  [
    "two quarters are two periods",
    [told(firm, "a 2100000"), told(firm, "b 2600000; when: 2030-04-01..2030-06-30")],
    [],
    days,
  ],
  [
    "a quarter is not its year",
    [told(firm, "a 2100000"), told(firm, "b 9600000; when: 2030-01-01..2030-12-31")],
    [],
    days,
  ],
  ["revenue is not profit", [told(firm, "a 2100000"), told(firm, "b 300000; of: profit")], [], days],
  ["two firms are two", [told(firm, "a 2100000"), told(firm, "b 300000", { owners: ["bolt"] })], [], days],
  ["two currencies are not compared", [told(firm, "a 2100000"), told(firm, "b 300000; unit: EUR")], [], days],
  ["a rise of revenue is not revenue", [told(firm, "a 2100000"), told(firm, "b 300000; action: rise")], [], days],
  [
    "jobs cut and workers laid off are one",
    [
      told({}, "a 1200; of: job; action: lay-off; when: MON", { agents: ["acme"] }),
      told({}, "b 1900; of: worker; action: lay-off; when: MON; by: Union", { agents: ["acme"] }),
    ],
    ["contradiction: 1200 | 1900"],
    sameDay,
  ],
  [
    "hired is not laid off",
    [
      told({}, "a 1200; of: job; action: lay-off; when: MON", { agents: ["acme"] }),
      told({}, "b 1900; of: worker; action: hire; when: MON", { agents: ["acme"] }),
    ],
    [],
    sameDay,
  ],
  [
    "a workforce given anew by the firm is an update",
    [
      told({}, "a 5400; of: worker; action: be; measure: stock; by: Acme; when: as-of MON", { owners: ["acme"] }),
      told({}, "b 5100; of: worker; measure: stock; by: Acme; when: as-of TUE", { action: null, owners: ["acme"] }),
    ],
    ["update: 5400 | 5100"],
    days,
  ],
];

const storms: readonly Case[] = [
  [
    "homes and houses destroyed are one",
    [told(storm, "a 310"), told(storm, "b 420; of: house")],
    ["contradiction: 310 | 420"],
    sameDay,
  ],
  ["damaged is not destroyed", [told(storm, "a 310"), told(storm, "b 2420; action: damage")], [], sameDay],
  ["homes are a part of the buildings", [told(storm, "a 310"), told(storm, "b 420; of: building")], [], sameDay],
  [
    "another modifier that narrows is a part",
    [told(storm, "a 31", { modifiers: ["wooden"] }), told(storm, "b 420")],
    [],
    sameDay,
  ],
  [
    "a modifier that says nothing narrows nothing",
    [told(storm, "a 310", { modifiers: ["total"] }), told(storm, "b 420")],
    ["contradiction: 310 | 420"],
    sameDay,
  ],
  [
    "the flooded of a named town are a part where the other names none",
    [
      told(storm, "a 310; place: lunaris"),
      told({}, "b 420; of: home; action: destroy; when: MON", { agents: ["storm-vera"] }),
    ],
    [],
    sameDay,
  ],
  [
    "customers without power differ by speaker",
    [told(power, "a 45000; by: Grid"), told(power, "b 61000; by: Ministry")],
    ["estimate: 45000 | 61000"],
    sameDay,
  ],
  [
    "up to 50,000 and 45,000 agree",
    [told(power, "a 45000; by: Grid"), told(power, "b up to 50000; by: Ministry")],
    [],
    sameDay,
  ],
  [
    "winds in two units' dimension are not mixed",
    [
      told({}, "a 40; of: wind; action: reach; dimension: speed; unit: m/s; place: lunaris; when: MON"),
      told({}, "b 90; of: wind; action: be; dimension: length; unit: m; place: lunaris; when: MON"),
    ],
    [],
    sameDay,
  ],
  [
    "a day's rain is not the week's",
    [
      told({}, "a 40; of: rain; action: be; dimension: length; unit: m; place: lunaris; when: MON"),
      told({}, "b 90; of: rain; action: be; dimension: length; unit: m; place: lunaris; when: MON..2030-05-12"),
    ],
    [],
    sameDay,
  ],
  [
    "flights cancelled and diverted are two",
    [
      told({}, "a 40; of: flight; action: cancel; place: brinn; when: MON"),
      told({}, "b 90; of: flight; action: divert; place: brinn; when: MON"),
    ],
    [],
    sameDay,
  ],
  [
    "hours and a whole day are a matter of scope",
    [
      told({}, "a 40; of: flight; action: cancel; place: brinn; when: MONT07:00..MONT10:00"),
      told({}, "b 90; of: flight; action: cancel; place: brinn; when: MON"),
    ],
    ["scope: 40 | 90"],
    sameDay,
  ],
  [
    "another record of the same rank is an update",
    [
      told({}, "a 40; of: wind; action: reach; dimension: speed; unit: m/s; place: lunaris; when: 2027-01-03", {
        record: { rank: 1, previous: false },
      }),
      told({}, "b 44; of: wind; action: reach; dimension: speed; unit: m/s; place: lunaris; when: MON", {
        record: { rank: 1, previous: false },
      }),
    ],
    ["update: 40 | 44"],
    sameDay,
  ],
  [
    "a smaller one is no new record",
    [
      told({}, "a 49; of: wind; action: reach; dimension: speed; unit: m/s; place: lunaris; when: 2027-01-03", {
        record: { rank: 1, previous: false },
      }),
      told({}, "b 44; of: wind; action: reach; dimension: speed; unit: m/s; place: lunaris; when: MON", {
        record: { rank: 1, previous: false },
      }),
    ],
    [],
    sameDay,
  ],
  [
    "ranks one and two are not compared",
    [
      told({}, "a 40; of: wind; action: reach; dimension: speed; unit: m/s; place: lunaris; when: 2027-01-03", {
        record: { rank: 2, previous: false },
      }),
      told({}, "b 44; of: wind; action: reach; dimension: speed; unit: m/s; place: lunaris; when: MON", {
        record: { rank: 1, previous: false },
      }),
    ],
    [],
    sameDay,
  ],
];

describe("companies", () => {
  for (const [sentence, claims, expected, documents] of companies) {
    test(sentence, () => {
      expect(disputes(claims, documents)).toEqual(expected);
    });
  }
});

describe("storms", () => {
  for (const [sentence, claims, expected, documents] of storms) {
    test(sentence, () => {
      expect(disputes(claims, documents)).toEqual(expected);
    });
  }
});
