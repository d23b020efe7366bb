import { lookUpParts } from "./answer/look-up.ts";
import type { AskedPart } from "./answer/look-up.ts";
import type { House } from "./ask.ts";
import type { Claim } from "./claims/claim.ts";
import type { Snapshot } from "./index/snapshot.ts";
import { compareInput } from "./positions/compare-input.ts";
import { compareClaims } from "./positions/compare.ts";
import type { Comparison } from "./positions/position.ts";
import { comparable } from "./positions/comparable.ts";
import { analyseQuestion } from "./question/analyse.ts";
import type { QuestionPart } from "./question/question.ts";
import { findTarget } from "./question/target.ts";
import { coverageOf } from "./retrieval/coverage.ts";
import { rankEvidence } from "./retrieval/evidence.ts";
import type { Evidence } from "./retrieval/evidence.ts";
import { matchClaims } from "./retrieval/match-claims.ts";
import { retrieve } from "./retrieval/retrieve.ts";
import { vocabularyOf } from "./retrieval/vocabulary.ts";
import { slice } from "./text/span.ts";

/** One thing that is known of how an answer came about, with what it is made of. Plain text. */
export type ExplainNode = { readonly says: string; readonly because: readonly ExplainNode[] };

/** A question with values that the answer should have given, each with beginnings of ids of documents that hold it. */
export type WantedExplanation = {
  readonly question: string;
  readonly sides: readonly { readonly value: string; readonly documents: readonly string[] }[];
};

/** Passages considered, as for a question that names no limit. */
const LIMIT = 12;
/** Rows of a list that are shown. */
const MAX_ROWS = 8;

/**
 * Why a question is answered as it is: how it was read, which sentences bear on it and by what, which claims were matched, what the claim
 * table holds of the values that should have come, and why claims of two of them may not be compared. For people who mend the house.
 * @throws ParallaxError what the index and the embedder throw
 */
export async function explainQuestion(
  { question: text, sides }: WantedExplanation,
  { index, embedder }: Pick<House, "index" | "embedder">,
): Promise<readonly ExplainNode[]> {
  const snapshot = await index.current();
  const vector = await embedder.embedQuestion(text);
  const question = analyseQuestion(text, vocabularyOf(snapshot));
  const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: LIMIT });
  const asked = lookUpParts(question.parts, { snapshot, allow: () => true, asOf: null });
  const parts = asked.map(({ part, chosen }) => {
    const evidence = rankEvidence({ part, retrieved, snapshot, vector });
    return {
      says: `“${part.text}” is read as ${part.kind}${part.kindNoun === null ? "" : ` (${part.kindNoun})`}`,
      because: [
        ...explainReading(part),
        ...explainMatches(part, snapshot),
        explainChosen(chosen, snapshot),
        explainEvidence(evidence, snapshot),
        explainCoverage(part, evidence, snapshot),
      ],
    };
  });
  return [...parts, ...explainSides(sides, snapshot)];
}

const leaf = (says: string): ExplainNode => ({ says, because: [] });
const list = (all: readonly string[]): string => (all.length === 0 ? "none" : all.join(", "));
const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text);

function explainReading(part: QuestionPart): readonly ExplainNode[] {
  return [
    leaf(
      `words that count: ${list(part.terms.map(({ word }) => word))}; names: ${list(part.names.map(({ written }) => written))}; numbers: ${list(part.numbers)}`,
    ),
  ];
}

/** The figures that the claim table has for what is asked. */
function explainMatches(part: QuestionPart, snapshot: Snapshot): readonly ExplainNode[] {
  const target = part.kind === "disagreements" ? null : findTarget(part, null);
  if (target === null) return [leaf("no figure is asked for")];
  const matches = matchClaims(target, snapshot.claims, () => true);
  return [
    {
      says: `a figure is asked for: ${target.headWritten || "anything"}, action ${target.action ?? "none"}; ${matches.length} claims match`,
      because: matches
        .slice(0, MAX_ROWS)
        .map(({ claim, score, full }) =>
          leaf(`${score.toFixed(1)}${full ? ", full" : ""}: ${describe(claim, snapshot)}`),
        ),
    },
  ];
}

/** What the claims that were looked up come to, compared with each other as the question asks. */
function explainChosen(chosen: AskedPart["chosen"], snapshot: Snapshot): ExplainNode {
  if (chosen === null) return leaf("the claim table answers nothing; the answer comes from sentences");
  return {
    says: `the claim table answers: ${chosen.main.kind ?? "agreed"}`,
    because: [
      ...explainComparison(chosen.main, snapshot),
      ...chosen.besides.map((one) => ({ says: "besides", because: explainComparison(one, snapshot) })),
    ],
  };
}

const explainComparison = ({ positions, fitsAll }: Comparison, snapshot: Snapshot): readonly ExplainNode[] => [
  ...positions.map(({ lead, claims }) => leaf(`${claims.length} claims, led by ${describe(lead, snapshot)}`)),
  ...fitsAll.map((claim) => leaf(`fits all: ${describe(claim, snapshot)}`)),
];

function explainEvidence(evidence: readonly Evidence[], snapshot: Snapshot): ExplainNode {
  return {
    says: `${evidence.length} sentences were ranked`,
    because: evidence.slice(0, MAX_ROWS).map(({ record, sentence, score, probability, features }) => {
      const its = snapshot.records[record];
      const span = its?.sentences[sentence]?.span;
      const text = its && span ? short(slice(its.document.text, span)) : "";
      return {
        says: `${score.toFixed(2)} (p ${probability.toFixed(2)}) ${its?.document.id ?? ""}: ${text}`,
        because: [
          leaf(
            Object.entries(features)
              .map(([name, value]) => `${name} ${value.toFixed(2)}`)
              .join(", "),
          ),
        ],
      };
    }),
  };
}

function explainCoverage(part: QuestionPart, evidence: readonly Evidence[], snapshot: Snapshot): ExplainNode {
  const { coverage, missing, features } = coverageOf({ part, evidence, snapshot });
  const weighed = Object.entries(features ?? {}).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  return {
    says: `coverage ${coverage.toFixed(3)}`,
    because: [
      leaf(weighed.join(", ")),
      ...missing.map(({ kind, written }) => leaf(`the ${kind} “${written}” stands in no evidence`)),
    ],
  };
}

/** What the claim table holds of each value that should have come, and which of these may be compared. */
function explainSides(sides: WantedExplanation["sides"], snapshot: Snapshot): readonly ExplainNode[] {
  if (sides.length === 0) return [];
  const found = sides.map((side) => ({ side, claims: claimsOf(side, snapshot) }));
  const held = found.map(({ side, claims }) => ({
    says: `“${side.value}” in ${list(side.documents)}: ${claims.length === 0 ? "no claim holds it" : `${claims.length} claims`}`,
    because: claims.slice(0, MAX_ROWS).map((claim) => leaf(describe(claim, snapshot))),
  }));
  const pairs = found.flatMap((one, i) =>
    found.slice(i + 1).flatMap((other) => explainPairs(one.claims, other.claims, snapshot)),
  );
  return [
    { says: "What the claim table holds of the expected values", because: held },
    ...(pairs.length === 0
      ? []
      : [{ says: "May they be compared, without the question?", because: pairs.slice(0, 2 * MAX_ROWS) }]),
  ];
}

/** Claims of these documents whose value holds the words; for lack of any, those of sentences that hold them. */
function claimsOf({ value, documents }: WantedExplanation["sides"][number], snapshot: Snapshot): readonly Claim[] {
  const folded = value.toLowerCase();
  const own = snapshot.claims.claims.filter((claim) => documents.some((id) => claim.document.startsWith(id)));
  const within = (claim: Claim, span: Claim["span"]): boolean =>
    textOf(claim, span, snapshot).toLowerCase().includes(folded);
  const exact = own.filter((claim) => within(claim, claim.value));
  return exact.length > 0 ? exact : own.filter((claim) => within(claim, claim.span));
}

function explainPairs(some: readonly Claim[], others: readonly Claim[], snapshot: Snapshot): readonly ExplainNode[] {
  return some.slice(0, 3).flatMap((a) =>
    others
      .slice(0, 3)
      .filter((b) => b !== a && b.kind === a.kind)
      .map((b) =>
        leaf(
          `${textOf(a, a.value, snapshot)} (${a.document}) and ${textOf(b, b.value, snapshot)} (${b.document}): ${wordPair([a, b], snapshot)}`,
        ),
      ),
  );
}

function wordPair(pair: readonly [Claim, Claim], snapshot: Snapshot): string {
  const input = compareInput(snapshot, pair);
  const together = compareClaims(input).find(({ positions }) => {
    const ids = new Set(positions.flatMap(({ claims }) => claims.map(({ id }) => id)));
    return pair.every(({ id }) => ids.has(id));
  });
  if (together) return together.kind === null ? "compared, and agree" : `compared: ${together.kind}`;
  const verdict = comparable(pair[0], pair[1], input.world);
  return verdict.kind === "not" ? `refused, another ${verdict.why}` : "refused by what stands around them";
}

const textOf = (claim: Claim, span: Claim["span"], snapshot: Snapshot): string => {
  const record = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1];
  return record ? slice(record.document.text, span) : "";
};

/** A claim as far as comparison reads it. */
function describe(claim: Claim, snapshot: Snapshot): string {
  const { counted, event, place, period, speaker, certainty } = claim;
  const slots = [
    `thing ${counted.head || "none"}`,
    `action ${event.action ?? "none"}`,
    ...(event.agents.length > 0 ? [`by ${list(event.agents)}`] : []),
    ...(event.targets.length > 0 ? [`to ${list(event.targets)}`] : []),
    ...(place ? [`at ${list(place.ids)}`] : []),
    ...(period ? [`${period.role} ${period.from ?? "?"}–${period.to ?? "?"}`] : []),
    ...(speaker ? [`says ${speaker.name}`] : []),
    certainty,
  ];
  return `${claim.kind} “${textOf(claim, claim.value, snapshot)}” in ${claim.document}: ${slots.join("; ")}`;
}
