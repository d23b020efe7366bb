/** A slot of the question that nothing in the documents fills. */
export type MissingSlot = {
  readonly slot: "who" | "what" | "when" | "where" | "how-many" | "why";
  /** The words of the question that nothing answers to. */
  readonly asked: string;
};
