import { performance } from "node:perf_hooks";

import type { Clock } from "../ports.ts";

/** Node's monotonic clock. */
export const nodeClock: Clock = { nowMs: () => performance.now() };
