/** A server-sent event: its name ("message" where it has none) and its data, lines joined. */
export type ServerSentEvent = { readonly event: string; readonly data: string };

/** Longest event that is waited for; a stream that goes on past it is not one of ours. Code units. */
const MAX_EVENT_LENGTH = 4_000_000;

/**
 * Reads server-sent events (WHATWG HTML 9.2.6) from bytes cut anywhere: in a character, between CR and LF, in a name. Gives each event
 * when its blank line is there; what is unfinished at the end is dropped, as the standard asks. Ids and retry times are passed over.
 * @returns a function that takes the next bytes and gives the events that they complete, in order; it throws on an event without end
 */
export function makeEventReader(): (bytes: Uint8Array) => readonly ServerSentEvent[] {
  const decoder = new TextDecoder();
  let rest = "";
  let afterReturn = false;
  let name = "";
  let lines: string[] = [];
  let length = 0;

  const takeLine = (line: string): ServerSentEvent | null => {
    if (line === "") {
      const event = lines.length > 0 ? { event: name === "" ? "message" : name, data: lines.join("\n") } : null;
      name = "";
      lines = [];
      length = 0;
      return event;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") name = value;
    if (field === "data") lines.push(value);
    length += line.length;
    return null;
  };

  return (bytes) => {
    let text = decoder.decode(bytes, { stream: true });
    if (text === "") return [];
    // The LF of a CRLF that was cut in two.
    if (afterReturn && text.startsWith("\n")) text = text.slice(1);
    afterReturn = text === "" ? false : text.endsWith("\r");
    const pieces = text.split(/\r\n|\r|\n/);
    pieces[0] = rest + (pieces[0] ?? "");
    rest = pieces.pop() ?? "";
    const events = pieces.map(takeLine).filter((event) => event !== null);
    if (length + rest.length > MAX_EVENT_LENGTH) throw new Error("An event of the stream has no end.");
    return events;
  };
}
