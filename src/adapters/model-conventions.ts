/** How a family of embedding models wants its input and how its tokens become one vector. */
export type ModelConvention = {
  /** Matched against the lower-case folder name. */
  readonly family: RegExp;
  readonly pooling: "cls" | "mean";
  readonly questionPrefix: string;
  readonly textPrefix: string;
};

/** From the model cards. The first row that matches counts. */
const CONVENTIONS: readonly ModelConvention[] = [
  {
    family: /^bge-.*en/,
    pooling: "cls",
    questionPrefix: "Represent this sentence for searching relevant passages: ",
    textPrefix: "",
  },
  { family: /^bge-/, pooling: "cls", questionPrefix: "", textPrefix: "" },
  { family: /^(?:multilingual-)?e5-/, pooling: "mean", questionPrefix: "query: ", textPrefix: "passage: " },
  {
    family: /^snowflake-arctic-embed/,
    pooling: "cls",
    questionPrefix: "Represent this sentence for searching relevant passages: ",
    textPrefix: "",
  },
  {
    family: /^mxbai-embed/,
    pooling: "cls",
    questionPrefix: "Represent this sentence for searching relevant passages: ",
    textPrefix: "",
  },
];

/** What sentence-transformers does where a model says nothing: the mean of all tokens, no prefixes. */
const PLAIN: ModelConvention = { family: /^/, pooling: "mean", questionPrefix: "", textPrefix: "" };

/** The convention of a model, by the name of its folder. */
export function conventionOf(modelName: string): ModelConvention {
  return CONVENTIONS.find(({ family }) => family.test(modelName.toLowerCase())) ?? PLAIN;
}
