import * as fc from "fast-check";

/** Where the property tests begin; any number would do. */
const SEED = 20_261_101;

/** How many times as many cases a search looks at. */
const SEARCH = 20;

/**
 * A change is held against the same cases every time, so that red means the change. FUZZ=1 looks for cases nobody has
 * thought of instead: another seed each time, and more cases where a test sets no number of its own.
 */
fc.configureGlobal(process.env["FUZZ"] === "1" ? { numRuns: 100 * SEARCH } : { seed: SEED });
