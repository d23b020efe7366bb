import type { z } from "zod";
import { ParallaxError } from "../errors.ts";

/**
 * Parses JSON lines; blank lines are skipped.
 * @param format for messages: "XQuAD"
 * @throws ParallaxError `bad-input` naming the first line that does not fit, and where in it
 */
export function readLines<Row>(text: string, schema: z.ZodType<Row>, format: string): readonly Row[] {
  const rows: Row[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
      throw new ParallaxError(
        "bad-input",
        `Line ${i + 1} is not ${format}${where}: ${issue?.message ?? "unreadable"}. Check the file.`,
      );
    }
    rows.push(parsed.data);
  }
  return rows;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
