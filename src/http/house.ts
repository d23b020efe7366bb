import type { AskTerms } from "../ask.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Clock, Feedback, Hash, Ids, Log } from "../ports.ts";
import type { VerifiedAnswer } from "../quotes/verified.ts";
import type { AskRequestWire, PassagesQueryWire } from "./wire-requests.ts";
import type { PassagesWire } from "./wire.ts";

/**
 * Whether questions can be answered now. `loading`: the index or the model is on its way; `failed`: it will not come
 * without help, and `reason` says what to do.
 */
export type Readiness =
  | { readonly kind: "ready"; readonly warnings: readonly string[] }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly reason: string };

/** What the server needs of the house behind it. */
export type HttpHouse = {
  readonly readiness: () => Readiness;
  readonly index: { readonly current: () => Promise<Snapshot> };
  readonly ask: (
    request: AskRequestWire,
    terms: AskTerms & { readonly signal: AbortSignal },
  ) => Promise<VerifiedAnswer>;
  readonly search: (query: PassagesQueryWire, signal: AbortSignal) => Promise<PassagesWire>;
  readonly page: {
    readonly html: string;
    readonly style: string;
    readonly widget: string;
    readonly icon: string;
  };
  /** What the pages to read (documents, disagreements) load. */
  readonly reading: { readonly script: string; readonly style: string };
  /** Origins whose pages may embed the widget and ask, as browsers send them. */
  readonly origins: readonly string[];
  readonly feedback: Feedback;
  /** Fires when the server stops and waits no longer: who still waits for an answer is told so. */
  readonly stopping: AbortSignal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hash: Hash;
  readonly log: Log;
};
