import type { Hash } from "../ports.ts";

/** What a derived file is and which generation it belongs to. */
export type SealKind = { readonly kind: "bm25" | "hnsw"; readonly generation: string };

/**
 * Puts a line of text before the bytes of a derived file: format, kind, generation, SHA-256 of the bytes. Derived files stand outside
 * the manifest, because they can be made again from what stands in it.
 */
export function seal(body: Uint8Array, of: SealKind, hash: Hash): Uint8Array {
  const header = new TextEncoder().encode(headerOf(body, of, hash));
  const sealed = new Uint8Array(header.length + body.length);
  sealed.set(header);
  sealed.set(body, header.length);
  return sealed;
}

/** The bytes behind the line, or null where anything of the line or the bytes is not as `seal` wrote it. */
export function unseal(sealed: Uint8Array, of: SealKind, hash: Hash): Uint8Array | null {
  const end = sealed.indexOf(0x0a) + 1;
  const body = sealed.subarray(end);
  const header = new TextDecoder().decode(sealed.subarray(0, end));
  return header === headerOf(body, of, hash) ? body : null;
}

function headerOf(body: Uint8Array, of: SealKind, hash: Hash): string {
  return `parallax-derived 1 ${of.kind} ${of.generation} ${hash.sha256(body)}\n`;
}
