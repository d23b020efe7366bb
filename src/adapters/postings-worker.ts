import { parentPort, workerData } from "node:worker_threads";

import { derivePostings } from "../index/derive.ts";

/** Builds one lexical index and ends: stemming 20,000 passages takes seconds. */
const records: Uint8Array = workerData;
const postings = Uint8Array.from(derivePostings(records));
parentPort?.postMessage(postings, [postings.buffer]);
