import { describe, expect, test } from "vitest";
import { disputes, status, time } from "./claim-builder.ts";
import type { Case } from "./told.ts";
import { MON, TUE, sameDay, told } from "./told.ts";

const crowd = { of: "protester", action: "rally", place: "brinn", when: MON } as const;

const ratesAndParts: readonly Case[] = [
  [
    "a month's total is its daily rate",
    [
      told(crowd, "a 310; of: migrant; action: arrest; per: day; when: 2030-05-01..2030-05-31"),
      told(crowd, "b 9610; of: migrant; action: arrest; when: 2030-05-01..2030-05-31"),
    ],
    [],
  ],
  [
    "a month's total that is not differs from it",
    [
      told(crowd, "a 310; of: migrant; action: arrest; per: day; when: 2030-05-01..2030-05-31"),
      told(crowd, "b 6203; of: migrant; action: arrest; when: 2030-05-01..2030-05-31"),
    ],
    ["contradiction: 310 | 6203"],
  ],
  [
    "a rate a day is not a rate a week",
    [told(crowd, "a 310; action: arrest; per: day"), told(crowd, "b 961; action: arrest; per: week")],
    [],
  ],
  [
    "a total without a month is not compared with a rate",
    [
      told(crowd, "a 310; action: arrest; per: day; when: 2030-05-01..2030-05-31"),
      told(crowd, "b 961; action: arrest", { when: undefined }),
    ],
    [],
  ],
];

const timesAndStatuses: readonly Case[] = [
  [
    "two hours of one event contradict each other",
    [
      time({ doc: "a", at: `${MON}T07:00..${MON}T07:30`, action: "crash", of: "train", place: "brinn" }),
      time({ doc: "b", at: `${MON}T09:00..${MON}T09:15`, action: "crash", of: "train", place: "brinn" }),
    ],
    [`contradiction: ${MON}T07:00..${MON}T07:30 | ${MON}T09:00..${MON}T09:15`],
  ],
  [
    "an hour within the morning agrees",
    [
      time({ doc: "a", at: `${MON}T07:00..${MON}T07:30`, action: "crash", of: "train", place: "brinn" }),
      time({ doc: "b", at: `${MON}T05:00..${MON}T11:59`, action: "crash", of: "train", place: "brinn" }),
    ],
    [],
  ],
  [
    "two days are two events",
    [
      time({ doc: "a", at: MON, action: "crash", of: "train", place: "brinn" }),
      time({ doc: "b", at: TUE, action: "crash", of: "train", place: "brinn" }),
    ],
    [],
  ],
  [
    "affirmed and denied contradict each other",
    [
      status({ doc: "a", affirmed: true, action: "attack", of: "", agents: ["ua"], targets: ["bryansk"], when: MON }),
      status({
        doc: "b",
        affirmed: false,
        action: "attack",
        of: "",
        agents: ["ua"],
        targets: ["bryansk"],
        when: MON,
        certainty: "denied",
        by: "Governor",
      }),
    ],
    ["contradiction: true | false"],
    sameDay,
  ],
  [
    "an attack elsewhere is another",
    [
      status({ doc: "a", affirmed: true, action: "attack", of: "", agents: ["ua"], targets: ["bryansk"], when: MON }),
      status({
        doc: "b",
        affirmed: false,
        action: "attack",
        of: "",
        agents: ["ua"],
        targets: ["kursk"],
        when: MON,
        by: "Governor",
      }),
    ],
    [],
  ],
];

describe("rates and parts", () => {
  for (const [sentence, claims, expected, documents] of ratesAndParts) {
    test(sentence, () => {
      expect(disputes(claims, documents)).toEqual(expected);
    });
  }
});

describe("times and statuses", () => {
  for (const [sentence, claims, expected, documents] of timesAndStatuses) {
    test(sentence, () => {
      expect(disputes(claims, documents)).toEqual(expected);
    });
  }
});
