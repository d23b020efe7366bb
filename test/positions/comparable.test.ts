import { describe, expect, test } from "vitest";
import { comparable } from "../../src/positions/comparable.ts";
import type { Refusal } from "../../src/positions/comparable.ts";
import { candidateFinder } from "../../src/positions/blocks.ts";
import { contextReader } from "../../src/positions/context.ts";
import type { Claim } from "../../src/claims/claim.ts";
import type { World } from "../../src/positions/world.ts";
import { figure, name, status, textOf, world } from "./claim-builder.ts";

const MON = "2030-05-06";
const fire = { of: "home", action: "destroy", place: "lunaris", when: MON, n: "40" } as const;
const base = figure({ ...fire, doc: "a" });

const refusal = (a: Claim, b: Claim, known: World = world): Refusal | null => {
  const outcome = comparable(a, b, known);
  return outcome.kind === "comparable" ? null : outcome.why;
};

describe("two claims are not compared", () => {
  const rows: readonly (readonly [Refusal, string, Claim])[] = [
    ["kind", "a figure and a status", status({ ...fire, doc: "b", affirmed: true })],
    ["denied", "a figure that is denied", figure({ ...fire, doc: "b", n: "90", certainty: "denied" })],
    ["unit", "a count and a share", figure({ ...fire, doc: "b", dimension: "share" })],
    ["thing", "homes and drones", figure({ ...fire, doc: "b", of: "drone" })],
    ["owner", "one country's and another's", figure({ ...fire, doc: "b", owners: ["ua"] })],
    ["action", "destroyed and damaged", figure({ ...fire, doc: "b", action: "damage" })],
    [
      "part",
      "a town and its region, where the town's figure is smaller",
      figure({ ...fire, doc: "b", place: "north-coast", n: "90" }),
    ],
    ["rate", "a total and a rate", figure({ ...fire, doc: "b", per: "hour", when: undefined })],
    ["day", "two days", figure({ ...fire, doc: "b", when: "2030-05-07" })],
    ["measure", "what happened and what is present", figure({ ...fire, doc: "b", measure: "stock" })],
    ["place", "two towns", figure({ ...fire, doc: "b", place: "port-ash" })],
    ["event", "what nothing ties together", figure({ ...fire, doc: "b", n: "90", place: [] })],
  ];

  for (const [why, what, other] of rows) {
    test(`${why}: ${what}`, () => {
      const one =
        why === "owner"
          ? figure({ ...fire, doc: "a", owners: ["ru"] })
          : why === "event"
            ? figure({ ...fire, doc: "a", place: [] })
            : base;
      expect(refusal(one, other)).toBe(why);
    });
  }

  test("record: two ranks, and a later record that is smaller", () => {
    const first = { rank: 1, previous: false };
    const now = figure({ ...fire, doc: "a", record: first });
    expect(
      refusal(now, figure({ ...fire, doc: "b", n: "90", when: "2020-01-01", record: { rank: 2, previous: true } })),
    ).toBe("record");
    expect(refusal(now, figure({ ...fire, doc: "b", n: "90", when: "2020-01-01", record: first }))).toBe("record");
    expect(refusal(now, figure({ ...fire, doc: "b", n: "30", when: "2020-01-01", record: first }))).toBeNull();
  });

  test("slot: who and where", () => {
    const who = name({ ...fire, doc: "a", name: "Oda" });
    expect(refusal(who, name({ ...fire, doc: "b", name: "Brinn", slot: "where" }))).toBe("slot");
  });
});

describe("parts", () => {
  const whole = figure({ ...fire, doc: "a", n: "90", place: "valdoria" });
  const part = figure({ ...fire, doc: "a", n: "40", place: "lunaris", partOf: whole });
  const partOfPart = figure({ ...fire, doc: "a", n: "12", place: "lunaris", modifiers: ["wooden"], partOf: part });
  const known: World = {
    ...world,
    claimOf: (id) => [whole, part, partOfPart].find((claim) => claim.id === id) ?? null,
  };

  test("a part is not compared with its whole, nor with the whole of its whole", () => {
    expect(refusal(part, whole, known)).toBe("part");
    expect(refusal(partOfPart, whole, known)).toBe("part");
  });

  test("a part of one whole is compared with what states the same part", () => {
    expect(refusal(part, figure({ ...fire, doc: "b", n: "55", place: "lunaris" }), known)).toBeNull();
    expect(refusal(part, figure({ ...fire, doc: "b", n: "55", place: "valdoria" }), known)).toBe("part");
  });

  test("what was done to a part marks it, and nothing else need", () => {
    const launched = figure({ doc: "a", n: "90", of: "drone", action: "launch", agents: ["ru"], when: MON });
    const downed = figure({
      doc: "a",
      n: "40",
      of: "drone",
      action: "shoot-down",
      agents: ["ua"],
      when: MON,
      partOf: launched,
    });
    const scene: World = { ...world, claimOf: (id) => (id === launched.id ? launched : null) };
    expect(
      refusal(
        downed,
        figure({ doc: "b", n: "55", of: "drone", action: "shoot-down", agents: ["ua"], when: MON }),
        scene,
      ),
    ).toBeNull();
  });

  test("a chain that bites its tail ends", () => {
    const loop = figure({ ...fire, doc: "a", n: "3" });
    const tail = { ...loop, partOf: loop.id };
    expect(refusal(tail, base, { ...world, claimOf: () => tail })).toBe("part");
  });
});

describe("what is not known", () => {
  test("a document of before the day, or of weeks after it, tells of another", () => {
    const silent = figure({ of: "home", action: "destroy", place: "lunaris", agents: ["vera"], doc: "b", n: "90" });
    const dated = figure({ ...fire, doc: "a", agents: ["vera"] });
    const on = (day: number): World => ({ ...world, publishedOn: () => day });
    // 2030-05-06 is day 22,040.
    expect(refusal(dated, silent, on(22_039))).toBe("day");
    expect(refusal(dated, silent, on(22_041))).toBeNull();
    expect(refusal(dated, silent, on(22_055))).toBe("day");
  });

  test("the same number ties what a place alone does not", () => {
    const silent = (n: string) => figure({ of: "home", action: "destroy", place: "lunaris", doc: "b", n });
    expect(refusal(base, silent("40"))).toBeNull();
    expect(refusal(base, silent("90"))).toBe("event");
  });

  test("a body and a country may be one, two bodies are two", () => {
    const by = (agents: readonly string[]) => figure({ ...fire, doc: "b", n: "90", agents });
    expect(refusal(by(["air-force"]), by(["ru"]))).toBeNull();
    expect(refusal(by(["air-force"]), by(["navy"]))).toBe("event");
  });

  const around = (sentences: readonly string[], lead: string): { claims: readonly Claim[]; scene: World } => {
    const claims = sentences.map((text, at) =>
      figure({ of: "home", action: "destroy", doc: `t${at}`, n: `${at + 4}0`, text }),
    );
    return {
      claims,
      scene: { ...world, contextOf: contextReader((claim) => ({ title: "", sentence: textOf(claim), lead })) },
    };
  };
  const told = ({ claims, scene }: ReturnType<typeof around>) =>
    claims.flatMap((a) => claims.slice(1).map((b) => refusal(a, b, scene)))[0];

  test("a rare cause and a name in both sentences tie; a rare cause or a name alone does not", () => {
    expect(
      told(around(["The blaze near Ostwick took 40 homes", "Homes lost to the Ostwick wildfire: 50"], "")),
    ).toBeNull();
    expect(told(around(["The blaze took 40 homes", "Homes lost to the wildfire: 50"], ""))).toBe("event");
    expect(told(around(["At Ostwick 40 homes went", "Homes lost in Ostwick: 50"], ""))).toBe("event");
  });

  test("a name that only says again what is counted ties nothing", () => {
    const { claims, scene } = around(["The blaze took 40 Ostwick homes", "A wildfire took 50 Ostwick homes"], "");
    const named = (claim: Claim | undefined) =>
      claim && { ...claim, counted: { ...claim.counted, written: "Ostwick homes" } };
    const [a, b] = [named(claims[0]), named(claims[1])];
    expect(a && b && refusal(a, b, scene)).toBe("event");
  });

  test("a rare cause ties two reports that open with the same name, and large tables find them", () => {
    const same = around(
      ["The blaze took 40 homes", "Homes lost to the wildfire: 50"],
      "Firemen fought at Ostwick all night.",
    );
    expect(told(same)).toBeNull();
    expect(candidateFinder(same.claims, same.scene)(0)).toEqual([1]);
  });
});
