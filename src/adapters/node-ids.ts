import { randomUUID } from "node:crypto";

import type { Ids } from "../ports.ts";

/** Random ids with 122 bits: "a_0b5c…". */
export const nodeIds: Ids = { make: (prefix) => `${prefix}_${randomUUID().replaceAll("-", "")}` };
