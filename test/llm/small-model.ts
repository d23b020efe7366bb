import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { linesOf } from "./lines-of.ts";

/** What the shim says of a request: `begun` when the model takes it up, `ended` when it has done with it. */
export type ModelEvent =
  | { readonly event: "ready"; readonly port: number; readonly model: string; readonly ms: number }
  | { readonly event: "begun"; readonly promptTokens: number }
  | {
      readonly event: "ended";
      readonly reason: string;
      readonly promptTokens: number;
      /** Tokens of the prompt that the model has read, those it remembered from the request before among them; 0 where it had to read none. */
      readonly read: number;
      readonly tokens: number;
      /** To the first piece of text; null where there was none. */
      readonly firstMs: number | null;
      readonly ms: number;
    };

/** A small model behind an OpenAI-compatible server on this machine. */
export type SmallModel = {
  readonly model: string;
  /** With /v1, as `OPENAI_BASE_URL` wants it. */
  readonly url: string;
  readonly readyMs: number;
  /** All that was said so far. */
  readonly events: readonly ModelEvent[];
  /** The n-th event of its kind, from 0, as soon as it was said. */
  readonly nth: <K extends ModelEvent["event"]>(kind: K, n: number) => Promise<Extract<ModelEvent, { event: K }>>;
  readonly count: (kind: ModelEvent["event"]) => number;
  readonly stop: () => Promise<void>;
};

/** Starts the model that PARALLAX_TEST_GGUF and PARALLAX_TEST_LLAMA name. */
export async function startSmallModel(): Promise<SmallModel> {
  const { PARALLAX_TEST_GGUF: weights = "", PARALLAX_TEST_LLAMA: folder = "" } = process.env;
  const shim = fileURLToPath(new URL("shim.mjs", import.meta.url));
  const child = spawn(process.execPath, [shim, weights, folder], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const lines = linesOf(child, (line) => JSON.parse(line) as ModelEvent);
  const nth: SmallModel["nth"] = async (kind, n) =>
    (await lines.find((all) => all.filter(({ event }) => event === kind)[n])) as never;
  const ready = await nth("ready", 0);
  return {
    model: ready.model,
    url: `http://127.0.0.1:${ready.port}/v1`,
    readyMs: ready.ms,
    events: lines.all,
    nth,
    count: (kind) => lines.all.filter(({ event }) => event === kind).length,
    stop: lines.stop,
  };
}
