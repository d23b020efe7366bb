import { readFile } from "node:fs/promises";
import { z } from "zod";
import { verifyRequest } from "../../http/wire-requests.ts";
import { answerReply } from "../../http/wire.ts";
import type { VerifyReplyWire } from "../../http/wire.ts";
import { verifyQuotes } from "../../verify.ts";
import type { QuoteToVerify, Verdict } from "../../verify.ts";
import { EXIT, printJson, wrongUsage } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { loadWithoutModel } from "../wire-up.ts";

const answerWithCitations = z.looseObject({
  citations: answerReply.shape.citations,
  nearest: answerReply.shape.nearest.optional(),
});

/**
 * `parallax verify FILE`: checks the quotes of an answer as `ask --json` prints it, or of a list as POST /verify takes it. A file
 * named `-` is standard input.
 * @returns 2 where one of them is not verbatim
 */
export async function runVerify(context: CommandContext, file: string): Promise<number> {
  const quotes = await readQuotes(file);
  const results = verifyQuotes(await loadWithoutModel(context.settings), quotes);
  if (context.format === "json") printJson(context, { results } satisfies VerifyReplyWire);
  else {
    const { out, show } = context.terminal;
    for (const [at, quote] of quotes.entries()) {
      const result = results[at];
      if (result)
        out(`${describeVerdict(result)}  ${quote.documentId} ${quote.start}–${quote.end}  “${show(quote.quote)}”`);
    }
    const verbatim = results.filter(({ verdict }) => verdict === "verbatim").length;
    out(`${verbatim} of ${results.length} quotes are verbatim.`);
  }
  return results.every(({ verdict }) => verdict === "verbatim") ? EXIT.fine : EXIT.partly;
}

async function readQuotes(file: string): Promise<readonly QuoteToVerify[]> {
  const content = parse(await read(file), file);
  const answer = answerWithCitations.safeParse(content);
  if (answer.success) {
    return [...answer.data.citations, ...(answer.data.nearest ?? [])].map(({ document, start, end, quote }) => ({
      documentId: document.id,
      start,
      end,
      quote,
      sha256: document.sha256,
    }));
  }
  const list = verifyRequest.safeParse(content);
  if (list.success) return list.data;
  const expected = 'an answer as "parallax ask --json" prints it, or a list of {documentId, start, end, quote, sha256}';
  throw wrongUsage(`"${file}" holds neither ${expected}.`);
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file === "-" ? "/dev/stdin" : file, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unreadable";
    throw wrongUsage(`"${file}" cannot be read (${code}). Name a file that exists, or - for standard input.`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongUsage(`"${file}" is not JSON.`);
  }
}

function describeVerdict(result: Verdict): string {
  switch (result.verdict) {
    case "verbatim":
      return result.documentChanged ? "verbatim (the document has changed since)" : "verbatim";
    case "altered":
      return "ALTERED";
    case "misattributed":
      return `MISATTRIBUTED (it stands in ${listPlaces(result.foundAt)})`;
    case "unknown-document":
      return result.foundAt.length > 0
        ? `UNKNOWN DOCUMENT (it stands in ${listPlaces(result.foundAt)})`
        : "UNKNOWN DOCUMENT";
  }
}

const listPlaces = (places: readonly { readonly documentId: string; readonly start: number }[]): string =>
  places.map(({ documentId, start }) => `${documentId} at ${start}`).join(", ");
