/** A slot of the question that nothing in the documents fills. */
export type MissingSlot = {
  readonly slot: "who" | "what" | "when" | "where" | "how-many" | "why";
  /** The words of the question that nothing answers to. */
  readonly asked: string;
};

/** Why a part is not answered: a name is in no document, the thing is not counted so, or the question stays open. */
export type Gap = "unmentioned" | "no-figure" | "open";
