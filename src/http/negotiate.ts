const JSON_RANGES: ReadonlySet<string> = new Set(["*/*", "application/*", "application/json"]);

/** Whether an Accept header admits JSON; a missing or empty one admits everything (RFC 9110, 12.5.1). */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === "") return true;
  const ranges = accept.split(",").map((entry) => {
    const [range = "", ...parameters] = entry.split(";").map((piece) => piece.trim().toLowerCase());
    return { range, refused: parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter)) };
  });
  const exact = ranges.find(({ range }) => range === "application/json");
  if (exact) return !exact.refused;
  return ranges.some(({ range, refused }) => JSON_RANGES.has(range) && !refused);
}

/** Whether an If-None-Match header names this tag, weakly compared (RFC 9110, 13.1.2). */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
