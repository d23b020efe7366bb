import { escapeMarkup } from "./markup.ts";
import type { Confusion } from "./metrics/labels.ts";
import { reaches, targetOf, wordValue } from "./report-text.ts";
import type { Group } from "./scores-file.ts";
import type { Score } from "./scores.ts";

// Charts as inline SVG: no script, no font, nothing fetched. Sizes are in the drawing's own units.

const LABEL_WIDTH = 250;
const PLOT_WIDTH = 420;
const VALUE_WIDTH = 150;
const ROW_HEIGHT = 20;
const TOP = 24;

const x = (share: number): number => LABEL_WIDTH + share * PLOT_WIDTH;
const at = (value: number): string => value.toFixed(1);

/** Shares of one half with their 95 % intervals and targets, a row each. */
export function intervalChart({ name, scores }: Group): string {
  const shares = scores.filter(({ measure, value }) => measure.unit === "share" && !Number.isNaN(value));
  const height = TOP + shares.length * ROW_HEIGHT + 6;
  const width = LABEL_WIDTH + PLOT_WIDTH + VALUE_WIDTH;
  const grid = [0, 0.25, 0.5, 0.75, 1]
    .map(
      (tick) =>
        `<line class="grid" x1="${at(x(tick))}" x2="${at(x(tick))}" y1="${TOP - 4}" y2="${height - 4}"/><text class="tick" x="${at(x(tick))}" y="${TOP - 9}">${tick}</text>`,
    )
    .join("");
  const rows = shares.map((score, i) => intervalRow(score, TOP + (i + 0.5) * ROW_HEIGHT)).join("");
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Scores of the ${escapeMarkup(name)} half with 95 % intervals">${grid}${rows}</svg>`;
}

function intervalRow(score: Score, y: number): string {
  const { measure, value, low, high } = score;
  const reached = reaches(score);
  const kind = reached === null ? "plain" : reached ? "good" : "bad";
  const target =
    measure.target === null
      ? ""
      : `<line class="target" x1="${at(x(measure.target))}" x2="${at(x(measure.target))}" y1="${at(y - 7)}" y2="${at(y + 7)}"/>`;
  const title = `${measure.name} (${measure.variant}): ${wordValue(value, "share")}, 95 % ${wordValue(low, "share")}–${wordValue(high, "share")}, ${score.rows} rows ${targetOf(measure)}`;
  return [
    `<g><title>${escapeMarkup(title)}</title>`,
    `<text class="label" x="${LABEL_WIDTH - 8}" y="${at(y + 4)}">${escapeMarkup(measure.name)}</text>`,
    target,
    `<line class="interval ${kind}" x1="${at(x(low))}" x2="${at(x(high))}" y1="${at(y)}" y2="${at(y)}"/>`,
    `<circle class="${kind}" cx="${at(x(value))}" cy="${at(y)}" r="4"/>`,
    `<text class="value" x="${x(1) + 10}" y="${at(y + 4)}">${wordValue(value, "share")}  [${wordValue(low, "share")}, ${wordValue(high, "share")}]</text></g>`,
  ].join("");
}

const CELL = 46;
const SIDE = 110;

/** A confusion matrix: expected down, what came across; the darker the more of a row. */
export function confusionChart({ labels, counts }: Confusion, title: string): string {
  const size = labels.length * CELL;
  const cells = counts.flatMap((row, i) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, j) => {
      const strength = total === 0 ? 0 : count / total;
      const [left, top] = [SIDE + j * CELL, 40 + i * CELL];
      return `<rect class="${i === j ? "right" : "wrong"}" x="${left}" y="${top}" width="${CELL - 2}" height="${CELL - 2}" fill-opacity="${(0.08 + 0.8 * strength).toFixed(2)}"/><text class="count" x="${left + CELL / 2 - 1}" y="${top + CELL / 2 + 4}">${count}</text>`;
    });
  });
  const rows = labels.map(
    (label, i) =>
      `<text class="label" x="${SIDE - 8}" y="${40 + (i + 0.5) * CELL + 4}">${escapeMarkup(label)}</text><text class="tick" x="${SIDE + (i + 0.5) * CELL}" y="${32 - (i % 2) * 13}">${escapeMarkup(label)}</text>`,
  );
  return `<figure><figcaption>${escapeMarkup(title)}</figcaption><svg style="width:${SIDE + size + 30}px" viewBox="0 0 ${SIDE + size + 30} ${size + 44}" role="img" aria-label="${escapeMarkup(title)}">${rows.join("")}${cells.join("")}</svg></figure>`;
}

/** Where answers state how much of a question is covered: answerable rows above, unanswerable ones below, a mark each. */
export function coverageChart({ rows, name }: Group): string {
  const marks = rows.flatMap(({ abstention, coverage, id }) => {
    if (abstention === null) return [];
    const y = abstention.answerable ? 18 : 48;
    const wrong = abstention.answerable === abstention.abstained;
    return `<line class="mark ${wrong ? "bad" : "good"}" x1="${at(x(coverage))}" x2="${at(x(coverage))}" y1="${y - 9}" y2="${y + 9}"><title>${escapeMarkup(`${id}: ${coverage.toFixed(2)}`)}</title></line>`;
  });
  const ticks = [0, 0.5, 1].map((tick) => `<text class="tick" x="${at(x(tick))}" y="74">${tick}</text>`);
  return `<svg viewBox="0 0 ${LABEL_WIDTH + PLOT_WIDTH + VALUE_WIDTH} 80" role="img" aria-label="Coverage of the ${escapeMarkup(name)} half"><text class="label" x="${LABEL_WIDTH - 8}" y="22">answerable</text><text class="label" x="${LABEL_WIDTH - 8}" y="52">unanswerable</text>${marks.join("")}${ticks.join("")}</svg>`;
}
