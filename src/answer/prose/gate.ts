import { examine } from "../../index/examine.ts";
import type { Snapshot } from "../../index/snapshot.ts";
import { compareInput } from "../../positions/compare-input.ts";
import { readCited } from "./cited.ts";
import { isPlainStatement, quotesOnly } from "./form.ts";
import { keepsMeaning } from "./meaning.ts";
import { namesStand } from "./names.ts";
import { countsTheSame, proveNumbers } from "./numbers.ts";
import type { Gate, Prose } from "./prose.ts";
import { keepsRoles } from "./roles.ts";
import { creditsRight } from "./speakers.ts";
import { isSupported } from "./support.ts";

/**
 * Holds a sentence that a language model wrote against the quotes that it cites.
 * @returns the first gate that it fails, null where it passes all; pure, some milliseconds
 */
export function failedGate({ text, citations }: Prose, snapshot: Snapshot): Gate | null {
  if (citations.length === 0) return "marker";
  if (!isPlainStatement(text)) return "form";
  const cited = readCited(citations, snapshot);
  const quotes = cited.map((one) => one.text);
  if (!quotesOnly(text, quotes)) return "quotation";
  const figures = proveNumbers(text, cited);
  if (figures === null) return "number";
  if (!namesStand(text, cited)) return "name";
  if (!keepsMeaning(text, cited)) return "meaning";
  if (!isSupported(text, cited)) return "support";
  if (!keepsRoles(text, cited)) return "roles";
  const published = snapshot.records[snapshot.recordOf.get(citations[0]?.document ?? "") ?? -1]?.document.published;
  const read = examine({
    id: "prose",
    title: "",
    source: null,
    published: published ?? null,
    url: null,
    text,
    sha256: "",
  });
  if (!countsTheSame(read.claims, cited, compareInput(snapshot, []).world)) return "number";
  const said = { text, credits: read.credits.flat(), claims: read.claims };
  return creditsRight(said, cited, figures) ? null : "speaker";
}
