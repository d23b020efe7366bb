import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ParallaxError } from "../errors.ts";

/** A model of the Hugging Face hub, and where downloaded models are kept. */
export type DownloadPlan = {
  /** "Xenova/bge-base-en-v1.5". */
  readonly id: string;
  readonly cacheFolder: string;
  /** Default: the hub. */
  readonly host?: URL;
};

const HUB = new URL("https://huggingface.co/");
const FILES = ["onnx/model_quantized.onnx", "tokenizer.json", "config.json", "tokenizer_config.json"];
/** For one file; 400 MB at 1 MB/s. */
const FILE_TIMEOUT_MS = 400_000;

/** Whether a setting looks like the id of a model on the hub: an owner and a name. */
export function isModelId(setting: string): boolean {
  return /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/.test(setting);
}

/**
 * The folder of a model in the cache; downloads it where it is not there yet. The checksums of the first download are written beside
 * it as SHA256SUMS and hold from then on. A download that is cut short leaves nothing.
 * @throws ParallaxError `wrong-setting` (no such id), `model-missing` (it cannot be downloaded; names the address)
 */
export async function downloadModel(plan: DownloadPlan): Promise<string> {
  if (!isModelId(plan.id))
    throw new ParallaxError("wrong-setting", `"${plan.id}" is no model id like "Xenova/bge-base-en-v1.5".`);
  const folder = join(plan.cacheFolder, plan.id);
  if (await exists(join(folder, "SHA256SUMS"))) return folder;
  const fresh = join(plan.cacheFolder, `.download-${randomUUID()}`);
  try {
    const sums: string[] = [];
    for (const name of FILES) {
      const address = new URL(`${plan.id}/resolve/main/${name}`, plan.host ?? HUB);
      sums.push(`${await downloadFile(address, join(fresh, name))}  ${name}\n`);
    }
    await writeFile(join(fresh, "SHA256SUMS"), sums.join(""));
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await rename(fresh, folder);
    return folder;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function downloadFile(address: URL, path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await mkdir(dirname(path), { recursive: true });
    const response = await fetch(address, { signal: AbortSignal.timeout(FILE_TIMEOUT_MS) });
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
    const hashing = new Transform({
      transform(part: Buffer, _encoding, done) {
        hash.update(part);
        done(null, part);
      },
    });
    await pipeline(Readable.fromWeb(response.body), hashing, createWriteStream(path));
    return hash.digest("hex");
  } catch (cause) {
    const message = `"${address.href}" cannot be downloaded: ${cause instanceof Error ? cause.message : String(cause)}.`;
    throw new ParallaxError("model-missing", `${message} Look at the model's name and the network.`, { cause });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
