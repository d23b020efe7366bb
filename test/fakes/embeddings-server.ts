import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { hashingEmbedder } from "./hashing-embedder.ts";

/** An OpenAI-compatible embeddings server on 127.0.0.1. */
export type EmbeddingsServer = {
  readonly baseUrl: URL;
  /** What was asked, in order of arrival. */
  readonly asked: readonly {
    readonly input: readonly string[];
    readonly authorization: string | null;
    readonly body: unknown;
  }[];
  close(): Promise<void>;
};

/** What the next requests get instead of embeddings; null leaves the request to the hashing embedder. */
export type Misbehaviour = (input: readonly string[], request: Request) => Response | Promise<Response | null> | null;

/** Serves the hashing embedder's vectors, scaled by 3 so that a client has to normalise; `misbehave` may answer first. */
export async function startEmbeddingsServer(misbehave: Misbehaviour = () => null): Promise<EmbeddingsServer> {
  const embedder = hashingEmbedder(32);
  const asked: { input: readonly string[]; authorization: string | null; body: unknown }[] = [];
  const app = new Hono();
  app.post("/v1/embeddings", async (c) => {
    const body = await c.req.json<{ input: string[] }>();
    asked.push({ input: body.input, authorization: c.req.header("authorization") ?? null, body });
    const odd = await misbehave(body.input, c.req.raw);
    if (odd !== null) return odd;
    const vectors = await embedder.embedTexts(body.input);
    const data = vectors.map((vector, index) => ({
      object: "embedding",
      index,
      embedding: Array.from(vector, (x) => 3 * x),
    }));
    return c.json({
      object: "list",
      data: data.toReversed(),
      model: "fake",
      usage: { prompt_tokens: 0, total_tokens: 0 },
    });
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({
        baseUrl: new URL(`http://127.0.0.1:${port}/v1`),
        asked,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      }),
    );
  });
}
