import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFsCorpus } from "../../src/adapters/fs-corpus.ts";

let folder: string;
let outside: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parallax-corpus-"));
  outside = await mkdtemp(join(tmpdir(), "parallax-outside-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(outside, { recursive: true });
});

test("lists Markdown and text in folders within folders, sorted; no README, no hidden files, no others", async () => {
  await mkdir(join(folder, "b", "c"), { recursive: true });
  await mkdir(join(folder, ".git"));
  for (const path of [
    "z.md",
    "b/c/x.TXT",
    "a.markdown",
    "README.md",
    "b/readme.txt",
    ".hidden.md",
    ".git/x.md",
    "p.png",
    "md",
  ]) {
    await writeFile(join(folder, path), path);
  }
  const corpus = openFsCorpus(folder);
  expect(await corpus.list()).toEqual(["a.markdown", "b/c/x.TXT", "z.md"]);
  expect(new TextDecoder().decode(await corpus.read("b/c/x.TXT"))).toBe("b/c/x.TXT");
});

test("follows a link to a file inside, and none that leads outside, nowhere or in a circle", async () => {
  await writeFile(join(folder, "real.md"), "x");
  await writeFile(join(outside, "secret.md"), "secret");
  await symlink("real.md", join(folder, "inside.md"));
  await symlink(join(outside, "secret.md"), join(folder, "outside.md"));
  await symlink("nowhere.md", join(folder, "broken.md"));
  await symlink("circle.md", join(folder, "circle.md"));
  await symlink(outside, join(folder, "folder"));
  expect(await openFsCorpus(folder).list()).toEqual(["inside.md", "real.md"]);
});

test("refuses to read outside the folder, and names what cannot be read", async () => {
  const corpus = openFsCorpus(folder);
  await expect(corpus.read("../etc/passwd")).rejects.toMatchObject({ code: "corpus-unreadable" });
  await expect(corpus.read("gone.md")).rejects.toMatchObject({
    code: "corpus-unreadable",
    message: expect.stringMatching(/"gone\.md".*ENOENT/u),
  });
  const missing = openFsCorpus(join(folder, "missing"));
  await expect(missing.list()).rejects.toMatchObject({
    code: "corpus-unreadable",
    message: expect.stringContaining("missing"),
  });
});
