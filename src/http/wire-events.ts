import { z } from "zod";
import { answerReply, citation, disagreement, problemReply } from "./wire.ts";

/**
 * What POST /ask sends as server-sent events: `event` is the event's name, `data` its one line of JSON. Order: `status`, then `citation`
 * and `text` with every citation before the first marker that uses it, then `disagreement` (its citations before it), and last `done`
 * or `error`, exactly one of them. Joined, the deltas are the answer. Lines that begin with a colon are comments that keep the line open.
 */
export const askEvent = z.discriminatedUnion("event", [
  /** `searching` at once; `writing` when everything that follows is proved and on its way, with how a follow-up was read. */
  z.object({
    event: z.literal("status"),
    data: z.object({ stage: z.enum(["searching", "writing"]), readAs: z.string().optional() }),
  }),
  z.object({ event: z.literal("citation"), data: citation }),
  /** Whole sentences of Markdown with their markers, white space between them included. Never taken back. */
  z.object({ event: z.literal("text"), data: z.object({ delta: z.string().min(1) }) }),
  z.object({ event: z.literal("disagreement"), data: disagreement }),
  /** The same object that is sent where JSON is asked for. */
  z.object({ event: z.literal("done"), data: answerReply }),
  /** Nothing follows. What was sent before is proved and stands; it may not be all. */
  z.object({ event: z.literal("error"), data: problemReply }),
]);

/** One event as sent. */
export type AskEventWire = z.infer<typeof askEvent>;
