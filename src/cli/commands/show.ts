import { ParallaxError } from "../../errors.ts";
import { toDocument } from "../../http/reference.ts";
import { listDocuments, readDocument } from "../../read.ts";
import { EXIT, printJson } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { describeDocument } from "../print-answer.ts";
import { loadWithoutModel } from "../wire-up.ts";

/** `parallax show <document>`: the document's metadata and text. */
export async function runShow(context: CommandContext, id: string): Promise<number> {
  const { terminal } = context;
  const snapshot = await loadWithoutModel(context.settings);
  const document = readDocument(snapshot, id);
  if (!document) {
    const ids = listDocuments(snapshot).map((listed) => listed.document.id);
    const shown = ids.slice(0, MAX_LISTED).join(", ");
    const known = ids.length > MAX_LISTED ? `${shown} and ${ids.length - MAX_LISTED} more` : shown || "none";
    throw new ParallaxError("not-found", `There is no document "${id}". There are: ${known}.`);
  }
  if (context.format === "json") printJson(context, toDocument(document));
  else {
    terminal.out(terminal.paint.strong(terminal.show(describeDocument(toDocument(document)))));
    if (document.url !== null) terminal.out(terminal.show(document.url));
    terminal.out(`\n${terminal.show(document.text)}`);
  }
  return EXIT.fine;
}

/** Ids named where one is unknown. */
const MAX_LISTED = 20;
