import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import type { Comparison, Relation } from "../../src/positions/position.ts";
import { summaryOf, topicOf } from "../../src/positions/topic.ts";
import { figure } from "./claim-builder.ts";

function comparison(leads: readonly Claim[], kind: Relation = "estimate"): Comparison {
  return {
    positions: leads.map((lead) => ({ claims: [lead], lead, origins: 1, asOf: null })),
    fitsAll: [],
    kind,
    sums: [],
  };
}

/** With the words as a document has them. */
function worded(claim: Claim, words: { counted: string; event: string; place?: string; id?: string }): Claim {
  return {
    ...claim,
    counted: { ...claim.counted, written: words.counted },
    event: { ...claim.event, written: words.event },
    place: words.place === undefined ? null : { ids: [words.id ?? words.place], written: words.place },
  };
}

const drones = figure({ n: "70", of: "drone", action: "shoot-down", owners: ["UA"] });
const troops = figure({ n: "900", of: "troop", action: "deploy", owners: ["NO"] });
const losses = figure({ n: "900", of: "casualty", action: "casualties", owners: ["NO"], measure: "running" });

describe("a topic", () => {
  test("says whose, what happened, and above which country", () => {
    const claims = [
      worded(drones, { counted: "drones", event: "were downed" }),
      worded(drones, { counted: "the Ukrainian drones", event: "shot down", place: "Russia", id: "RU" }),
    ];
    expect(topicOf(comparison(claims))).toBe("Ukrainian drones were downed over Russia");
  });

  test("takes a participle before a noun made of a verb", () => {
    const claims = [
      worded(troops, { counted: "Norwegian troops", event: "deployment" }),
      worded(troops, { counted: "troops", event: "deployed", place: "Finland", id: "FI" }),
    ];
    expect(topicOf(comparison(claims))).toBe("Norwegian troops deployed in Finland");
  });

  test("names the country where no document's words do, and that the figure is a running total", () => {
    const claims = [
      worded(losses, { counted: "The total number of losses", event: "suffered" }),
      worded(losses, { counted: "losses", event: "losses" }),
    ];
    expect(topicOf(comparison(claims))).toBe("Losses of Norway in all");
  });

  test("leaves out places that lie apart", () => {
    const claims = [
      worded(troops, { counted: "troops", event: "deployed", place: "Finland", id: "FI" }),
      worded(troops, { counted: "troops", event: "deployed", place: "Sweden", id: "SE" }),
    ];
    expect(topicOf(comparison(claims))).toBe("Troops of Norway deployed");
  });

  test("says what a rate is per, and that a record is one", () => {
    const rate = worded(figure({ n: "9", per: "week", of: "flight", action: "cancel" }), {
      counted: "flights",
      event: "cancelled",
    });
    expect(topicOf(comparison([rate]))).toBe("Flights cancelled a week");
    const record = worded(figure({ n: "9", of: "flight", action: "cancel", record: { rank: 1, previous: false } }), {
      counted: "flights",
      event: "cancelled",
    });
    expect(topicOf(comparison([record]))).toBe("Record flights cancelled");
  });

  test("is never empty", () => {
    expect(topicOf(comparison([worded(drones, { counted: "", event: "" })]))).toBe("What happened");
  });
});

describe("a summary", () => {
  const words = {
    value: (claim: Claim) => (claim.kind === "quantity" ? String(claim.quantity.said.low) : ""),
    teller: (claim: Claim) => claim.speaker?.name ?? "the report",
  };
  const claims = [figure({ n: "12000", by: "Police" }), figure({ n: "30000" })];

  test("names the relation, each value and who gives it, in order", () => {
    expect(summaryOf(comparison(claims), words)).toBe(
      "The figures differ by who gives them: 12000 (Police); 30000 (the report).",
    );
    expect(summaryOf(comparison(claims, "update"), words)).toBe(
      "The figure has changed: 12000 (Police), then 30000 (the report).",
    );
  });

  test("is empty where nothing is disputed", () => {
    expect(summaryOf({ ...comparison(claims), kind: null }, words)).toBe("");
  });

  test("calls no side right", () => {
    for (const kind of ["contradiction", "estimate", "scope", "update", "unclear"] as const) {
      expect(summaryOf(comparison(claims, kind), words)).not.toMatch(
        /right|wrong|correct|true|false|actual|only|likely/i,
      );
    }
  });
});
