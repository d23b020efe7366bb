import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { ParallaxError } from "../errors.ts";
import type { Feedback } from "../ports.ts";

/** Largest file of feedback, in bytes: some hundred thousand verdicts. Anybody may send them; a disk may not be filled so. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Keeps feedback in a file, one JSON object a line, each with `receivedAt`. Lines are written one after the other, whole and durable; a line that a
 * crash cut is ended before the next one. The file is readable by its owner alone: it holds what people wrote.
 */
export function openFsFeedback(file: string, maxBytes = MAX_FILE_BYTES): Feedback {
  let last: Promise<unknown> = Promise.resolve();
  return {
    keep: async (entry) => {
      const line = `${JSON.stringify({ receivedAt: new Date().toISOString(), ...entry })}\n`;
      const kept = last.then(async () => append(file, line, maxBytes));
      last = kept.catch(() => {});
      return kept;
    },
  };
}

async function append(file: string, line: string, maxBytes: number): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const opened = await open(file, "a+", 0o600);
    try {
      const { size } = await opened.stat();
      const text = size > 0 && !(await endsLine(opened, size)) ? `\n${line}` : line;
      if (size + Buffer.byteLength(text) > maxBytes) {
        const message = `"${file}" holds all the feedback it may (${maxBytes} bytes). Import it and move it away.`;
        throw new ParallaxError("disk-full", message);
      }
      await opened.appendFile(text);
      await opened.datasync();
    } finally {
      await opened.close();
    }
  } catch (cause) {
    if (cause instanceof ParallaxError) throw cause;
    const full = cause instanceof Error && "code" in cause && cause.code === "ENOSPC";
    const message = `Feedback could not be written to "${file}". Look at its disk and its permissions.`;
    throw new ParallaxError(full ? "disk-full" : "disk-failed", message, { cause });
  }
}

async function endsLine(opened: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  const { buffer } = await opened.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === 0x0a;
}
