/** Number words below a hundred, by value. "second" and "third" are not here: they are ranks. */
export const SMALL_WORDS: ReadonlyMap<string, number> = new Map([
  ["zero", 0],
  ["nought", 0],
  ["naught", 0],
  ["nil", 0],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["thirteen", 13],
  ["fourteen", 14],
  ["fifteen", 15],
  ["sixteen", 16],
  ["seventeen", 17],
  ["eighteen", 18],
  ["nineteen", 19],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fourty", 40], // a common misspelling
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);

/** Words that multiply what stands before them. */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["crores", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["quadrillion", 1e15],
  ["dozen", 12],
  ["dozens", 12], // "three dozens"; alone they are vague
]);

/** Short scales written against the digits: "$2.3bn", "1.2m". */
export type ScaleSuffix = {
  readonly factor: number;
  /** `always`: means a number wherever it stands; `money`: only behind a currency; `things`: also before a plural noun ("1.2m people"). */
  readonly where: "always" | "money" | "things";
};

/** Scale suffixes by their lower case; "m" alone may be metres, "b" and "t" mean nothing without a currency. */
export const SCALE_SUFFIXES: ReadonlyMap<string, ScaleSuffix> = new Map([
  ["k", { factor: 1e3, where: "things" }],
  ["m", { factor: 1e6, where: "things" }],
  ["mn", { factor: 1e6, where: "always" }],
  ["mln", { factor: 1e6, where: "always" }],
  ["mil", { factor: 1e6, where: "always" }],
  ["mio", { factor: 1e6, where: "always" }],
  ["bn", { factor: 1e9, where: "always" }],
  ["bln", { factor: 1e9, where: "always" }],
  ["mm", { factor: 1e6, where: "money" }],
  ["b", { factor: 1e9, where: "money" }],
  ["t", { factor: 1e12, where: "money" }],
  ["tn", { factor: 1e12, where: "always" }],
  ["tln", { factor: 1e12, where: "always" }],
  ["trn", { factor: 1e12, where: "always" }],
  ["cr", { factor: 1e7, where: "money" }],
]);

type Bounds = readonly [low: number, high: number];

/** Plural scale words alone, and what they may mean (claims.md; the larger ones follow its pattern). */
export const VAGUE_PLURALS: ReadonlyMap<string, Bounds> = new Map([
  ["tens", [20, 200]],
  ["dozens", [24, 150]],
  ["scores", [40, 200]],
  ["hundreds", [200, 2_000]],
  ["thousands", [2_000, 20_000]],
  ["lakhs", [2e5, 2e6]],
  ["millions", [2e6, 2e7]],
  ["crores", [2e7, 2e8]],
  ["billions", [2e9, 2e10]],
  ["trillions", [2e12, 2e13]],
]);

/** What multiplies the plural behind "of": "tens of thousands", "hundreds of millions". */
export const VAGUE_MULTIPLIERS: ReadonlyMap<string, Bounds> = new Map([
  ["tens", [20, 200]],
  ["dozens", [24, 150]],
  ["scores", [40, 200]],
  ["hundreds", [200, 2_000]],
  ["thousands", [2_000, 20_000]],
]);

/** Scale words in the plural, by what one of them is worth. */
export const PLURAL_SCALES: ReadonlyMap<string, number> = new Map([
  ["hundreds", 100],
  ["thousands", 1e3],
  ["lakhs", 1e5],
  ["millions", 1e6],
  ["crores", 1e7],
  ["billions", 1e9],
  ["trillions", 1e12],
]);

/** Vague words that stand for a small number or multiply a scale ("several hundred"). "A" before them belongs to them. */
export const VAGUE_WORDS: ReadonlyMap<
  string,
  { readonly bounds: Bounds; readonly article: "needed" | "none" | "either" }
> = new Map([
  ["couple", { bounds: [2, 3], article: "either" }],
  ["several", { bounds: [3, 12], article: "none" }],
  // "Few people came" says how little, not how many; "a few" and "the first few" do.
  ["few", { bounds: [3, 9], article: "needed" }],
  ["handful", { bounds: [3, 9], article: "either" }],
]);

/** Parts of a whole. Singular ones need "a" or "one" and "of" or the like behind them, or "a third winter" would be a share. */
export const FRACTION_WORDS: ReadonlyMap<string, number> = new Map([
  ["half", 1 / 2],
  ["halves", 1 / 2],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["quarter", 1 / 4],
  ["quarters", 1 / 4],
  ["fourth", 1 / 4],
  ["fourths", 1 / 4],
  ["fifth", 1 / 5],
  ["fifths", 1 / 5],
  ["sixth", 1 / 6],
  ["sixths", 1 / 6],
  ["seventh", 1 / 7],
  ["sevenths", 1 / 7],
  ["eighth", 1 / 8],
  ["eighths", 1 / 8],
  ["ninths", 1 / 9],
  ["tenth", 1 / 10],
  ["tenths", 1 / 10],
  ["hundredth", 1 / 100],
  ["hundredths", 1 / 100],
]);

/** Ranks that end a number in words: "twenty-first", "two hundredth". */
export const RANK_WORDS: ReadonlySet<string> = new Set(
  "first second third fourth fifth sixth seventh eighth ninth hundredth thousandth millionth billionth".split(" "),
);

/** Words that multiply a whole: "twice as many", "double the number". */
export const MULTIPLE_WORDS: ReadonlyMap<string, number> = new Map([
  ["twice", 2],
  ["thrice", 3],
  ["double", 2],
  ["triple", 3],
  ["treble", 3],
  ["quadruple", 4],
]);

/** Words that count nothing there. */
export const ZERO_WORDS: ReadonlySet<string> = new Set(["no", "none", "nobody", "no-one"]);
