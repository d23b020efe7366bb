import { ENGLISH_KINDS } from "../http/wire-words.ts";
import type { AnswerWire } from "../http/wire.ts";

type Certainty = AnswerWire["nearest"][number]["certainty"];
type Kind = AnswerWire["disagreements"][number]["kind"];
type About = AnswerWire["disagreements"][number]["about"];
type Slot = AnswerWire["missing"][number]["slot"];

/** What a mark of a plot stands for. */
export type MarkKind = "exact" | "about" | "range" | "at-least" | "at-most" | "day" | "stands" | "covers";

/** All words of the views in one language; functions where a number or a name stands inside. */
export type ViewStrings = {
  readonly outcome: Readonly<Record<AnswerWire["outcome"], string>>;
  /** Name of the button `[1]` for those who hear it. */
  readonly quoteNumber: (number: number, from: string) => string;
  /** A kind of disagreement between figures, and between other accounts. */
  readonly kind: Readonly<Record<Kind, string>>;
  readonly kindOfAccounts: Readonly<Record<Kind, string>>;
  /** One line that says what the kind means. */
  readonly kindMeans: Readonly<Record<Kind, string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly column: {
    readonly value: Readonly<Record<About, string>>;
    readonly says: string;
    readonly words: string;
    readonly source: string;
  };
  readonly affirmed: string;
  readonly denied: string;
  readonly sameOrigin: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly fitsAll: string;
  readonly plotOf: (topic: string) => string;
  readonly timelineOf: (topic: string) => string;
  readonly mark: Readonly<Record<MarkKind, string>>;
  readonly undated: string;
  readonly theDocument: string;
  readonly close: string;
  readonly readInDocument: string;
  readonly openOriginal: string;
  readonly copyQuote: string;
  readonly copyAnswer: string;
  readonly copyPlain: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyRefused: string;
  readonly sourceCount: (count: number) => string;
  readonly lookedFor: string;
  readonly missing: Readonly<Record<Slot, string>>;
  readonly nearest: string;
  readonly nearestNote: string;
  readonly loading: string;
  readonly documentFailed: string;
  readonly retry: string;
};

/** English. */
export const englishViews: ViewStrings = {
  outcome: {
    answered: "Answered from the documents",
    disputed: "The documents differ",
    unanswerable: "The documents do not say",
  },
  quoteNumber: (number, from) => `Quote ${number}, ${from}`,
  kind: ENGLISH_KINDS.figures,
  kindOfAccounts: ENGLISH_KINDS.accounts,
  kindMeans: ENGLISH_KINDS.means,
  certainty: {
    stated: "stated by the report itself",
    claimed: "as the speaker claims",
    confirmed: "confirmed, the report says",
    reported: "reported, not confirmed",
    unverified: "could not be verified",
    denied: "denied",
  },
  column: {
    value: { quantity: "Figure", time: "Time", name: "Name", status: "Account" },
    says: "Who says so",
    words: "In their words",
    source: "Source",
  },
  affirmed: "It is so",
  denied: "It is not so",
  sameOrigin: (count) =>
    count === 1 ? "1 more report with the same origin" : `${count} more reports with the same origin`,
  leftOut: (count) =>
    count === 1 ? "1 further position is not listed." : `${count} further positions are not listed.`,
  fitsAll: "Fits every position:",
  plotOf: (topic) => `Plot of the figures: ${topic}. The table below says the same.`,
  timelineOf: (topic) => `Timeline: ${topic}. The table below says the same.`,
  mark: {
    exact: "exactly",
    about: "about",
    range: "between",
    "at-least": "at least",
    "at-most": "at most",
    day: "reported",
    stands: "until the next report",
    covers: "the time it covers",
  },
  undated: "no date given",
  theDocument: "the document itself",
  close: "Close",
  readInDocument: "Read in the document",
  openOriginal: "Open the original",
  copyQuote: "Copy quote",
  copyAnswer: "Copy",
  copyPlain: "Copy as plain text",
  copyLink: "Copy link",
  copied: "Copied",
  copyRefused: "The browser did not allow copying",
  sourceCount: (count) => (count === 1 ? "1 source" : `${count} sources`),
  lookedFor: "Looked for",
  missing: {
    who: "No document says who.",
    what: "No document answers this.",
    when: "No document says when.",
    where: "No document says where.",
    "how-many": "No document gives this figure.",
    why: "No document gives a reason.",
  },
  nearest: "What comes nearest",
  nearestNote: "These quotes do not answer the question.",
  loading: "Loading the document …",
  documentFailed: "The document could not be loaded.",
  retry: "Try again",
};

/** German. */
export const germanViews: ViewStrings = {
  outcome: {
    answered: "Aus den Dokumenten beantwortet",
    disputed: "Die Dokumente weichen voneinander ab",
    unanswerable: "Die Dokumente sagen es nicht",
  },
  quoteNumber: (number, from) => `Zitat ${number}, ${from}`,
  kind: {
    contradiction: "Zwei Darstellungen derselben Sache",
    estimate: "Zahlen verschiedener Sprecher",
    scope: "Über verschiedene Stunden, Orte oder Dinge gezählt",
    update: "Die Zahl hat sich mit der Zeit geändert",
    unclear: "Nicht auseinanderzuhalten",
  },
  kindOfAccounts: {
    contradiction: "Zwei Darstellungen derselben Sache",
    estimate: "Darstellungen verschiedener Sprecher",
    scope: "Von verschiedenen Stunden, Orten oder Dingen erzählt",
    update: "Die Darstellung hat sich mit der Zeit geändert",
    unclear: "Nicht auseinanderzuhalten",
  },
  kindMeans: {
    contradiction:
      "Sie sprechen von derselben Sache und können nicht alle stimmen. Welche stimmt, sagen die Dokumente nicht.",
    estimate: "Sie kommen von verschiedenen Sprechern oder sind Schätzungen. Keine ist als die richtige belegt.",
    scope: "Sie umfassen nicht ganz dasselbe; jede kann für das stimmen, was sie umfasst.",
    update: "Die spätere Angabe bestreitet die frühere nicht; sie folgt auf sie.",
    unclear: "Aus den Dokumenten allein ist nicht zu sagen, ob sie von derselben Sache sprechen.",
  },
  certainty: {
    stated: "vom Bericht selbst ausgesagt",
    claimed: "nach Angabe des Sprechers",
    confirmed: "laut Bericht bestätigt",
    reported: "berichtet, nicht bestätigt",
    unverified: "nicht überprüfbar",
    denied: "bestritten",
  },
  column: {
    value: { quantity: "Zahl", time: "Zeit", name: "Name", status: "Darstellung" },
    says: "Wer das sagt",
    words: "Im Wortlaut",
    source: "Quelle",
  },
  affirmed: "Es ist so",
  denied: "Es ist nicht so",
  sameOrigin: (count) =>
    count === 1 ? "1 weiterer Bericht gleicher Herkunft" : `${count} weitere Berichte gleicher Herkunft`,
  leftOut: (count) =>
    count === 1 ? "1 weitere Angabe ist nicht aufgeführt." : `${count} weitere Angaben sind nicht aufgeführt.`,
  fitsAll: "Passt zu allen:",
  plotOf: (topic) => `Schaubild der Zahlen: ${topic}. Die Tabelle darunter sagt dasselbe.`,
  timelineOf: (topic) => `Zeitleiste: ${topic}. Die Tabelle darunter sagt dasselbe.`,
  mark: {
    exact: "genau",
    about: "etwa",
    range: "zwischen",
    "at-least": "mindestens",
    "at-most": "höchstens",
    day: "berichtet",
    stands: "bis zum nächsten Bericht",
    covers: "die Zeit, die sie umfasst",
  },
  undated: "ohne Datum",
  theDocument: "das Dokument selbst",
  close: "Schließen",
  readInDocument: "Im Dokument lesen",
  openOriginal: "Original öffnen",
  copyQuote: "Zitat kopieren",
  copyAnswer: "Kopieren",
  copyPlain: "Als reinen Text kopieren",
  copyLink: "Link kopieren",
  copied: "Kopiert",
  copyRefused: "Der Browser hat das Kopieren nicht erlaubt",
  sourceCount: (count) => (count === 1 ? "1 Quelle" : `${count} Quellen`),
  lookedFor: "Gesucht",
  missing: {
    who: "Kein Dokument sagt, wer.",
    what: "Kein Dokument beantwortet das.",
    when: "Kein Dokument sagt, wann.",
    where: "Kein Dokument sagt, wo.",
    "how-many": "Kein Dokument nennt diese Zahl.",
    why: "Kein Dokument nennt einen Grund.",
  },
  nearest: "Was dem am nächsten kommt",
  nearestNote: "Diese Zitate beantworten die Frage nicht.",
  loading: "Das Dokument wird geladen …",
  documentFailed: "Das Dokument konnte nicht geladen werden.",
  retry: "Noch einmal",
};
