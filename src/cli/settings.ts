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

/** Everything that can be set, from flags over environment over defaults. Paths are absolute. */
export type Settings = {
  readonly corpus: string;
  readonly index: string;
  readonly host: string;
  readonly port: number;
  readonly vectors: "auto" | "exact" | "hnsw";
  readonly embedder: EmbedderSetting;
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

/** Only its own variables count: a key of OpenAI's that happens to lie in the environment is not sent anywhere. */
function readEndpoint(model: string, env: SettingSources["env"]): EmbedderSetting {
  const value = env["PARALLAX_EMBEDDINGS_URL"] || OPENAI_URL;
  const baseUrl = check(
    { name: "PARALLAX_EMBEDDINGS_URL", value: hidePassword(value), allowed: "an http or https address" },
    webAddress,
  );
  if (baseUrl.username !== "" || baseUrl.password !== "") {
    const message =
      "PARALLAX_EMBEDDINGS_URL carries a user name or password. Put the key into PARALLAX_EMBEDDINGS_KEY.";
    throw new ParallaxError("wrong-setting", message, { details: { setting: "PARALLAX_EMBEDDINGS_URL" } });
  }
  return { kind: "openai", model, baseUrl, key: env["PARALLAX_EMBEDDINGS_KEY"] || null };
}

/** An address as it may be shown in an error. */
const hidePassword = (address: string): string => address.replace(/\/\/[^/@]*@/, "//…@");

/** What leaves the machine with these settings, and where to; a sentence without its full stop. */
export function describeTraffic({ embedder }: Settings): string {
  switch (embedder.kind) {
    case "folder":
      return "nothing leaves this machine";
    case "hugging-face":
      return `nothing leaves this machine but the download of ${embedder.id} from huggingface.co, once`;
    case "openai":
      return `documents and questions go to ${embedder.baseUrl.origin} to be embedded`;
  }
}
