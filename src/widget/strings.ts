/** What the element itself says: asking, waiting, failing. What is said about an answer stands in view-strings.ts. */
export type Strings = {
  readonly heading: string;
  readonly label: string;
  readonly placeholder: string;
  readonly ask: string;
  readonly stop: string;
  readonly retry: string;
  readonly clear: string;
  readonly startersHeading: string;
  readonly startersGiven: string;
  readonly conversation: string;
  readonly yourQuestion: string;
  /** How many characters are left, or how many too many. */
  readonly left: (count: number) => string;
  readonly tooMany: (count: number) => string;
  readonly stages: Readonly<Record<"searching" | "writing", string>>;
  readonly stopped: string;
  readonly finished: string;
  readonly offline: string;
  readonly unreachable: string;
  readonly tooLarge: string;
  readonly busy: (seconds: number) => string;
  readonly busyNow: string;
  readonly loading: string;
  readonly notLoaded: string;
  readonly slow: string;
  readonly cut: string;
  readonly broken: string;
  readonly readAs: string;
  /** Before the name of a language model. */
  readonly wordedBy: string;
  readonly wordedWithout: string;
  readonly undoReadAs: string;
  /** A question about something that the documents disagree about; the documents' language, for it is they that are asked. */
  readonly starter: Readonly<Record<"quantity" | "time" | "name" | "status", (topic: string) => string>>;
  readonly feedback: {
    readonly legend: string;
    readonly good: string;
    readonly bad: string;
    readonly reason: string;
    readonly reasons: readonly string[];
    readonly correction: string;
    readonly send: string;
    readonly thanks: string;
    readonly failed: string;
  };
};

const starter: Strings["starter"] = {
  quantity: (topic) => `How many ${topic}?`,
  time: (topic) => `When: ${topic}?`,
  name: (topic) => `Who: ${topic}?`,
  status: (topic) => `What do the documents say about ${topic}?`,
};

const en: Strings = {
  heading: "Ask the documents",
  label: "Your question",
  placeholder: "Ask what the documents say",
  ask: "Ask",
  stop: "Stop",
  retry: "Try again",
  clear: "New conversation",
  startersGiven: "Ask for example",
  startersHeading: "Where the documents disagree",
  conversation: "Conversation",
  yourQuestion: "You asked",
  left: (count) => `${count} characters left`,
  tooMany: (count) => `${count} characters too many`,
  stages: {
    searching: "Looking through the documents …",
    writing: "Putting the quotes together …",
  },
  stopped: "Stopped. Your question is still here.",
  finished: "The answer is complete.",
  offline: "You are offline. Your question is kept until you are back.",
  unreachable: "The server cannot be reached. Try again in a moment.",
  tooLarge: "That is longer than the server takes. Shorten the question.",
  busy: (seconds) => `Many people are asking. You can ask again in ${seconds} s.`,
  busyNow: "You can ask again now.",
  loading: "The documents are still being loaded. This goes on by itself as soon as they are there.",
  notLoaded: "The documents have still not been loaded. Your question is kept; try again later.",
  slow: "No answer came in time. Try again.",
  cut: "The answer broke off. What stands here is proved, but it is not all.",
  broken: "Something went wrong on the server.",
  readAs: "Read as",
  wordedBy: "Every sentence is held against its quotes. Worded by",
  wordedWithout: "The language model gave no usable answer; this one does without it.",
  starter,
  undoReadAs: "Ask it exactly as I wrote it",
  feedback: {
    legend: "Is this answer good?",
    good: "Yes, good",
    bad: "No, not good",
    reason: "What is wrong with it?",
    reasons: ["A quote does not fit", "Something is missing", "The disagreement is wrong", "It does not answer"],
    correction: "What should it say? (optional)",
    send: "Send",
    thanks: "Thank you. It has been noted.",
    failed: "It could not be sent. Try again.",
  },
};

const de: Strings = {
  heading: "Die Dokumente fragen",
  label: "Ihre Frage",
  placeholder: "Fragen Sie, was die Dokumente sagen",
  ask: "Fragen",
  stop: "Anhalten",
  retry: "Noch einmal",
  clear: "Neues Gespräch",
  startersGiven: "Fragen Sie zum Beispiel",
  startersHeading: "Worin die Dokumente einander widersprechen",
  conversation: "Gespräch",
  yourQuestion: "Sie fragten",
  left: (count) => `noch ${count} Zeichen`,
  tooMany: (count) => `${count} Zeichen zu viel`,
  stages: {
    searching: "Die Dokumente werden durchsucht …",
    writing: "Die Zitate werden zusammengestellt …",
  },
  stopped: "Angehalten. Ihre Frage steht noch da.",
  finished: "Die Antwort ist vollständig.",
  offline: "Sie sind offline. Ihre Frage bleibt stehen, bis Sie wieder verbunden sind.",
  unreachable: "Der Server ist nicht erreichbar. Versuchen Sie es gleich noch einmal.",
  tooLarge: "Das ist länger, als der Server annimmt. Kürzen Sie die Frage.",
  busy: (seconds) => `Gerade fragen viele. In ${seconds} s können Sie wieder fragen.`,
  busyNow: "Sie können jetzt wieder fragen.",
  loading: "Die Dokumente werden noch geladen. Es geht von selbst weiter, sobald sie da sind.",
  notLoaded:
    "Die Dokumente sind noch immer nicht geladen. Ihre Frage bleibt stehen; versuchen Sie es später noch einmal.",
  slow: "Es kam rechtzeitig keine Antwort. Versuchen Sie es noch einmal.",
  cut: "Die Antwort brach ab. Was hier steht, ist belegt, aber nicht alles.",
  broken: "Auf dem Server ging etwas schief.",
  readAs: "Gelesen als",
  wordedBy: "Jeder Satz ist an seinen Zitaten geprüft. Formuliert von",
  wordedWithout: "Das Sprachmodell gab keine brauchbare Antwort; diese kommt ohne es aus.",
  starter,
  undoReadAs: "Genau so fragen, wie ich es schrieb",
  feedback: {
    legend: "Ist diese Antwort gut?",
    good: "Ja, gut",
    bad: "Nein, nicht gut",
    reason: "Was stimmt nicht?",
    reasons: ["Ein Zitat passt nicht", "Es fehlt etwas", "Der Widerspruch stimmt nicht", "Es antwortet nicht"],
    correction: "Was müsste da stehen? (freiwillig)",
    send: "Senden",
    thanks: "Danke, es ist vermerkt.",
    failed: "Es konnte nicht gesendet werden. Versuchen Sie es noch einmal.",
  },
};

/** The widget's words for a language tag ("de-AT"); English for those it has none for. Answers stay in the documents' own language. */
export function stringsFor(lang: string): Strings {
  return /^de\b/i.test(lang) ? de : en;
}
