import type { Command } from "commander";
import { wrongUsage } from "./command.ts";

/** Flags that narrow what is asked and searched. */
export type FilterFlags = {
  readonly source?: readonly string[];
  readonly document?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly limit?: string;
};

/** Collects the values of a flag that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Adds the flags to a command. */
export function addFilterFlags(command: Command): Command {
  return command
    .option("--source <name>", "only documents of this outlet (may be repeated)", collect)
    .option("--document <id>", "only this document (may be repeated)", collect)
    .option("--from <date>", "published on this day or later, YYYY-MM-DD")
    .option("--to <date>", "published on this day or earlier, YYYY-MM-DD")
    .option("--limit <n>", "passages to consider, 1 to 50");
}

/** The flags as a request has them; what a schema checks is left to it. */
export function toFilters(flags: FilterFlags): {
  readonly sources?: readonly string[];
  readonly documents?: readonly string[];
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  readonly limit?: number;
} {
  if (flags.limit !== undefined && !/^\d{1,6}$/.test(flags.limit)) {
    throw wrongUsage(`--limit is "${flags.limit}". Allowed: a whole number from 1 to 50.`);
  }
  return {
    ...(flags.source ? { sources: flags.source } : {}),
    ...(flags.document ? { documents: flags.document } : {}),
    ...(flags.from === undefined ? {} : { publishedFrom: flags.from }),
    ...(flags.to === undefined ? {} : { publishedTo: flags.to }),
    ...(flags.limit === undefined ? {} : { limit: Number(flags.limit) }),
  };
}
