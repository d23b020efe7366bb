import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { LOG_LEVELS } from "../adapters/pino-log.ts";
import { isModelId } from "../adapters/model-download.ts";
import { ParallaxError } from "../errors.ts";

/** What turns text into vectors. */
export type EmbedderSetting =
  | { readonly kind: "folder"; readonly folder: string; readonly shipped: boolean }
  | { readonly kind: "hugging-face"; readonly id: string; readonly cacheFolder: string }
  | { readonly kind: "openai"; readonly model: string; readonly baseUrl: URL; readonly key: string | null };

/** An OpenAI-compatible server for language models, and how long and how much it may write. */
export type WriterSetting = {
  readonly model: string;
  readonly baseUrl: URL;
  readonly key: string | null;
  /** Seconds in all; a quarter of them for the first words, half for any silence. */
  readonly timeoutS: number;
  /** Tokens of a prompt and its reply together. */
  readonly contextTokens: number;
};

/** Everything that can be set, from flags over environment over defaults. Paths are absolute. */
export type Settings = {
  readonly corpus: string;
  readonly index: string;
  readonly host: string;
  readonly port: number;
  readonly vectors: "auto" | "exact" | "hnsw";
  readonly embedder: EmbedderSetting;
  /** The language model that words answers; null where none is configured. */
  readonly writer: WriterSetting | null;
  /** Origins whose pages may embed the widget, as browsers send them. */
  readonly origins: readonly string[];
  /** Null where nobody has set it: commands then choose. */
  readonly log: (typeof LOG_LEVELS)[number] | null;
};

/** Flags as commander gives them; all are text. */
export type Flags = Readonly<Partial<Record<"corpus" | "index" | "host" | "port" | "vectors" | "embedder", string>>>;

/** Where settings come from. */
export type SettingSources = {
  readonly flags: Flags;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly isFolder: (path: string) => boolean;
};

/** The folder that holds package.json, corpus/ and models/, from `src/cli` as from `dist/cli`. */
export const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

/** Folder of the model that ships. */
export const shippedModel = join(packageFolder, "models", "bge-small-en-v1.5");

const DEFAULT_PORT = "8787";
const OPENAI_URL = "https://api.openai.com/v1";

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(0).max(65_535));
const webAddress = z.url({ protocol: /^https?$/ }).transform((address) => new URL(address));

/**
 * Reads all settings. An empty value counts as not set.
 * @throws ParallaxError `wrong-setting` naming the flag or variable, the value and what is allowed; never the value of a key
 */
export function readSettings({ flags, env, cwd, isFolder }: SettingSources): Settings {
  const pick = (flag: keyof Flags): { readonly name: string; readonly value: string | undefined } => {
    const variable = `PARALLAX_${flag.toUpperCase()}`;
    return flags[flag]
      ? { name: `--${flag}`, value: flags[flag] }
      : { name: variable, value: env[variable] || undefined };
  };
  const read = <T>(
    flag: keyof Flags,
    schema: z.ZodType<T>,
    rule: { readonly otherwise: string; readonly allowed: string },
  ): T => {
    const { name, value } = pick(flag);
    return check({ name, value: value ?? rule.otherwise, allowed: rule.allowed }, schema);
  };
  const folder = (flag: "corpus" | "index"): string => resolve(cwd, pick(flag).value ?? join(packageFolder, flag));
  return {
    corpus: folder("corpus"),
    index: folder("index"),
    host: read("host", z.string().regex(/^[\w.:-]+$/), {
      otherwise: "127.0.0.1",
      allowed: "a host name or an IP address",
    }),
    port: read("port", port, { otherwise: DEFAULT_PORT, allowed: "a number from 0 (any free port) to 65535" }),
    vectors: read("vectors", z.enum(["auto", "exact", "hnsw"]), { otherwise: "auto", allowed: "auto, exact or hnsw" }),
    embedder: readEmbedder(pick("embedder"), { env, cwd, isFolder }),
    writer: readWriter(env),
    origins: readOrigins(env["PARALLAX_ORIGINS"] ?? ""),
    log: env["PARALLAX_LOG"]
      ? check({ name: "PARALLAX_LOG", value: env["PARALLAX_LOG"], allowed: LOG_LEVELS.join(", ") }, z.enum(LOG_LEVELS))
      : null,
  };
}

/** Origins between commas or blanks. A wildcard or a path is refused: it would be taken for more, or for less, than it says. */
function readOrigins(value: string): readonly string[] {
  const allowed = 'origins between commas, such as "https://news.example, http://127.0.0.1:8080"; no path, no *';
  const origin = z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text);
  return value
    .split(/[\s,]+/)
    .filter((text) => text !== "")
    .map((text) => check({ name: "PARALLAX_ORIGINS", value: hidePassword(text), allowed }, origin));
}

function check<T>(
  given: { readonly name: string; readonly value: string; readonly allowed: string },
  schema: z.ZodType<T>,
): T {
  const parsed = schema.safeParse(given.value);
  if (parsed.success) return parsed.data;
  const message = `${given.name} is "${given.value}". Allowed: ${given.allowed}.`;
  throw new ParallaxError("wrong-setting", message, { details: { setting: given.name } });
}

function readEmbedder(
  { name, value }: { readonly name: string; readonly value: string | undefined },
  { env, cwd, isFolder }: Omit<SettingSources, "flags">,
): EmbedderSetting {
  if (value === undefined) return { kind: "folder", folder: shippedModel, shipped: true };
  if (value.startsWith("openai:") && value !== "openai:") return readEndpoint(value.slice("openai:".length), env);
  const folder = resolve(cwd, value);
  if (isFolder(folder)) return { kind: "folder", folder, shipped: folder === shippedModel };
  if (isModelId(value)) {
    const cache = env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
    return { kind: "hugging-face", id: value, cacheFolder: join(cache, "parallax", "models") };
  }
  const allowed = 'a folder that exists, a Hugging Face id such as "Xenova/bge-base-en-v1.5", or openai:MODEL';
  throw new ParallaxError("wrong-setting", `${name} is "${value}". Allowed: ${allowed}.`, {
    details: { setting: name },
  });
}

const DEFAULT_TIMEOUT_S = "20";
const DEFAULT_CONTEXT_TOKENS = "8192";
const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.int().min(low).max(high));

/** A model is used where it is named, and a key or an address beside it; a key alone changes nothing. */
function readWriter(env: SettingSources["env"]): WriterSetting | null {
  const model = env["OPENAI_MODEL"];
  const key = env["OPENAI_API_KEY"] || null;
  const address = env["OPENAI_BASE_URL"] || null;
  if (!model) return null;
  if (key === null && address === null) {
    const message = `OPENAI_MODEL is "${model}", and nothing says where it is. Set OPENAI_BASE_URL or OPENAI_API_KEY too, or unset it.`;
    throw new ParallaxError("wrong-setting", message, { details: { setting: "OPENAI_MODEL" } });
  }
  const seconds = { name: "PARALLAX_LLM_TIMEOUT", value: env["PARALLAX_LLM_TIMEOUT"] || DEFAULT_TIMEOUT_S };
  const tokens = { name: "PARALLAX_LLM_CONTEXT", value: env["PARALLAX_LLM_CONTEXT"] || DEFAULT_CONTEXT_TOKENS };
  return {
    model,
    baseUrl: readAddress({ name: "OPENAI_BASE_URL", keyIn: "OPENAI_API_KEY", value: address ?? OPENAI_URL }),
    key,
    timeoutS: check({ ...seconds, allowed: "whole seconds from 1 to 3600" }, whole(1, 3600)),
    contextTokens: check({ ...tokens, allowed: "tokens from 2048 to 1000000" }, whole(2048, 1_000_000)),
  };
}

/** Only its own variables count: a key of OpenAI's that happens to lie in the environment is not sent anywhere. */
function readEndpoint(model: string, env: SettingSources["env"]): EmbedderSetting {
  const value = env["PARALLAX_EMBEDDINGS_URL"] || OPENAI_URL;
  const baseUrl = readAddress({ name: "PARALLAX_EMBEDDINGS_URL", keyIn: "PARALLAX_EMBEDDINGS_KEY", value });
  return { kind: "openai", model, baseUrl, key: env["PARALLAX_EMBEDDINGS_KEY"] || null };
}

/** The address of a server, with nothing secret in it. */
function readAddress(given: { readonly name: string; readonly keyIn: string; readonly value: string }): URL {
  const { name, keyIn, value } = given;
  const baseUrl = check({ name, value: hidePassword(value), allowed: "an http or https address" }, webAddress);
  if (baseUrl.username !== "" || baseUrl.password !== "") {
    const message = `${name} carries a user name or password. Put the key into ${keyIn}.`;
    throw new ParallaxError("wrong-setting", message, { details: { setting: name } });
  }
  return baseUrl;
}

/** An address as it may be shown in an error. */
const hidePassword = (address: string): string => address.replace(/\/\/[^/@]*@/, "//…@");

/** Hosts that are this machine. */
const isThisMachine = ({ hostname }: URL): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname);

/** What leaves the machine with these settings, and where to; a sentence without its full stop. */
export function describeTraffic({ embedder, writer }: Settings): string {
  const leaves: string[] = [];
  const stays: string[] = [];
  const say = (url: URL, what: string): void => {
    if (isThisMachine(url)) stays.push(`${what} go to ${url.origin}, which is this machine`);
    else leaves.push(`${what} go to ${url.origin}`);
  };
  if (embedder.kind === "openai") say(embedder.baseUrl, "documents and questions to be embedded");
  if (writer) say(writer.baseUrl, "questions, conversations and the quotes of an answer to be worded");
  const download = embedder.kind === "hugging-face" ? `the download of ${embedder.id} from huggingface.co, once` : null;
  if (leaves.length > 0) return [...leaves, ...(download === null ? [] : [download]), ...stays].join("; ");
  return [`nothing leaves this machine${download === null ? "" : ` but ${download}`}`, ...stays].join("; ");
}

/** Who words answers, with these settings. */
export const describeAnswerer = ({ writer }: Settings): string =>
  writer === null
    ? "answerer extractive"
    : `answerer ${writer.model} at ${writer.baseUrl.origin}, extractive where it fails`;
