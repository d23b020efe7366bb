import type { IngestProgress, IngestReport } from "../ingest.ts";
import type { Terminal } from "./terminal.ts";

const BAR_CELLS = 24;
/** Lines printed where there is no terminal to draw a bar on. */
const PLAIN_LINES = 10;

/**
 * Shows how an ingest goes: a bar on a terminal, else a line for each tenth. The listener says nothing where there is nothing to do.
 */
export function showProgress(terminal: Terminal): (progress: IngestProgress) => void {
  let done = 0;
  let total = 0;
  let texts = 0;
  let isWork = false;
  const draw = (): void => {
    const full = total === 0 ? BAR_CELLS : Math.floor((done / total) * BAR_CELLS);
    const bar = `[${"#".repeat(full)}${"-".repeat(BAR_CELLS - full)}]`;
    terminal.redraw?.(`${bar} ${done} of ${total} documents, ${texts} passages and sentences embedded`);
  };
  return (progress) => {
    switch (progress.kind) {
      case "planned":
        total = progress.files;
        isWork = progress.toMake > 0;
        if (isWork) terminal.err(`Indexing ${progress.toMake} of ${total} documents …`);
        break;
      case "embedding":
        texts = progress.texts;
        draw();
        break;
      case "taken": {
        const before = Math.floor((done / total) * PLAIN_LINES);
        done = progress.files;
        if (!isWork) break;
        if (terminal.redraw) draw();
        else if (Math.floor((done / total) * PLAIN_LINES) > before) terminal.err(`${done} of ${total} documents`);
        break;
      }
      case "writing":
        // Clears the bar: what follows is written over it.
        terminal.redraw?.("");
        break;
    }
  };
}

/** What an ingest did, in one line, and a line for each file that is no document. */
export function describeIngest(report: IngestReport): string {
  const counts = ["added", "updated", "removed", "unchanged"] as const;
  const changes = counts.filter((key) => report[key] > 0).map((key) => `${report[key]} ${key}`);
  const size = `${report.documents} documents, ${report.passages} passages`;
  const summary = `Index: ${size}${changes.length > 0 ? ` (${changes.join(", ")})` : ""}, ${(report.tookMs / 1000).toFixed(1)} s.`;
  return [...report.rejected.map(({ path, reason }) => `Left out ${path}: ${reason}`), summary].join("\n");
}
