const JSON_RANGES: ReadonlySet<string> = new Set(["*/*", "application/*", "application/json"]);

/** The ranges of an Accept header with their weights, 0–1; a weight that cannot be read is 1. */
function rangesOf(accept: string): readonly { readonly range: string; readonly weight: number }[] {
  return accept.split(",").map((entry) => {
    const [range = "", ...parameters] = entry.split(";").map((piece) => piece.trim().toLowerCase());
    const weight = parameters.map((parameter) => /^q\s*=\s*([01](?:\.\d{0,3})?)$/.exec(parameter)?.[1]).find(Boolean);
    return { range, weight: weight === undefined ? 1 : Math.min(1, Number(weight)) };
  });
}

/** Whether an Accept header admits JSON; a missing or empty one admits everything (RFC 9110, 12.5.1). */
function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === "") return true;
  const ranges = rangesOf(accept);
  const exact = ranges.find(({ range }) => range === "application/json");
  if (exact) return exact.weight > 0;
  return ranges.some(({ range, weight }) => JSON_RANGES.has(range) && weight > 0);
}

/** Whether an If-None-Match header names this tag, weakly compared (RFC 9110, 13.1.2). */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}

/**
 * What to answer a question as. Events go only to those who name `text/event-stream`, and prefer it to JSON or name it first where both
 * are liked as well; null where neither is admitted.
 */
export function chooseAnswerType(accept: string | undefined): "json" | "events" | null {
  const ranges = rangesOf(accept ?? "");
  const events = ranges.findIndex(({ range }) => range === "text/event-stream");
  const json = ranges.findIndex(({ range }) => range === "application/json");
  const likesEvents = ranges[events]?.weight ?? 0;
  if (likesEvents === 0) return acceptsJson(accept) ? "json" : null;
  const likesJson = ranges[json]?.weight ?? 0;
  return likesEvents > likesJson || (likesEvents === likesJson && events < json) ? "events" : "json";
}

/** Whether somebody would rather read a page than JSON: where HTML is named, and JSON is not liked as well. Who takes anything gets JSON. */
export function prefersHtml(accept: string | undefined): boolean {
  const ranges = rangesOf(accept ?? "");
  const weightOf = (...names: readonly string[]): number =>
    names.map((name) => ranges.find(({ range }) => range === name)?.weight).find((weight) => weight !== undefined) ?? 0;
  const likesHtml = weightOf("text/html", "text/*");
  return likesHtml > 0 && likesHtml > weightOf("application/json", "application/*") && likesHtml >= weightOf("*/*");
}
