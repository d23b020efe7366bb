import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFsFeedback } from "../../src/adapters/fs-feedback.ts";

let folder = "";
let file = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parallax-feedback-"));
  file = join(folder, "not-yet", "feedback.jsonl");
});
afterEach(async () => rm(folder, { recursive: true }));

const lines = async (): Promise<string[]> => (await readFile(file, "utf8")).split("\n");

describe("feedback on disk", () => {
  it("is one whole line each, in order, however many come at once", async () => {
    const feedback = openFsFeedback(file);
    const sent = Array.from({ length: 50 }, (_, i) => ({ i, remark: "a\nb\u2028".repeat(200) }));
    await Promise.all(sent.map(async (entry) => feedback.keep(entry)));
    const all = await lines();
    expect(all.pop()).toBe("");
    expect(all.map((line) => JSON.parse(line) as object)).toEqual(
      sent.map(({ i, remark }) => ({ receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string, i, remark })),
    );
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("is not joined to a line that a crash cut", async () => {
    const feedback = openFsFeedback(file);
    await feedback.keep({ i: 1 });
    await appendFile(file, '{"i":2,"rem');
    await feedback.keep({ i: 3 });
    const all = await lines();
    expect(all[1]).toBe('{"i":2,"rem');
    expect(JSON.parse(all[2] ?? "")).toMatchObject({ i: 3 });
  });

  it("fills no disk, and goes on taking what fits after a failure", async () => {
    const feedback = openFsFeedback(file, 100);
    await feedback.keep({ i: 1 });
    await expect(feedback.keep({ remark: "x".repeat(100) })).rejects.toMatchObject({ code: "disk-full" });
    await feedback.keep({ i: 2 });
    expect(await lines()).toHaveLength(3);
  });

  it("says so where it cannot be written", async () => {
    await expect(openFsFeedback(folder).keep({ i: 1 })).rejects.toMatchObject({ code: "disk-failed" });
  });
});
