import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ParallaxError } from "../errors.ts";

/** The files of a model folder, as found. */
export type ModelFiles = {
  /** `onnx/model_quantized.onnx` is there, rather than only `onnx/model.onnx`. */
  readonly quantized: boolean;
  /** Hex SHA-256 over the names and hashes of all files that decide what a vector is. */
  readonly fingerprint: string;
  /** A text and its vector as it was when the model was added, from `canary.json`; null where there is none. */
  readonly canary: Canary | null;
};

/** What a model must still make of a text: good files can be run by a runtime that computes something else. */
export type Canary = { readonly text: string; readonly vector: readonly number[] };

/** Whether a folder must carry `SHA256SUMS`: the shipped one must, another is checked where it has one. */
export type ChecksumRule = "required" | "where-listed";

const CHECKSUM_LIST = "SHA256SUMS";
const QUANTIZED = "onnx/model_quantized.onnx";
const FULL = "onnx/model.onnx";
const CANARY = "canary.json";
const canarySchema = z.object({ text: z.string(), vector: z.array(z.number()).min(1) });

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
    const bytes = await readModelFile(folder, name);
    all.update(`${compareChecksum({ folder, name, bytes, expected: listed.get(name), rule })}  ${name}\n`);
  }
  const hasCanary = listed.has(CANARY) || (await exists(join(folder, CANARY)));
  const canary = hasCanary ? await readModelFile(folder, CANARY) : null;
  if (canary !== null) compareChecksum({ folder, name: CANARY, bytes: canary, expected: listed.get(CANARY), rule });
  return {
    quantized,
    fingerprint: all.digest("hex"),
    canary: canary === null ? null : canarySchema.parse(JSON.parse(canary.toString("utf8"))),
  };
}

/** The hash of a file, once it is the listed one. */
function compareChecksum(file: {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: string | undefined;
  readonly rule: ChecksumRule;
}): string {
  const { folder, name, expected } = file;
  const found = createHash("sha256").update(file.bytes).digest("hex");
  if (expected === undefined && file.rule === "required") {
    throw new ParallaxError(
      "model-damaged",
      `"${join(folder, CHECKSUM_LIST)}" does not list "${name}", whose SHA-256 is ${found}. Restore the list.`,
      { details: { file: name, found } },
    );
  }
  if (expected !== undefined && expected !== found) {
    throw new ParallaxError(
      "model-damaged",
      `Model file "${join(folder, name)}" is damaged: its SHA-256 is ${found}, ${CHECKSUM_LIST} says ${expected}. ` +
        "Restore the file (git checkout, or download the model again).",
      { details: { file: name, found, expected } },
    );
  }
  return found;
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
