import type { Claim, QuantityClaim } from "../../src/claims/claim.ts";
import { extractClaims } from "../../src/claims/extract.ts";
import { attribute } from "../../src/claims/speakers.ts";
import { tagSentences } from "../../src/claims/tag.ts";
import { layOut } from "../../src/documents/layout.ts";
import { splitIntoSentences } from "../../src/passages/sentences.ts";

/** The quantity claims of an invented document, published on Wednesday, March 5, 2031 unless told otherwise. */
export function claimsOf(text: string, published: string | null = "2031-03-05"): readonly QuantityClaim[] {
  return allClaimsOf(text, published).filter((claim): claim is QuantityClaim => claim.kind === "quantity");
}

/** The claims of every kind of an invented document. */
export function allClaimsOf(text: string, published: string | null = "2031-03-05"): readonly Claim[] {
  const document = { id: "d", title: "A title", source: null, published, url: null, text, sha256: "" };
  const sentences = splitIntoSentences(text, layOut(text));
  const tagged = tagSentences(text, sentences);
  const attributions = attribute({ document, sentences, tagged });
  return extractClaims({ document, sentences, tagged, attributions });
}

/** One claim as a line: value, thing, owners, action, agents, places. */
export function lineOf(text: string, claim: QuantityClaim): string {
  return [
    text.slice(claim.value.start, claim.value.end),
    claim.counted.head,
    claim.counted.owners.join("+") || "-",
    claim.event.action ?? "-",
    claim.event.agents.join("+") || "-",
  ].join(" | ");
}
