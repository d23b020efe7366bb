/**
 * Fits the weights that tell which figure a question asks for, and then those that tell which figures are told of the same thing:
 * `node .dist-tools/train/fit-figures.js SETS…` (built by `npx tsc -p tsconfig.tools.json`), each of SETS being a list of golden sets such
 * as test/golden/sets.json, of which only the dev half is read. Prints them for `src/retrieval/figure-weights.ts` and
 * `src/positions/rival-weights.ts`, and how well they do on sets that they were not fitted to. Deterministic.
 */
import { claimsIn } from "../src/answer/chosen.ts";
import { lookUpParts } from "../src/answer/look-up.ts";
import { auroc } from "../src/eval/metrics/roc.ts";
import { compareInput } from "../src/positions/compare-input.ts";
import { worldOf } from "../src/positions/compare.ts";
import { agree, rivalFeatures, sameUnit } from "../src/positions/rival-fit.ts";
import { RIVAL_FEATURES } from "../src/positions/rival-weights.ts";
import { tiesOf } from "../src/answer/compare-asked.ts";
import { figureCandidates } from "../src/retrieval/figure-fit.ts";
import type { FigureCandidate } from "../src/retrieval/figure-fit.ts";
import { FIGURE_FEATURES } from "../src/retrieval/figure-weights.ts";
import type { FigureFit } from "../src/retrieval/figure-fit.ts";
import { contentStems } from "../src/text/words.ts";
import type { AskedPart } from "../src/answer/look-up.ts";
import { fitLogistic, weigh } from "./fit-linear.ts";
import type { Labelled } from "./fit-linear.ts";
import { isRightFigure } from "./right-figures.ts";
import { labelSets } from "./golden-sets.ts";
import type { AskedRow } from "./golden-sets.ts";
import { argv } from "node:process";

const RIDGE = 3;
const RIVAL_RIDGE = 2;
/** A right figure counts as much as so many wrong ones: there are many more of those. */
const RIGHT_COUNTS = 3;
/** Figures looked at as rivals. */
const CONSIDERED = 14;

type Row = AskedRow & {
  readonly asked: AskedPart;
  readonly candidates: readonly { readonly candidate: FigureCandidate; readonly label: boolean | null }[];
};

const lists = argv.slice(2);
const rows: Row[] = [];
await labelSets(lists, (asked) => {
  const row = labelled(asked);
  if (row) rows.push(row);
  return [];
});
const snapshots = [...new Set(rows.map(({ snapshot }) => snapshot))];

const single = ({ candidates }: Row): readonly Labelled[] =>
  candidates.flatMap(({ candidate, label }) =>
    label === null
      ? []
      : [{ row: FIGURE_FEATURES.map((name) => candidate.features[name]), label, weight: label ? RIGHT_COUNTS : 1 }],
  );

const all = fitLogistic(rows.flatMap(single), RIDGE);
print("figures", all, FIGURE_FEATURES);
const leftOut = new Map(
  snapshots.map((snapshot) => [
    snapshot,
    fitLogistic(rows.filter((row) => row.snapshot !== snapshot).flatMap(single), RIDGE),
  ]),
);
const scored = rows.flatMap((row) =>
  single(row).map((one) => ({ label: one.label, score: weigh([1, ...one.row], leftOut.get(row.snapshot) ?? all) })),
);
process.stdout.write(
  `${scored.filter((one) => one.label).length} right of ${scored.length}; AUROC on sets left out ${auroc(
    scored.flatMap((one) => (one.label ? [one.score] : [])),
    scored.flatMap((one) => (one.label ? [] : [one.score])),
  ).toFixed(3)}\n`,
);

type Pair = {
  readonly features: readonly number[];
  readonly label: boolean;
  readonly agrees: boolean;
  readonly other: FigureFit;
};
type Paired = {
  readonly row: Row;
  readonly fits: readonly FigureFit[];
  readonly best: FigureFit | undefined;
  readonly right: boolean;
  readonly pairs: readonly Pair[];
  readonly more: readonly Pair[];
};

const paired: readonly Paired[] = rows.map((row) => {
  const weights = leftOut.get(row.snapshot) ?? all;
  const labels = new Map<FigureFit, boolean | null>();
  const fits = row.candidates
    .map(({ candidate, label }): FigureFit => {
      const logit = weigh([1, ...FIGURE_FEATURES.map((name) => candidate.features[name])], weights);
      const fit = { ...candidate, chance: 1 / (1 + Math.exp(-logit)) };
      labels.set(fit, label);
      return fit;
    })
    .sort((a, b) => b.chance - a.chance)
    .slice(0, CONSIDERED);
  const claims = fits.map(({ claim }) => claim);
  const ties = tiesOf(claims, new Set(claims), row.snapshot);
  const asked = { text: row.part.text.toLowerCase(), stems: new Set(contentStems(row.part.text)), ...ties };
  const world = worldOf({ ...compareInput(row.snapshot, claims), asked });
  const scene = { world, fits };
  const pairsOf = (best: FigureFit): readonly Pair[] =>
    fits.flatMap((other) => {
      const label = labels.get(other) ?? null;
      if (other === best || label === null || !sameUnit(best.claim, other.claim)) return [];
      const features = rivalFeatures(best, other, scene);
      return [
        {
          features: RIVAL_FEATURES.map((name) => features[name]),
          label: label && labels.get(best) === true,
          agrees: agree(best.claim, other.claim),
          other,
        },
      ];
    });
  const best = fits[0];
  return {
    row,
    fits,
    best,
    right: best !== undefined && labels.get(best) === true,
    pairs: best ? pairsOf(best) : [],
    more: fits.slice(1).flatMap((fit) => (labels.get(fit) === true ? pairsOf(fit) : [])),
  };
});
const pairRows = ({ pairs, more }: Paired): readonly Labelled[] => [
  ...pairs.map(({ features, label }) => ({ row: features, label, weight: label ? 2 : 1 })),
  ...more.map(({ features, label }) => ({ row: features, label, weight: label ? 1 : 0.5 })),
];
const rivals = fitLogistic(paired.flatMap(pairRows), RIVAL_RIDGE);
print("rivals", rivals, RIVAL_FEATURES);
const rivalsWithout = new Map(
  snapshots.map((snapshot) => [
    snapshot,
    fitLogistic(paired.filter(({ row }) => row.snapshot !== snapshot).flatMap(pairRows), RIVAL_RIDGE),
  ]),
);
const judged = paired.map(({ row, best, right, pairs }) => {
  const weights = rivalsWithout.get(row.snapshot) ?? rivals;
  const chanced = pairs.map(({ features, label, agrees }) => {
    const chance = 1 / (1 + Math.exp(-weigh([1, ...features], weights)));
    return { label, agrees, chance };
  });
  return { row, best, right, pairs: chanced };
});
const flat = judged.flatMap(({ pairs }) => pairs);
process.stdout.write(
  `${flat.filter((one) => one.label).length} pairs right of ${flat.length}; AUROC on sets left out ${auroc(
    flat.flatMap((one) => (one.label ? [one.chance] : [])),
    flat.flatMap((one) => (one.label ? [] : [one.chance])),
  ).toFixed(3)}\n`,
);
const isDisputedRow = ({ row }: Pick<Paired, "row">): boolean =>
  row.row.about === "quantity" && (row.row.positions?.length ?? 0) > 1;
for (const least of [0.3])
  for (const from of [0.3, 0.4, 0.5, 0.6, 0.7]) {
    let found = 0;
    let exact = 0;
    let some = 0;
    let alarms = 0;
    for (const one of judged) {
      const told = (one.best?.chance ?? 0) >= least ? one.pairs.filter(({ chance }) => chance >= from) : [];
      const differ = told.some(({ agrees }) => !agrees);
      if (isDisputedRow(one)) {
        const isGood = told.every(({ label }) => label);
        if (differ) some += 1;
        if (differ && isGood) found += 1;
        if (differ && isGood && one.pairs.every(({ label, chance }) => !label || chance >= from)) exact += 1;
      } else if (differ) alarms += 1;
    }
    process.stdout.write(
      `least ${least} from ${from}: disputed ${judged.filter(isDisputedRow).length} some ${some} clean ${found} exact ${exact}; alarms ${alarms} of ${judged.filter((one) => !isDisputedRow(one)).length}\n`,
    );
  }
process.stdout.write(
  `best is right: disputed ${judged.filter((one) => isDisputedRow(one) && one.right).length}, answered ${judged.filter((one) => one.row.row.outcome.includes("answered") && one.right).length} of ${judged.filter((one) => one.row.row.outcome.includes("answered") && one.row.candidates.some(({ label }) => label === true)).length}\n`,
);
function print(what: string, [bias, ...weights]: readonly number[], features: readonly string[]): void {
  process.stdout.write(`${what}: bias ${(bias ?? 0).toFixed(2)}\n`);
  for (const [i, name] of features.entries()) process.stdout.write(`  ${name}: ${(weights[i] ?? 0).toFixed(2)},\n`);
}

/** The figures in the evidence of a question, right where the row says so; none where the question asks for no figure. */
function labelled(asked: AskedRow): Row | null {
  const { row, part, evidence, snapshot } = asked;
  const [looked] = lookUpParts([part], { snapshot, allow: () => true, asOf: null });
  if (!looked || looked.target === null) return null;
  const { target, chosen } = looked;
  const tabled = new Set(chosen && chosen.main.positions[0]?.lead.kind === "quantity" ? claimsIn(chosen.main) : []);
  const found = figureCandidates({ part, target, evidence, snapshot, slots: looked.slots, tabled });
  return {
    ...asked,
    asked: looked,
    candidates: found.map((candidate) => ({ candidate, label: isRightFigure(row, candidate.claim, snapshot) })),
  };
}
