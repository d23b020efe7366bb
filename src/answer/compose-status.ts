import type { Claim } from "../claims/claim.ts";
import type { Comparison, Position } from "../positions/position.ts";
import { citeClaim } from "./cite.ts";
import { whereFrom } from "./credit.ts";
import type { DraftCitation, DraftPart, DraftSentence } from "./draft.ts";

const words = (text: string): DraftPart => ({ kind: "words", text });

const statusWord = (claim: Claim): "affirmed" | "denied" =>
  claim.kind === "status" && claim.affirmed ? "affirmed" : "denied";

/** Words a comparison of statuses: who affirms it and who denies it, then a line with the quotes of each side. */
export function composeStatus({ positions }: Comparison): readonly DraftSentence[] {
  return [lead(positions), ...positions.map((position) => sideItem(position))];
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

function sideItem(position: Position): DraftSentence {
  const parts: DraftPart[] = [words(LABELS[statusWord(position.lead)])];
  const seen = new Set<string>();
  for (const claim of [position.lead, ...position.claims.filter((one) => one !== position.lead)]) {
    const citation = citeClaim(claim);
    const key = `${citation.document}:${citation.span.start}-${citation.span.end}`;
    if (seen.has(key)) continue;
    if (seen.size > 0) parts.push(words("; likewise "));
    seen.add(key);
    parts.push({ kind: "quote", citation }, ...whereFrom(citation), ...doubt(claim));
  }
  return { begins: "item", body: { kind: "cited", parts } };
}

/** That nobody could verify it denies nothing, but it is said beside it. */
const doubt = (claim: Claim): readonly DraftPart[] =>
  claim.certainty === "unverified" ? [words(", not independently verified")] : [];
