import type { DraftCitation, DraftPart } from "./draft.ts";

/** Last words of names of bodies that take "the" in running text. */
const BODY =
  /\b(?:ministry|agency|department|office|army|navy|military|staff|force|forces|service|council|union|police|court|bank|committee|commission|authority|authorities|bureau|party|government|administration|times|post|journal|association|federation|organi[sz]ation|institute|university|company|group|team|board|centre|center|club|league|hospital|kremlin|pentagon|white house|guard|directorate|secretariat|observatory|survey|society|fund|foundation|embassy|consulate|assessment|report|poll|study|analysis|intelligence agency|red cross|red crescent)$/i;

/** True where a name is followed by no article: persons, "Ukraine's military", "U.S. officials". */
function takesArticle(full: string): boolean {
  const name = full.replace(/, cited by .*$/, "");
  if (/^(?:EU|UN|UK|U\.K\.|U\.N\.|US|U\.S\.)['’]s /.test(name)) return true;
  if (/^(?:the|a|an|his|her|its|their|some|several|two|three|many|one)\b/i.test(name)) return false;
  // "The Farmers' Union", but "Ukraine's military".
  if (/^[^ ]+(?: [^ ]+){0,2}s['’] \p{Lu}/u.test(name)) return BODY.test(name);
  if (/^[^ ]+(?: [^ ]+){0,2}['’]s? /.test(name)) return false;
  const head = name.split(/ (?:of|for|on|in|at|from|with|to|close|familiar|who|behind) /)[0] ?? name;
  // "prefecture", "owner of the shop": a common noun; "sources familiar with the matter" are none in particular.
  if (!/\p{Lu}/u.test(head)) return !/(?:[^s]s|people|police)$/.test(head);
  return BODY.test(name) || BODY.test(head);
}

/** "Organisers", "Officials": common nouns that began their sentence. */
const COMMON =
  /^(?:\p{Lu}\p{Ll}+(?:isers|izers|icials|esses|idents|orities|ists|ers|ors)|Police|Sources|Reports|Experts|Doctors)$/u;

/** A speaker's name as it stands in the middle of a sentence. */
export function nameInSentence(name: string): string {
  if (COMMON.test(name)) return name.charAt(0).toLowerCase() + name.slice(1);
  return takesArticle(name)
    ? `the ${name}`
    : name.replace(/^(?:The|A|An|Its|His|Her|Their|Some) /, (article) => article.toLowerCase());
}

/** The same at the beginning of a sentence. */
export function nameAtStart(name: string): string {
  const text = nameInSentence(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How a speaker says it: past tense, from the document's own verb. */
export function sayingVerb(citation: DraftCitation): string {
  const verb = citation.speaker?.verb ?? "";
  return PAST.has(verb) ? verb : "said";
}

const PAST: ReadonlySet<string> = new Set(
  (
    "said reported claimed announced estimated confirmed acknowledged denied revealed noted warned wrote insisted stated added " +
    "suggested stressed emphasized emphasised argued explained declared predicted admitted conceded maintained alleged asserted believed"
  ).split(" "),
);

/** Words that credit a value in running text: " according to the Defense Ministry", or to the document itself. */
export function accordingTo(citation: DraftCitation): readonly DraftPart[] {
  if (citation.speaker) {
    return [
      { kind: "words", text: " according to " },
      { kind: "speaker", citation, form: "in-sentence" },
    ];
  }
  const hearsay = citation.certainty === "reported" ? " according to reports cited in " : " according to ";
  return [
    { kind: "words", text: hearsay },
    { kind: "source", document: citation.document, shows: "name" },
  ];
}

/** "(Russian Defense Ministry; The Kyiv Independent, Nov. 10, 2024)": who says so and where it stands. */
export function whereFrom(citation: DraftCitation): readonly DraftPart[] {
  const source: DraftPart = { kind: "source", document: citation.document, shows: "name-and-date" };
  if (!citation.speaker) return [{ kind: "words", text: " (" }, source, { kind: "words", text: ")" }];
  return [
    { kind: "words", text: " (" },
    { kind: "speaker", citation, form: "bare" },
    { kind: "words", text: "; " },
    source,
    { kind: "words", text: ")" },
  ];
}

/** What the certainty adds, in words of our own, where the quote does not say it itself. */
export function certaintyNote(citation: DraftCitation, quote: string): string {
  switch (citation.certainty) {
    case "unverified":
      return /verif|confirm/i.test(quote) ? "" : ", not independently verified";
    case "denied":
      return sayingVerb(citation) === "denied" || /\bden(?:y|ied|ies)\b/i.test(quote) ? "" : ", denied";
    case "reported":
    case "claimed":
    case "confirmed":
    case "stated":
      return "";
  }
}
