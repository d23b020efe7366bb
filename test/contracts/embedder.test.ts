import { describe } from "vitest";
import { openOpenaiEmbedder } from "../../src/adapters/openai-embedder.ts";
import { openTransformersEmbedder } from "../../src/adapters/transformers-embedder.ts";
import { startEmbeddingsServer } from "../fakes/embeddings-server.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";
import { describesEmbedder } from "./embedder.ts";

const modelFolder = "models/bge-small-en-v1.5";

describe("the hashing embedder is an embedder", () => {
  describesEmbedder(async () => hashingEmbedder());
});

describe("the shipped model is an embedder", () => {
  describesEmbedder(() => openTransformersEmbedder({ modelFolder, workers: 2 }));
});

describe("an OpenAI-compatible server is an embedder", () => {
  describesEmbedder(async () => {
    const server = await startEmbeddingsServer();
    const embedder = await openOpenaiEmbedder({
      model: "fake",
      baseUrl: server.baseUrl,
      key: null,
      tokenizerFolder: modelFolder,
      workers: 1,
    });
    return { ...embedder, close: () => embedder.close().then(() => server.close()) };
  });
});
