import type { DraftCitation, DraftPart, DraftSentence } from "../answer/draft.ts";
import { nameAtStart, nameInSentence } from "../answer/credit.ts";
import { wordOwnSentence } from "../answer/own-sentences.ts";
import { creditTail } from "../answer/prose/credit-tail.ts";
import { failedGate } from "../answer/prose/gate.ts";
import type { Prose } from "../answer/prose/prose.ts";
import { findFigures } from "../claims/figures.ts";
import { ParallaxError } from "../errors.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { contains, slice } from "../text/span.ts";
import { wordDate } from "./dates.ts";
import { escapeMarkdown, inQuotationMarks, markersText } from "../answer/markdown.ts";
import type { Numbering } from "./number-citations.ts";
import { recordOf } from "./prove.ts";
import { brand } from "./verified.ts";
import type { VerifiedSentence } from "./verified.ts";

/**
 * Proves one sentence: every quote and value is cut from its document, our own words hold no figure, and a sentence
 * that is not from the table of our own carries a marker.
 * @throws ParallaxError `internal` where a gate is failed; `ask.ts` decides what then happens
 */
export function proveSentence(snapshot: Snapshot, numbering: Numbering, sentence: DraftSentence): VerifiedSentence {
  switch (sentence.body.kind) {
    case "own":
      return brand({ text: wordOwnSentence(sentence.body.own), markers: [] });
    case "cited": {
      const cited = new Map<number, DraftCitation>();
      const cite = (draft: DraftCitation): number => {
        const { marker } = numbering.cite(draft);
        cited.set(marker, draft);
        return marker;
      };
      const values: Extract<DraftPart, { kind: "value" }>[] = [];
      const text = sentence.body.parts
        .map((part) => {
          if (part.kind === "value") values.push(part);
          return proveParts(snapshot, cite, part);
        })
        .join("");
      if (cited.size === 0) throw failed("has no marker", text);
      for (const value of values) {
        const quoted = [...cited.values()].some(
          (draft) => draft.document === value.citation.document && contains(draft.span, value.span),
        );
        if (!quoted) throw failed("shows a value that none of its quotes holds", text);
      }
      return brand({ text, markers: [...cited.keys()] });
    }
    case "written":
      return proveWritten(snapshot, numbering, sentence.body);
  }
}

/** What a language model wrote, without its own full stop: who says so, the markers and the full stop are ours. */
function proveWritten(snapshot: Snapshot, numbering: Numbering, prose: Prose): VerifiedSentence {
  const gate = failedGate(prose, snapshot);
  if (gate !== null) throw failed(`fails at "${gate}"`, prose.text);
  const markers = [...new Set(prose.citations.map((citation) => numbering.cite(citation).marker))];
  const tail = creditTail(prose, snapshot).map((part) =>
    proveParts(snapshot, (citation) => numbering.cite(citation).marker, part),
  );
  const said = escapeMarkdown(prose.text.replace(/[\s.…]+$/u, ""));
  return brand({ text: `${said}${tail.join("")} ${markersText(markers)}.`, markers });
}

function proveParts(snapshot: Snapshot, cite: (draft: DraftCitation) => number, part: DraftPart): string {
  switch (part.kind) {
    case "words":
      if (/\d/.test(part.text) || findFigures(part.text).length > 0)
        throw failed("gives a figure in our own words", part.text);
      return escapeMarkdown(part.text);
    case "quote": {
      const marker = cite(part.citation);
      return `${inQuotationMarks(slice(recordOf(snapshot, part.citation.document).document.text, part.citation.span))} [${marker}]`;
    }
    case "value": {
      const shown = escapeMarkdown(slice(recordOf(snapshot, part.citation.document).document.text, part.span));
      return part.strong === "strong" ? `**${shown}**` : shown;
    }
    case "speaker":
      return escapeMarkdown(speakerText(part));
    case "markers":
      return ` ${markersText(part.citations.map(cite))}`;
    case "source": {
      const { document } = recordOf(snapshot, part.document);
      const name = document.source === null ? `“${escapeMarkdown(document.title)}”` : escapeMarkdown(document.source);
      const date = document.published === null ? null : wordDate(document.published);
      if (part.shows === "date") return date ?? "an unknown day";
      return part.shows === "name" || date === null ? name : `${name}, ${date}`;
    }
  }
}

function speakerText(part: Extract<DraftPart, { kind: "speaker" }>): string {
  const name = part.citation.speaker?.name ?? "";
  switch (part.form) {
    case "bare":
      return name;
    case "in-sentence":
      return nameInSentence(name);
    case "at-start":
      return nameAtStart(name);
  }
}

const failed = (what: string, text: string): ParallaxError =>
  new ParallaxError("internal", `A sentence of the draft ${what}: "${text.slice(0, 120)}".`);
