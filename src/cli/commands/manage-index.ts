import { EXIT, printJson } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { loadWithoutModel, readIndex } from "../wire-up.ts";

/** `parallax index info`: what the index in use holds and what it was made with. */
export async function runIndexInfo(context: CommandContext): Promise<number> {
  const { generation, manifest } = await readIndex(context.settings);
  const { embedder, documents, rejected, format } = manifest;
  const passages = documents.reduce((sum, document) => sum + document.passages.count, 0);
  const info = {
    place: context.settings.index,
    generation,
    format,
    documents: documents.length,
    passages,
    embedder,
    rejected: rejected.map(({ path, reason }) => ({ path, reason })),
  };
  if (context.format === "json") printJson(context, info);
  else {
    const { out, show } = context.terminal;
    out(`Index ${info.place}`);
    out(`generation ${generation}, format ${format}`);
    out(`${info.documents} documents, ${passages} passages`);
    out(
      `embedder ${embedder.name}, ${embedder.dimensions} dimensions, fingerprint ${embedder.fingerprint.slice(0, 12)}`,
    );
    for (const { path, reason } of info.rejected) out(show(`left out: ${path}: ${reason}`));
  }
  return EXIT.fine;
}

/** `parallax index verify`: compares every byte of the index with its checksum. @returns 1 where anything is wrong with it */
export async function runIndexVerify(context: CommandContext): Promise<number> {
  const { id, records, warnings } = await loadWithoutModel(context.settings);
  if (context.format === "json") printJson(context, { generation: id, documents: records.length, warnings });
  else {
    for (const warning of warnings) context.terminal.out(warning);
    const verdict = warnings.length === 0 ? "is whole" : 'is damaged. Run "parallax index rebuild"';
    context.terminal.out(`Index ${context.settings.index} (${records.length} documents) ${verdict}.`);
  }
  return warnings.length === 0 ? EXIT.fine : EXIT.failed;
}
