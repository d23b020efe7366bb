import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ParallaxError } from "../errors.ts";

/** The files of a model folder, as found. */
export type ModelFiles = {
  /** `onnx/model_quantized.onnx` is there, rather than only `onnx/model.onnx`. */
  readonly quantized: boolean;
  /** Hex SHA-256 over the names and hashes of all files that decide what a vector is. */
  readonly fingerprint: string;
};

/** Whether a folder must carry `SHA256SUMS`: the shipped one must, another is checked where it has one. */
export type ChecksumRule = "required" | "where-listed";

const CHECKSUM_LIST = "SHA256SUMS";
const QUANTIZED = "onnx/model_quantized.onnx";
const FULL = "onnx/model.onnx";

/**
 * Reads and hashes each file of a model folder once and compares it with the folder's `SHA256SUMS` (the format of `sha256sum`).
 * @throws ParallaxError `model-missing` (a file is not there), `model-damaged` (a file is not the listed one; names both hashes)
 */
export async function checkModelFiles(folder: string, rule: ChecksumRule): Promise<ModelFiles> {
  const listed = await readChecksums(folder, rule);
  const quantized =
    listed.has(QUANTIZED) || !(await exists(join(folder, FULL))) || (await exists(join(folder, QUANTIZED)));
  const names = [quantized ? QUANTIZED : FULL, "tokenizer.json", "config.json", "tokenizer_config.json"];
  const all = createHash("sha256");
  for (const name of names) {
    const found = createHash("sha256")
      .update(await readModelFile(folder, name))
      .digest("hex");
    const expected = listed.get(name);
    if (expected !== undefined && expected !== found) {
      throw new ParallaxError(
        "model-damaged",
        `Model file "${join(folder, name)}" is damaged: its SHA-256 is ${found}, ${CHECKSUM_LIST} says ${expected}. ` +
          "Restore the file (git checkout, or download the model again).",
        { details: { file: name, found, expected } },
      );
    }
    if (expected === undefined && rule === "required") {
      throw new ParallaxError(
        "model-damaged",
        `"${join(folder, CHECKSUM_LIST)}" lists no "${name}". Restore the list.`,
      );
    }
    all.update(`${found}  ${name}\n`);
  }
  return { quantized, fingerprint: all.digest("hex") };
}

async function readChecksums(folder: string, rule: ChecksumRule): Promise<ReadonlyMap<string, string>> {
  if (rule === "where-listed" && !(await exists(join(folder, CHECKSUM_LIST)))) return new Map();
  const text = (await readModelFile(folder, CHECKSUM_LIST)).toString("utf8");
  const rows = new Map<string, string>();
  for (const line of text.split("\n")) {
    const row = /^([0-9a-f]{64}) [ *](\S.*)$/.exec(line.trim());
    if (row?.[1] !== undefined && row[2] !== undefined) rows.set(row[2], row[1]);
  }
  return rows;
}

async function readModelFile(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw new ParallaxError(
      "model-missing",
      `Model file "${join(folder, name)}" cannot be read. Restore the folder, or name another with PARALLAX_EMBEDDER.`,
      { cause, details: { file: name } },
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
