/** Where a command writes: answers to `out`, progress and complaints to `err`. */
export type Terminal = {
  /** One or more whole lines; the last line end is added. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Redraws the last line of stderr; null where that is no terminal. */
  readonly redraw: ((line: string) => void) | null;
  readonly paint: Paint;
  /** Text of a document as it may be shown: a terminal gets no control characters, a pipe gets every byte. */
  readonly show: (text: string) => string;
};

/** Emphasis; the text as it is where there is no colour. */
export type Paint = Readonly<Record<"strong" | "faint" | "alarm", (text: string) => string>>;

/** A stream as far as a terminal needs it. */
export type Stream = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
};

const ESCAPE = "\u001b[";
const wrap = (code: string) => (text: string) => `${ESCAPE}${code}m${text}${ESCAPE}0m`;
const plain = (text: string): string => text;

const COLOURS: Paint = { strong: wrap("1"), faint: wrap("2"), alarm: wrap("33") };
const NO_COLOURS: Paint = { strong: plain, faint: plain, alarm: plain };

/** Control characters but tab and line feed: in a document they could rewrite the screen. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Columns where the stream does not say. */
const DEFAULT_COLUMNS = 80;

/** The terminal of a process: colour on a TTY only, and never with NO_COLOR (no-color.org). */
export function openTerminal(streams: {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Terminal {
  const { stdout, stderr, env } = streams;
  const isColoured = stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const redraw = (line: string): void => {
    stderr.write(`\r${ESCAPE}K${line.slice(0, (stderr.columns ?? DEFAULT_COLUMNS) - 1)}`);
  };
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    redraw: stderr.isTTY === true && env["TERM"] !== "dumb" ? redraw : null,
    paint: isColoured ? COLOURS : NO_COLOURS,
    show: stdout.isTTY === true ? (text) => text.replace(CONTROLS, "\ufffd") : plain,
  };
}
