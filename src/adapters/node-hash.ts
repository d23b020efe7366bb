import { createHash } from "node:crypto";

import type { Hash } from "../ports.ts";

/** SHA-256 by OpenSSL. */
export const nodeHash: Hash = { sha256: (data) => createHash("sha256").update(data).digest("hex") };
