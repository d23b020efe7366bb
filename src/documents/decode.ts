/** A file's text, or why its bytes are none. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bad"; readonly reason: string; readonly line?: number };

/** Longest file that is read, bytes: some thirty novels, and what one worker splits in seconds. */
const MAX_BYTES = 20_000_000;

const LINE_FEED = 0x0a;

/**
 * Bytes as UTF-8 text without a byte order mark. Bytes that are no UTF-8 (halves of surrogate pairs among them), NUL characters, UTF-16 and
 * files above 20 MB are refused, with the line where there is one. Linear.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) {
    const megabytes = (bytes.length / 1_000_000).toFixed(1);
    return {
      kind: "bad",
      reason: `The file has ${megabytes} MB; a document may have ${MAX_BYTES / 1_000_000} MB. Split it.`,
    };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { kind: "bad", reason: "The file is UTF-16. Save it as UTF-8." };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const line = lineOf(bytes, nul);
    return {
      kind: "bad",
      line,
      reason: `Line ${line} holds a NUL character, so this is no text. Remove the character or the file.`,
    };
  }
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const line = firstBadLine(bytes);
    return { kind: "bad", line, reason: `Line ${line} is not UTF-8. Save the file as UTF-8.` };
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    if (feed < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = feed + 1;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line += 1;
  return line;
}
