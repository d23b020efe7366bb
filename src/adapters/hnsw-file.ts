import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { ParallaxError } from "../errors.ts";

/**
 * A graph file of ours: hnswlib's own format has no checksum and no word about what it was made from, and it crashes on flipped bits.
 *
 *     0   8 bytes  magic "PLXHNSW\0"
 *     8   u32 LE   version of this format
 *     12  u32 LE   dimensions
 *     16  u32 LE   number of vectors
 *     20  u32 LE   metric: 1 = inner product of unit vectors
 *     24  32 bytes SHA-256 of the vectors
 *     56  32 bytes SHA-256 of bytes 0…55 and of the body
 *     88  …        what hnswlib wrote
 */
const MAGIC = "PLXHNSW\0";
const VERSION = 1;
const INNER_PRODUCT = 1;
const CHECKSUM_AT = 56;
const BODY_AT = 88;
/** Hashed at a stretch: about 10 ms, so that questions are not held up while 200 MB are verified. */
const HASH_STEP = 8 * 1024 * 1024;

/** What a graph was built from. */
export type GraphOrigin = { readonly vectors: Float32Array; readonly dimensions: number };

/** Our file: header and body. */
export async function sealGraph(body: Uint8Array, origin: GraphOrigin): Promise<Uint8Array> {
  const file = Buffer.alloc(BODY_AT + body.length);
  (await headerOf(origin)).copy(file);
  file.set(body, BODY_AT);
  (await checksumOf(file)).copy(file, CHECKSUM_AT);
  return new Uint8Array(file.buffer, file.byteOffset, file.length);
}

/**
 * The body of a file, once it is known to be whole and made from just these vectors.
 * @throws ParallaxError `index-damaged` (cut or altered) or `index-incompatible` (made from something else; names both)
 */
export async function openGraph(file: Uint8Array, origin: GraphOrigin): Promise<Uint8Array> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length < BODY_AT || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) {
    throw damaged(`it has ${bytes.length} bytes and does not begin like one`);
  }
  const version = bytes.readUInt32LE(8);
  // Read before the checksum: another version may lay its header out differently.
  if (version !== VERSION) throw incompatible("version", version, VERSION);
  const found = bytes.subarray(CHECKSUM_AT, BODY_AT);
  const expected = await checksumOf(bytes);
  if (!found.equals(expected)) {
    throw damaged(`its SHA-256 is ${expected.toString("hex")}, its header says ${found.toString("hex")}`);
  }
  const header = await headerOf(origin);
  const fields: readonly (readonly [string, number])[] = [
    ["dimensions", 12],
    ["number of vectors", 16],
    ["metric", 20],
  ];
  for (const [field, at] of fields) {
    if (bytes.readUInt32LE(at) !== header.readUInt32LE(at)) {
      throw incompatible(field, bytes.readUInt32LE(at), header.readUInt32LE(at));
    }
  }
  const vectors = bytes.toString("hex", 24, CHECKSUM_AT);
  const ours = header.toString("hex", 24, CHECKSUM_AT);
  if (vectors !== ours) throw incompatible("vectors", vectors, ours);
  return bytes.subarray(BODY_AT);
}

async function headerOf({ vectors, dimensions }: GraphOrigin): Promise<Buffer> {
  const header = Buffer.alloc(BODY_AT);
  header.write(MAGIC, "latin1");
  header.writeUInt32LE(VERSION, 8);
  header.writeUInt32LE(dimensions, 12);
  header.writeUInt32LE(vectors.length / dimensions, 16);
  header.writeUInt32LE(INNER_PRODUCT, 20);
  (await sha256([new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength)])).copy(header, 24);
  return header;
}

function checksumOf(file: Buffer): Promise<Buffer> {
  return sha256([file.subarray(0, CHECKSUM_AT), file.subarray(BODY_AT)]);
}

async function sha256(parts: readonly Uint8Array[]): Promise<Buffer> {
  const hash = createHash("sha256");
  for (const part of parts) {
    for (let at = 0; at < part.length; at += HASH_STEP) {
      if (at > 0) await setImmediate();
      hash.update(part.subarray(at, at + HASH_STEP));
    }
  }
  return hash.digest();
}

function damaged(how: string): ParallaxError {
  return new ParallaxError("index-damaged", `The vector graph is damaged: ${how}. Run "parallax index rebuild".`);
}

function incompatible(field: string, found: number | string, expected: number | string): ParallaxError {
  return new ParallaxError(
    "index-incompatible",
    `The vector graph was made with ${field} ${found}, this index has ${expected}. Run "parallax index rebuild".`,
    { details: { field, found, expected } },
  );
}
