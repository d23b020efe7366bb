import { describe, expect, test } from "vitest";
import { compare, disputes, figure, status, time } from "./claim-builder.ts";

const DOCUMENTS = {
  "000": { published: "2024-11-10", source: "The Kyiv Independent" },
  "001": { published: "2024-11-10" },
  "002": { published: "2024-11-12" },
  "003": {},
  "004": { published: "2024-11-11", source: "RFE/RL" },
};

const drones = { of: "drone", owners: ["ua"], action: "shoot-down", agents: ["ru"] };
const troops = { of: "troop", owners: ["kp"], action: "deploy", measure: "stock" } as const;
const losses = {
  of: "casualty",
  owners: ["ru"],
  action: "casualties",
  definition: ["losses"],
  measure: "running",
} as const;
const daily = {
  of: "soldier",
  owners: ["ru"],
  action: "casualties",
  per: "day",
  when: "2024-10-01..2024-10-31",
} as const;

describe("the worked table, as hand-made claims", () => {
  test("1: drones shot down in one attack, within hours or overnight, are a matter of scope; regions are parts", () => {
    const whole = figure({
      ...drones,
      doc: "000",
      n: "70",
      by: "Russian Defense Ministry",
      when: "2024-11-10T07:00..2024-11-10T10:00",
    });
    const parts = ["34", "14", "7", "7", "6", "2"].map((n, at) =>
      figure({
        ...drones,
        doc: "000",
        n,
        by: "Russian Defense Ministry",
        partOf: whole,
        place: at === 0 ? "moscow-oblast" : "bryansk",
        when: "2024-11-10T07:00..2024-11-10T10:00",
      }),
    );
    const claims = [
      whole,
      ...parts,
      figure({
        ...drones,
        doc: "001",
        n: "84",
        by: "Russian Defense Ministry",
        when: "2024-11-09T18:00..2024-11-10T06:59",
        place: "ru",
      }),
      figure({ ...drones, doc: "003", n: "over 70", certainty: "reported" }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual(["scope: 70 | 84"]);
    const dispute = compare(claims, DOCUMENTS).find((comparison) => comparison.kind !== null);
    expect(dispute?.positions.map((position) => position.claims.map((claim) => claim.document))).toEqual([
      ["000", "003"],
      ["001"],
    ]);
  });

  test("2: North Korean troops are estimates of several speakers; Zelensky is one origin; thousands fits all", () => {
    const force = figure({
      doc: "002",
      n: "as many as 50000",
      of: "troop",
      owners: ["ru"],
      action: "deploy",
      measure: "stock",
      place: "kursk",
      certainty: "reported",
    });
    const claims = [
      figure({ ...troops, doc: "001", n: "3000", by: "U.S. officials", certainty: "confirmed", place: "ru" }),
      force,
      figure({ ...troops, doc: "002", n: "10000", partOf: force, place: "kursk", certainty: "reported" }),
      figure({
        ...troops,
        doc: "000",
        n: "about 11000",
        owners: [],
        agents: ["kp"],
        by: "Zelensky",
        place: "kursk",
        when: "as-of 2024-11-04",
      }),
      figure({ ...troops, doc: "003", n: "about 11000", by: "Zelensky", estimate: true }),
      figure({ ...troops, doc: "004", n: "vague 2000 20000", by: "Syrskyi", place: "kursk" }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual(["estimate: 11000 | 3000 | 10000; fits 2000–20000"]);
    const dispute = compare(claims, DOCUMENTS).find((comparison) => comparison.kind !== null);
    expect(dispute?.positions[0]?.origins).toBe(1);
  });

  test("3: losses in all have grown; older bounds fit both", () => {
    const claims = [
      figure({ ...losses, doc: "000", n: "707540", by: "Ukraine", when: "as-of 2024-11-09" }),
      figure({ ...losses, doc: "002", n: "over 710660", by: "General Staff", when: "as-of 2024-11-12" }),
      figure({
        ...losses,
        doc: "000",
        n: "more than 696000",
        by: "British intelligence",
        when: "as-of 2024-11-10",
        estimate: true,
      }),
      figure({
        ...losses,
        doc: "001",
        n: "about 700000",
        of: "troop",
        action: "lose",
        definition: [],
        by: "British officials",
        when: "as-of 2024-11-10",
      }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual(["update: 707540 | 710660+; fits 696000+ 700000"]);
  });

  test("4: losses a day; Radakin in three documents is one origin, experts another; the total of the month agrees with its rate", () => {
    const claims = [
      figure({ ...daily, doc: "000", n: "1354", by: "Healey", definition: ["kill", "wound"], estimate: true }),
      figure({ ...daily, doc: "000", n: "41980", per: null, by: "Healey", definition: ["kill", "wound"] }),
      figure({ ...daily, doc: "000", n: "1500", by: "Radakin", definition: ["losses"] }),
      figure({ ...daily, doc: "001", n: "about 1500", by: "Radakin", definition: ["kill", "wound"] }),
      figure({ ...daily, doc: "004", n: "about 1500", by: "Radakin", definition: ["kill", "wound"] }),
      figure({ ...daily, doc: "002", n: "about 1500", by: "military experts", definition: ["losses"] }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual(["estimate: 1354 | 1500"]);
    const [first, second] = compare(claims, DOCUMENTS)[0]?.positions ?? [];
    expect(first?.claims.map((claim) => claim.kind === "quantity" && claim.quantity.said.low)).toEqual([1354, 41980]);
    expect(second?.origins).toBe(2);
  });

  test("5: the deadliest day has been overtaken", () => {
    const toll = { of: "casualty", owners: ["ru"], action: "casualties", definition: ["losses"] } as const;
    const first = { rank: 1, previous: false };
    const claims = [
      // "The previous record", a week earlier, of something else than what May 13 was first of.
      figure({ ...toll, doc: "000", n: "1530", when: "2024-10-18", record: { rank: 1, previous: true } }),
      figure({ ...toll, doc: "000", n: "1740", when: "2024-05-13", record: first, certainty: "reported" }),
      figure({ ...toll, doc: "002", n: "1740", per: "day", when: "2024-05-13", record: { rank: 1, previous: true } }),
      figure({ ...toll, doc: "002", n: "1770", when: "2024-11-11", record: first, by: "Ukrainian military" }),
      figure({
        ...toll,
        doc: "000",
        n: "1660",
        per: "day",
        when: "2024-11-09",
        record: { rank: 2, previous: false },
        by: "Ukraine",
      }),
      figure({ ...toll, doc: "000", n: "1630", when: "2024-10-25", record: { rank: 2, previous: true } }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual(["update: 1740 | 1770"]);
  });

  test("6: launched and shot down, on two nights, agree", () => {
    const sent = { of: "drone", owners: ["ru"], action: "launch", agents: ["ru"], targets: ["ua"] };
    const downed = { of: "drone", owners: ["ru"], action: "shoot-down", agents: ["ua"] };
    const night = "2024-11-09T18:00..2024-11-10T06:59";
    const claims = [
      figure({ ...sent, doc: "000", n: "145", when: night, record: { rank: 1, previous: false } }),
      figure({ ...sent, doc: "001", n: "145", when: "2024-11-10", record: { rank: 1, previous: false } }),
      figure({ ...sent, doc: "003", n: "145", when: "weekend" }),
      figure({ ...sent, doc: "004", n: "74", when: "2024-11-11", by: "air force" }),
      figure({ ...downed, doc: "000", n: "62", when: night }),
      figure({ ...downed, doc: "001", n: "62", when: "2024-11-10" }),
      figure({ ...downed, doc: "003", n: "62", by: "Ukrainian officials" }),
      figure({ ...downed, doc: "004", n: "39", when: "2024-11-11", by: "air force" }),
      figure({ ...downed, doc: "004", n: "30", when: "2024-11-11", by: "air force", action: "jam" }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual([]);
    expect(compare(claims, DOCUMENTS).map((comparison) => comparison.positions[0]?.claims.length)).toEqual([
      3, 3, 1, 1, 1,
    ]);
  });

  test("7: two airports and later a third are the three of another document", () => {
    const closed = { of: "airport", action: "close", place: "ru" };
    const claims = [
      figure({ ...closed, doc: "000", n: "2", by: "Federal Air Transport Agency", when: "2024-11-10" }),
      figure({ ...closed, doc: "000", n: "1", when: "2024-11-10" }),
      figure({ ...closed, doc: "003", n: "3", when: "weekend" }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual([]);
    expect(
      compare(claims, DOCUMENTS)
        .flatMap((comparison) => comparison.sums)
        .map((sum) => sum.parts.length),
    ).toEqual([2]);
  });

  test("8: all figures for the force agree", () => {
    const force = { of: "troop", owners: ["ru"], action: "deploy", measure: "stock", place: "kursk" } as const;
    const claims = [
      figure({ ...force, doc: "000", n: "50000", by: "New York Times", action: null }),
      figure({ ...force, doc: "002", n: "up to 50000", certainty: "reported" }),
      figure({ ...force, doc: "003", n: "about 50000" }),
      figure({ ...force, doc: "004", n: "almost 50000", by: "Zelensky" }),
      figure({ ...force, doc: "004", n: "vague 20000 200000", by: "Syrskyi" }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual([]);
    expect(compare(claims, DOCUMENTS).map((comparison) => comparison.positions.length)).toEqual([1]);
  });

  test("9: five in one city and one in another are the six of another document", () => {
    const claims = [
      figure({ doc: "002", n: "6", of: "death", modifiers: ["civilian"], when: "2024-11-11", place: "ua" }),
      figure({ doc: "004", n: "at least 5", when: "2024-11-11", place: "mykolaiv", by: "Kim" }),
      figure({ doc: "004", n: "1", when: "2024-11-11", place: "zaporizhzhia", by: "Fedorov" }),
      figure({ doc: "004", n: "21", action: "wound", when: "2024-11-11", place: "zaporizhzhia", by: "Fedorov" }),
    ];
    expect(disputes(claims, DOCUMENTS)).toEqual([]);
    const sums = compare(claims, DOCUMENTS).flatMap((comparison) => comparison.sums);
    expect(sums.map((sum) => [sum.whole.document, sum.parts.map((part) => part.document)])).toEqual([
      ["002", ["004", "004"]],
    ]);
  });

  test("10: a claim that could not be verified contradicts nothing", () => {
    const strike = { of: "", action: "attack", agents: ["ua"], targets: ["bryansk"] };
    const claims = ["000", "001", "003"].map((doc) =>
      status({
        ...strike,
        doc,
        affirmed: true,
        by: "Ukraine's military",
        certainty: doc === "001" ? "unverified" : "claimed",
      }),
    );
    expect(disputes(claims, DOCUMENTS)).toEqual([]);
  });

  test("11: the hours of one attack contradict each other", () => {
    const attack = { of: "drone", owners: ["ua"], action: "attack", agents: ["ua"], targets: ["ru"] };
    const claims = [
      time({ ...attack, doc: "000", at: "2024-11-10T07:00..2024-11-10T10:00", by: "Defense Ministry" }),
      time({ ...attack, doc: "001", at: "2024-11-09T18:00..2024-11-10T06:59" }),
    ];
    expect(compare(claims, DOCUMENTS).map((comparison) => comparison.kind)).toEqual(["contradiction"]);
  });
});
