import { isMap, isScalar, parseDocument } from "yaml";

/** Why a file's front matter cannot be taken, and the line of the file where that is. */
export type Refusal = { readonly kind: "refused"; readonly reason: string; readonly line: number };

/** A file parted at the closing line of its front matter; `yaml` is null where it has none. */
export type Parted = { readonly kind: "parted"; readonly yaml: string | null; readonly body: string };

/** Longest front matter that is parsed, UTF-16 units: headlines and links are short, and a parser's time is not. */
const MAX_FRONT_MATTER = 65_536;

/** The line after the opening fence. */
const FIRST_YAML_LINE = 2;

/**
 * Parts a file's text at its front matter: YAML between a first line `---` and the next line `---`. The body is everything after the
 * closing line. A first line such as `---js` is refused, for other languages are run, not read.
 */
export function partFrontMatter(text: string): Parted | Refusal {
  const first = /^---[ \t]*([a-z]\w{0,20})?[ \t]*(?:\r\n|\n|\r|$)/iu.exec(text);
  if (!first) return { kind: "parted", yaml: null, body: text };
  if (first[1] !== undefined && first[1].toLowerCase() !== "yaml") {
    const reason = `Line 1: front matter in "${first[1]}" is not read, only YAML. Write the fence as "---".`;
    return { kind: "refused", reason, line: 1 };
  }
  const closing = /^---[ \t]*(?:\r\n|\n|\r|$)/gmu;
  closing.lastIndex = first[0].length;
  const last = closing.exec(text);
  if (!last)
    return { kind: "refused", reason: 'Line 1 opens front matter that no line "---" closes. Add that line.', line: 1 };
  if (last.index - first[0].length > MAX_FRONT_MATTER) {
    return {
      kind: "refused",
      reason: `The front matter is longer than ${MAX_FRONT_MATTER} characters. Shorten it.`,
      line: 1,
    };
  }
  return {
    kind: "parted",
    yaml: text.slice(first[0].length, last.index),
    body: text.slice(last.index + last[0].length),
  };
}

/** One field of the front matter: its text as written, without quotation marks, or what it is instead. */
export type Field =
  | { readonly value: string; readonly line: number }
  | { readonly value: null; readonly line: number; readonly is: string };

/** Fields by name. */
export type Fields = { readonly kind: "fields"; readonly fields: ReadonlyMap<string, Field> };

/**
 * The fields of front matter by name. Values stay text as written: 2024 is "2024". Empty ones are left out. Anchors are not
 * followed and tags not obeyed: nothing in a file makes the parser do or build anything.
 */
export function readFields(yaml: string): Fields | Refusal {
  const fields = new Map<string, Field>();
  try {
    const parsed = parseDocument(yaml, { prettyErrors: true, logLevel: "silent" });
    const error = parsed.errors[0];
    if (error) {
      const line = (error.linePos?.[0].line ?? 1) + FIRST_YAML_LINE - 1;
      const what = error.message.split(/ at line |\n/u, 1)[0] ?? error.code;
      return { kind: "refused", reason: `Line ${line}: the front matter is not YAML (${what}). Correct it.`, line };
    }
    const { contents } = parsed;
    if (contents === null || (isScalar(contents) && contents.value === null)) return { kind: "fields", fields };
    if (!isMap(contents)) {
      return {
        kind: "refused",
        reason: 'Line 2: the front matter has no fields. Write them as "title: …".',
        line: FIRST_YAML_LINE,
      };
    }
    for (const { key, value } of contents.items) {
      if (!isScalar(key)) continue;
      const line = lineAt(yaml, key.range?.[0] ?? 0);
      const name = String(key.value);
      if (isScalar(value) && (value.value === null || value.value === "")) continue;
      if (isScalar(value)) fields.set(name, { value: value.source ?? String(value.value), line });
      else if (value !== null) fields.set(name, { value: null, line, is: isMap(value) ? "a map" : "no plain text" });
    }
  } catch {
    return { kind: "refused", reason: "The front matter cannot be read as YAML. Simplify it.", line: FIRST_YAML_LINE };
  }
  return { kind: "fields", fields };
}

function lineAt(yaml: string, offset: number): number {
  return (yaml.slice(0, offset).match(/\r\n|\n|\r/gu)?.length ?? 0) + FIRST_YAML_LINE;
}
