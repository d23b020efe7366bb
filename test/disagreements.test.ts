import { describe, expect, test } from "vitest";
import type { Claim } from "../src/claims/claim.ts";
import { findDisagreements } from "../src/disagreements.ts";
import { buildClaimTable } from "../src/index/claim-table.ts";
import { embedFile, snapshotOf as inMemory } from "../src/index/in-memory.ts";
import type { DocumentRecord } from "../src/index/record.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import { hashingEmbedder } from "./fakes/hashing-embedder.ts";
import { figure } from "./positions/claim-builder.ts";

/** A snapshot that holds more claims than are put as questions and the documents they name; nothing else of it is read. */
function snapshotOf(claims: readonly Claim[]): Snapshot {
  const ids = [...new Set(claims.map((claim) => claim.document))].toSorted((a, b) => (a < b ? -1 : 1));
  const records = ids.map((id) => ({
    document: { id, title: "", source: null, published: null, url: null, text: "", sha256: "" },
    sentences: [],
    claims: claims.filter((claim) => claim.document === id),
  })) as unknown as readonly DocumentRecord[];
  return {
    records,
    recordOf: new Map(ids.map((id, at) => [id, at])),
    claims: buildClaimTable(records),
  } as unknown as Snapshot;
}

const embedder = hashingEmbedder(64);
const reports = {
  a: "Police counted 12,000 protesters at the rally in Brinn on Monday.",
  b: "The union counted 30,000 protesters at the rally in Brinn on Monday.",
  c: "The union counted 30,000 protesters at the rally in Brinn on Monday. A baker in Orlen sold 70 loaves.",
};
const embedded = await Promise.all(
  Object.entries(reports).map(([id, text]) =>
    embedFile(
      { path: `${id}.md`, bytes: new TextEncoder().encode(`---\ntitle: "A"\npublished: 2030-05-07\n---\n\n${text}\n`) },
      embedder,
    ),
  ),
);
const snapshot = inMemory(
  embedded.filter((one) => one !== null),
  embedder,
);
const everywhere = () => true;

describe("every disagreement of a claim table", () => {
  test("leaves out what agrees and what stands alone", () => {
    const found = findDisagreements({ snapshot, allow: everywhere });
    expect(found.map((one) => [one.kind, one.positions.map((position) => position.claims.length)])).toEqual([
      ["estimate", [1, 2]],
    ]);
  });

  test("is worked out once per snapshot", () => {
    expect(findDisagreements({ snapshot, allow: everywhere })).toBe(findDisagreements({ snapshot, allow: everywhere }));
  });

  test("of some documents is as if there were no others", () => {
    expect(findDisagreements({ snapshot, allow: (id) => id !== "a" })).toEqual([]);
    const [one] = findDisagreements({ snapshot, allow: (id) => id !== "b" });
    expect(one?.positions.map((position) => position.claims.map((claim) => claim.document))).toEqual([["a"], ["c"]]);
  });

  test("is found among thousands of claims as among few", () => {
    const others = Array.from({ length: 3000 }, (_, at) =>
      figure({
        of: "home",
        action: "flood",
        n: String(100 + at),
        doc: `x${at}`,
        agents: [`river${at % 900}`],
        when: `20${10 + (at % 20)}-0${1 + (at % 9)}-11`,
      }),
    );
    const large = snapshotOf([...snapshot.claims.claims, ...others]);
    const started = performance.now();
    const found = findDisagreements({ snapshot: large, allow: everywhere });
    expect(found.some((one) => one.positions.some((position) => position.lead.document === "a"))).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
