import { describe, expect, it } from "vitest";
import { openTerminal } from "../../src/cli/terminal.ts";
import { showProgress } from "../../src/cli/progress.ts";

/** A stream that keeps what is written to it. */
function makeStream(isTTY: boolean, columns = 60) {
  const written: string[] = [];
  return { isTTY, columns, write: (text: string) => written.push(text), written };
}

function open(isTTY: boolean, env: Record<string, string> = {}) {
  const stdout = makeStream(isTTY);
  const stderr = makeStream(isTTY);
  return { terminal: openTerminal({ stdout, stderr, env }), stdout, stderr };
}

describe("a terminal", () => {
  it("has colour on a TTY only, and never with NO_COLOR", () => {
    const colours = (isTTY: boolean, env = {}) => open(isTTY, env).terminal.paint.strong("x") !== "x";
    expect([colours(true), colours(false), colours(true, { NO_COLOR: "1" }), colours(true, { TERM: "dumb" })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("gets no control characters from a document, a pipe gets every byte", () => {
    const nasty = "a\u001b[2Jb\u0007\u009bc\r\td\n";
    expect(open(true).terminal.show(nasty)).toBe("a\ufffd[2Jb\ufffd\ufffdc\ufffd\td\n");
    expect(open(false).terminal.show(nasty)).toBe(nasty);
  });

  it("keeps answers and complaints apart", () => {
    const { terminal, stdout, stderr } = open(false);
    terminal.out("answer");
    terminal.err("complaint");
    expect([stdout.written, stderr.written]).toEqual([["answer\n"], ["complaint\n"]]);
  });
});

describe("progress", () => {
  const play = (isTTY: boolean, files: number, toMake: number) => {
    const { terminal, stdout, stderr } = open(isTTY);
    const tell = showProgress(terminal);
    tell({ kind: "planned", files, toMake });
    for (let done = 1; done <= files; done += 1) {
      if (toMake > 0) tell({ kind: "embedding", texts: done * 3 });
      tell({ kind: "taken", files: done });
    }
    if (toMake > 0) tell({ kind: "writing" });
    expect(stdout.written).toEqual([]);
    return stderr.written;
  };

  it("is a bar on a terminal, cleared at the end", () => {
    const written = play(true, 4, 4);
    expect(written).toContain("\r\u001b[K[############------------] 2 of 4 documents, 6 passages and");
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  it("is ten plain lines elsewhere, however many documents there are", () => {
    const written = play(false, 1000, 1000);
    expect(written).toHaveLength(11);
    expect(written.slice(0, 2)).toEqual(["Indexing 1000 of 1000 documents …\n", "100 of 1000 documents\n"]);
    expect(written.at(-1)).toBe("1000 of 1000 documents\n");
  });

  it("says nothing where there is nothing to do", () => {
    expect(play(false, 5, 0)).toEqual([]);
    expect(play(true, 5, 0)).toEqual([]);
  });
});
