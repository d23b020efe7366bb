import type { GoldenRow } from "../golden.ts";
import { withoutKind, withWording } from "./any-kind.ts";
import { withFile } from "./edit-file.ts";
import { hedgeBefore } from "./hedges.ts";
import type { Mutant, Original } from "./mutant.ts";
import { numberSites } from "./number-sites.ts";
import type { NumberSite } from "./number-sites.ts";

/** Words such as "about" taken away before a number: rivals stay rivals, for what is said only became narrower, and the number is given without a hedge. */
export function dropHedge(original: Original): readonly Mutant[] {
  const { row, files } = original;
  const sites = numberSites(original);
  return sites.flatMap((site): readonly Mutant[] => {
    const hedged = site.stretches.flatMap((stretch) => {
      const hedge = hedgeBefore(stretch, site.written.text);
      return hedge === null ? [] : [{ stretch, hedge }];
    });
    const [first] = hedged;
    if (first === undefined || hedged.length < site.stretches.length || !isOneNumber(site, sites)) return [];
    const text = hedged.reduce(
      (all, { stretch, hedge }) => all.replaceAll(stretch, () => without(stretch, hedge)),
      site.file.text,
    );
    return [
      {
        id: `${row.id}/hedge-dropped/${site.document}/${first.hedge.trim()}`,
        kind: "hedge-dropped",
        files: withFile(files, site.file, { path: site.file.path, text }),
        row: withWording(withoutKind(row), site.document, (one) => {
          const own = hedged.find(({ stretch }) => stretch === one);
          return own === undefined ? one : without(one, own.hedge);
        }),
        // Where others say the same, theirs may be the hedge that is shown.
        ...(documentsOf(row, site).length === 1 ? { unhedged: site.written.text } : {}),
      },
    ];
  });
}

/** Others on its side give just this number: what was vague agreed with it, and what is exact does. */
function isOneNumber(site: NumberSite, sites: readonly NumberSite[]): boolean {
  return sites.every((other) => other.position !== site.position || other.written.number === site.written.number);
}

function documentsOf(row: GoldenRow, { position }: NumberSite): readonly string[] {
  return (position === null ? row.documents : row.positions?.[position]?.documents) ?? [];
}

function without(stretch: string, hedge: string): string {
  const at = stretch.indexOf(hedge);
  const rest = stretch.slice(at + hedge.length);
  const isFirst = /^\p{Lu}/u.test(hedge);
  return stretch.slice(0, at) + (isFirst ? rest.slice(0, 1).toUpperCase() + rest.slice(1) : rest);
}
