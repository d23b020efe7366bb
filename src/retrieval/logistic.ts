/** A fitted logistic over named features. */
export type Logistic<Name extends string> = {
  /** The features in the order in which they were fitted. */
  readonly names: readonly Name[];
  readonly weights: Readonly<Record<Name, number>>;
  readonly bias: number;
};

/** The chance that a logistic gives for some features, 0–1. */
export function chanceBy<Name extends string>(
  { names, weights, bias }: Logistic<Name>,
  features: Readonly<Record<Name, number>>,
): number {
  const logit = names.reduce((sum, name) => sum + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-logit));
}
