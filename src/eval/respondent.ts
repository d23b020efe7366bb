import type { z } from "zod";
import { ParallaxError } from "../errors.ts";
import { answerReply, documentReply, documentsReply, passagesReply, problemReply } from "../http/wire.ts";
import type { AnswerWire, PassagesWire } from "../http/wire.ts";
import type { ExplainNode, WantedExplanation } from "../explain.ts";

/** Who is examined: a server, in this process or elsewhere, asked over the public contract alone. */
export type Respondent = {
  readonly ask: (question: string) => Promise<AnswerWire>;
  /** Ids of all documents, in order. */
  readonly documents: () => Promise<readonly string[]>;
  /** Text of a document, as offsets point into it; null where there is none. */
  readonly textOf: (id: string) => Promise<string | null>;
  readonly passages: (question: string) => Promise<PassagesWire["passages"]>;
  /** Why a question is answered as it is, where the house can be looked into; null where it is another's. */
  readonly explain: ((wanted: WantedExplanation) => Promise<readonly ExplainNode[]>) | null;
};

/** Who is to write the answers; null leaves it to the server, as a question that says nothing of it. */
export type AnswererWish = "extractive" | "llm" | null;

/** Sends one request; throws where nobody answers. */
export type Send = (request: Request) => Promise<Response>;

/** Passages looked at for the measures of retrieval: the most that a server gives. */
const PASSAGES = 50;

/**
 * A respondent behind HTTP: documents are fetched once.
 * @param plan.base address that paths are added to, without a slash at its end
 * @throws ParallaxError from each call: `bad-input` where what comes is not what the contract says
 */
export function httpRespondent({
  base,
  send,
  answerer,
  explain,
}: {
  readonly base: string;
  readonly send: Send;
  readonly answerer: AnswererWish;
  readonly explain: Respondent["explain"];
}): Respondent {
  const texts = new Map<string, Promise<string | null>>();
  const get = (path: string): Request => new Request(`${base}${path}`, { headers: { accept: "application/json" } });
  const readText = async (id: string): Promise<string | null> => {
    const response = await send(get(`/documents/${encodeURIComponent(id)}`));
    if (response.status === 404) return null;
    return (await read(response, documentReply, `GET /documents/${id}`)).text;
  };
  return {
    ask: async (question) => {
      const request = new Request(`${base}/ask`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ question, ...(answerer === null ? {} : { answerer }) }),
      });
      return read(await send(request), answerReply, `POST /ask with "${question}"`);
    },
    documents: async () => {
      const { documents } = await read(await send(get("/documents")), documentsReply, "GET /documents");
      return documents.map(({ id }) => id);
    },
    textOf: (id) => {
      const known = texts.get(id) ?? readText(id);
      texts.set(id, known);
      return known;
    },
    passages: async (question) => {
      const path = `/passages?q=${encodeURIComponent(question)}&limit=${PASSAGES}`;
      return (await read(await send(get(path)), passagesReply, "GET /passages")).passages;
    },
    explain,
  };
}

async function read<T>(response: Response, schema: z.ZodType<T>, what: string): Promise<T> {
  const body = parse(await response.text());
  if (!response.ok) {
    const problem = problemReply.safeParse(body);
    const detail = problem.success ? problem.data.detail : "It does not say why.";
    throw new ParallaxError("bad-input", `${what} was answered with ${response.status}. ${detail}`);
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
  throw new ParallaxError(
    "bad-input",
    `${what} was answered with what the contract does not know${where}: ${issue?.message ?? "no JSON"}. Is this a Parallax server?`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
