import type { Claim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison, Position } from "../positions/position.ts";
import { citeClaim } from "./cite.ts";
import type { DraftCitation, DraftPart, DraftSentence } from "./draft.ts";
import { listQuotes } from "./quote-list.ts";

const words = (text: string): DraftPart => ({ kind: "words", text });

const statusWord = (claim: Claim): "affirmed" | "denied" =>
  claim.kind === "status" && claim.affirmed ? "affirmed" : "denied";

/** Words a comparison of statuses: who affirms it and who denies it, then a line with the quotes of each side. */
export function composeStatus(snapshot: Snapshot, { positions }: Comparison): readonly DraftSentence[] {
  const printed = new Set<string>();
  return [lead(positions), ...positions.map((position) => sideItem(snapshot, position, printed))];
}

function lead(positions: readonly Position[]): DraftSentence {
  const parts: DraftPart[] = [words("The sources contradict each other: ")];
  positions.forEach((position, at) => {
    if (at > 0) parts.push(words("; "));
    const citation = citeClaim(position.lead);
    parts.push(words(`${statusWord(position.lead)} by `), ...whoSays(citation), {
      kind: "markers",
      citations: [citation],
    });
  });
  return { begins: "paragraph", body: { kind: "cited", parts: [...parts, words(".")] } };
}

function whoSays(citation: DraftCitation): readonly DraftPart[] {
  return citation.speaker
    ? [{ kind: "speaker", citation, form: "in-sentence" }]
    : [{ kind: "source", document: citation.document, shows: "name" }];
}

const LABELS: Readonly<Record<"affirmed" | "denied", string>> = { affirmed: "Affirmed: ", denied: "Denied: " };

function sideItem(snapshot: Snapshot, position: Position, printed: Set<string>): DraftSentence {
  const claims = [position.lead, ...position.claims.filter((one) => one !== position.lead)];
  const citations = claims.map((claim) => citeClaim(claim));
  const parts = [
    words(LABELS[statusWord(position.lead)]),
    ...listQuotes(snapshot, citations, printed),
    ...(claims.every((claim) => claim.certainty === "unverified") ? doubt(position.lead) : []),
  ];
  return { begins: "item", body: { kind: "cited", parts } };
}

/** That nobody could verify it denies nothing, but it is said beside it. */
const doubt = (claim: Claim): readonly DraftPart[] =>
  claim.certainty === "unverified" ? [words(", not independently verified")] : [];
