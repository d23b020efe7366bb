import { z } from "zod";
import { ParallaxError } from "../errors.ts";

const name = z.string().regex(/^[\w-]+$/, "letters, digits, - and _");

const shape = z
  .array(
    z.strictObject({
      name,
      /** Files and folders are relative to the file that lists the sets. */
      golden: z.string().min(1),
      corpus: z.string().min(1),
      /** The test half is not tuned on, and is reported apart. */
      half: z.enum(["dev", "test"]),
    }),
  )
  .min(1)
  .readonly();

/** A golden file with the folder of documents that its questions are about. */
export type GoldenSet = Readonly<z.infer<typeof shape>[number]>;

/** Reads the list of golden sets, JSON. @throws ParallaxError `bad-input` saying what is wrong where */
export function loadSets(text: string): readonly GoldenSet[] {
  const sets = check(text, shape, "a list of golden sets");
  const twice = sets.find((one, i) => sets.findIndex((other) => other.name === one.name) < i);
  if (twice === undefined) return sets;
  throw new ParallaxError("bad-input", `Two golden sets have the name "${twice.name}". Rename one.`);
}

const pendingShape = z.record(name, z.array(z.string().min(1)).readonly());

/** Ids of the rows that are known not to pass yet, by the name of their set. */
export type Pending = Readonly<Record<string, readonly string[]>>;

/** Reads which rows do not pass yet, JSON. @throws ParallaxError `bad-input` saying what is wrong where */
export function loadPending(text: string): Pending {
  return check(text, pendingShape, "a list of pending questions by set");
}

/** The same as text, sets and ids in order, one id a line, so that two people's changes seldom meet. */
export function writePending(pending: Pending): string {
  const sorted = Object.entries(pending)
    .map(([set, ids]) => [set, ids.toSorted()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

function check<T>(text: string, schema: z.ZodType<T>, what: string): T {
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
  throw new ParallaxError(
    "bad-input",
    `This is not ${what}${where}: ${issue?.message ?? "unreadable"}. Check the file.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
