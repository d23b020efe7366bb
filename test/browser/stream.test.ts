import { expect, it, onTestFinished, vi } from "vitest";
import { askServer } from "../../src/widget/client.ts";
import {
  askingOf,
  begin,
  emptyConversation,
  end,
  numberIn,
  take,
  withoutHalfMarker,
} from "../../src/widget/conversation.ts";
import { describeInBrowser, findBarriers } from "./browser.ts";
import { field, part, QUESTIONS, turn } from "./widget-page.ts";

const HALF_MARKER = /(?<!\\)\[\d*$/;

describeInBrowser("the stream of a real answer", ({ open, host, server }) => {
  const streamOf = async (question: string): Promise<Uint8Array> => {
    const reply = await fetch(`${server()}/ask`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify({ question }),
    });
    return new Uint8Array(await reply.arrayBuffer());
  };

  it("cut at every byte shows no half marker and nothing uncited, and ends where one can go on", async () => {
    const bytes = await streamOf(QUESTIONS.answered);
    onTestFinished(() => void vi.unstubAllGlobals());
    const whole = begin(emptyConversation, { question: QUESTIONS.answered, literal: false });
    const ended = { answered: 0, cut: 0, unreachable: 0 };
    for (let at = 0; at <= bytes.length; at += 1) {
      let conversation = whole;
      const reply = new Response(bytes.slice(0, at), { headers: { "content-type": "text/event-stream" } });
      vi.stubGlobal("fetch", () => Promise.resolve(reply));
      const seen: string[] = [];
      const asked = await askServer({
        endpoint: "",
        asking: { question: QUESTIONS.answered, conversation: [], literal: false },
        signal: new AbortController().signal,
        onEvent: (event) => {
          conversation = take(conversation, 1, event);
          const { answer, citations } = conversation.turns[0]?.shown ?? { answer: "", citations: [] };
          seen.push(withoutHalfMarker(answer));
          const cited = new Set(citations.map(({ marker }) => marker));
          for (const [, marker] of answer.matchAll(/(?<!\\)\[(\d+)\]/g)) expect(cited).toContain(Number(marker));
        },
      });
      conversation = end(conversation, 1, asked);
      const last = conversation.turns[0];
      if (last === undefined) throw new Error("the turn is gone");
      for (const text of [...seen, last.shown.answer]) expect(text).not.toMatch(HALF_MARKER);
      for (const quote of last.shown.citations) expect(numberIn(conversation, quote)).toBeGreaterThan(0);
      const kind = asked.kind === "answered" ? "answered" : asked.failure.kind;
      expect(Object.keys(ended)).toContain(kind);
      ended[kind as keyof typeof ended] += 1;
      const next = begin(conversation, { question: "Who said that?", literal: false });
      expect(askingOf(next, { ...last, id: 2, question: "Who said that?" }).conversation.length).toBe(
        asked.kind === "answered" ? 2 : 0,
      );
    }
    expect(ended.answered).toBeGreaterThan(0);
    expect(ended.cut).toBeGreaterThan(0);
    expect(ended.unreachable).toBeGreaterThan(0);
  });

  it("that fails half-way keeps what is proved, says that it is not all, and can be asked again", async () => {
    const bytes = Buffer.from(await streamOf(QUESTIONS.disputed));
    const firstText = bytes.indexOf("event: text");
    const afterText = bytes.indexOf("\n\n", firstText) + 2;
    for (const at of [afterText, afterText + 20]) {
      const { page } = await open(host());
      let cut = true;
      await page.route(`${server()}/ask`, async (route) => {
        if (!cut || route.request().method() !== "POST") return route.continue();
        cut = false;
        return route.fulfill({
          headers: { "access-control-allow-origin": host(), "content-type": "text/event-stream" },
          body: bytes.subarray(0, at),
        });
      });
      await field(page).fill(QUESTIONS.disputed);
      await field(page).press("Enter");
      await part(page, "failure").getByText("The answer broke off").waitFor();
      expect(await turn(page).locator("[part=text]").textContent()).not.toMatch(HALF_MARKER);
      expect(await turn(page).locator("[part=text] [part=marker]").count()).toBeGreaterThan(0);
      expect(await turn(page).locator("[part=outcome]").count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await part(page, "retry").click();
      await turn(page).locator("[part=outcome]").waitFor();
      expect(await part(page, "turn").count()).toBe(1);
    }
  });

  it("is heard sentence by sentence, not marker by marker, with its end", async () => {
    const { page } = await open(host());
    await field(page).fill(QUESTIONS.answered);
    await field(page).press("Enter");
    await turn(page).locator("[part=outcome]").waitFor();
    const heard = await page.locator("parallax-ask [role=log] p").allTextContents();
    expect(heard.at(-1)).toBe("The answer is complete.");
    expect(heard.join(" ")).toContain("3 hours");
    expect(heard.join(" ")).not.toMatch(/\[\d|\*\*/);
  });
});
