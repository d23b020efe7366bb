const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Vectors of one length, one after the other, as Float32 in little-endian order. */
export function floatsToBytes(vectors: readonly Float32Array[]): Uint8Array {
  const floats = new Float32Array(vectors.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const vector of vectors) {
    floats.set(vector, at);
    at += vector.length;
  }
  const bytes = new Uint8Array(floats.buffer);
  return isLittleEndian ? bytes : swapped(bytes);
}

/** The numbers that little-endian bytes stand for; a view without a copy where the machine allows it. */
export function bytesToFloats(bytes: Uint8Array): Float32Array {
  const width = Float32Array.BYTES_PER_ELEMENT;
  if (!isLittleEndian) return bytesToFloatsOf(swapped(bytes));
  return bytes.byteOffset % width === 0 ? bytesToFloatsOf(bytes) : bytesToFloatsOf(bytes.slice());
}

function bytesToFloatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / Float32Array.BYTES_PER_ELEMENT));
}

function swapped(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at + 4 <= copy.length; at += 4) copy.subarray(at, at + 4).reverse();
  return copy;
}
