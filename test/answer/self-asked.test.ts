import { describe, expect, test } from "vitest";
import { listDisagreements } from "../../src/disagreements.ts";
import { embedFile, snapshotOf } from "../../src/index/in-memory.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";

const embedder = hashingEmbedder(64);

/** Values of the disagreements among reports that nobody asked about, each sorted. */
async function disagreementsOf(texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const embedded = await Promise.all(
    texts.map((text, i) =>
      embedFile(
        {
          path: `${i}.md`,
          bytes: new TextEncoder().encode(
            `---\ntitle: "The Alma inquiry"\nsource: "Paper ${i}"\npublished: 2031-06-17\n---\n\n${text}\n`,
          ),
        },
        embedder,
      ),
    ),
  );
  const snapshot = snapshotOf(
    embedded.filter((one) => one !== null),
    embedder,
  );
  return listDisagreements({ snapshot, limit: 20 }).disagreements.map(({ positions }) =>
    positions.map(({ value }) => value).toSorted(),
  );
}

describe("disagreements that no one asked about", () => {
  test("figures contradict each other though no table joins their words", async () => {
    const told = await disagreementsOf([
      "The inquiry into the ferry Alma heard 63 witnesses in Port Brand, the court said.",
      "In all, 71 witnesses testified at the inquiry into the ferry Alma in Port Brand.",
    ]);
    expect(told).toEqual([["63", "71"]]);
  });

  test("figures of other things do not", async () => {
    expect(
      await disagreementsOf([
        "The inquiry into the ferry Alma heard 63 witnesses in Port Brand, the court said.",
        "The ferry Alma had 71 lifejackets on board when it left Port Brand.",
      ]),
    ).toEqual([]);
  });

  test("one claim stands in one disagreement", async () => {
    const told = await disagreementsOf([
      "The inquiry into the ferry Alma heard 63 witnesses in Port Brand, the court said.",
      "In all, 71 witnesses testified at the inquiry into the ferry Alma in Port Brand.",
      "The inquiry into the ferry Alma heard 80 witnesses in Port Brand, the Echo counted.",
    ]);
    expect(told).toEqual([["63", "71", "80"]]);
  });
});
