import { askEvent } from "../../src/http/wire-events.ts";
import type { AskEventWire } from "../../src/http/wire-events.ts";

/** The events of a whole stream; fails where a block is no event of the wire. Comments are left out. */
export const parseEvents = (stream: string): readonly AskEventWire[] =>
  stream
    .split("\n\n")
    .filter((block) => block !== "" && !block.startsWith(":"))
    .map((block) => {
      const match = /^event: (\w+)\ndata: (.*)$/.exec(block);
      if (!match) throw new Error(`No event: ${JSON.stringify(block)}`);
      return askEvent.parse({ event: match[1], data: JSON.parse(match[2] ?? "") });
    });
