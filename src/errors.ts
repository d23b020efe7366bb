/** Every way in which Parallax refuses; the message always says what, which one, and what to do next. */
export type ErrorCode =
  | "bad-input"
  | "not-found"
  | "corpus-unreadable"
  | "index-missing"
  | "index-incompatible"
  | "index-damaged"
  | "index-locked"
  | "model-damaged"
  | "model-missing"
  | "embedder-failed"
  | "disk-full"
  | "disk-failed"
  | "port-taken"
  | "wrong-setting"
  | "aborted"
  | "internal";

/** The one error class of the project. `details` is plain data for logs and problem documents; never a secret. */
export class ParallaxError extends Error {
  override readonly name = "ParallaxError";
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; details?: Record<string, unknown> }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options?.details ?? {};
  }
}
