import { ask } from "../../src/ask.ts";
import type { House } from "../../src/ask.ts";
import { embedFile, snapshotOf } from "../../src/index/in-memory.ts";
import type { Embedded } from "../../src/index/in-memory.ts";
import type { VerifiedAnswer } from "../../src/quotes/verified.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";

/** A report of a test: its text, and what stands in its front matter. */
export type Report = {
  readonly text: string;
  readonly title?: string;
  readonly source?: string;
  readonly published?: string;
};

const embedder = hashingEmbedder(64);

/** Asks questions of a few reports as POST /ask would, with hashed vectors. */
export async function asker(reports: readonly Report[]): Promise<(question: string) => Promise<VerifiedAnswer>> {
  const house = await houseOf(reports);
  return (question) => ask({ question, filters: {}, limit: 12 }, house);
}

const known = new Map<string, Promise<Embedded | null>>();

/** A report that several houses of a test file hold is read once. */
async function embedOnce(path: string, bytes: Uint8Array): Promise<Embedded> {
  const key = `${path} ${new TextDecoder().decode(bytes)}`;
  const embedded = known.get(key) ?? embedFile({ path, bytes }, embedder);
  known.set(key, embedded);
  const one = await embedded;
  if (!one) throw new Error(`Report ${path} was rejected.`);
  return one;
}

/** A house over a few reports, with hashed vectors; it warns of nothing. */
export async function houseOf(reports: readonly Report[]): Promise<House> {
  const embedded = await Promise.all(
    reports.map(async ({ text, title = "A report", source, published }, i) => {
      const front = [
        `title: "${title}"`,
        ...(source ? [`source: "${source}"`] : []),
        ...(published ? [`published: ${published}`] : []),
      ];
      const bytes = new TextEncoder().encode(`---\n${front.join("\n")}\n---\n\n${text}\n`);
      return embedOnce(`${i}.md`, bytes);
    }),
  );
  const snapshot = snapshotOf(embedded, embedder);
  return {
    index: { current: async () => snapshot },
    embedder,
    clock: { nowMs: () => 0 },
    ids: { make: (prefix) => `${prefix}_1` },
    log: {
      warn: (message, fields) => {
        throw new Error(`${message} ${JSON.stringify(fields)}`);
      },
    },
  };
}

/** Asks, and gives the values of each disagreement with the sources that say so, sorted: "Edda Krone: Coast Radio". */
export const sidesBySource =
  (answerTo: (question: string) => Promise<VerifiedAnswer>) =>
  async (question: string): Promise<readonly (readonly string[])[]> => {
    const answer = await answerTo(question);
    return answer.disagreements.map(({ positions }) =>
      positions
        .map(({ value, markers }) => {
          const sources = markers.map((marker) => answer.citations[marker - 1]?.document.source ?? "?");
          return `${value}: ${[...new Set(sources)].toSorted().join(", ")}`;
        })
        .toSorted(),
    );
  };
