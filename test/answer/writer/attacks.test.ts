import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ask } from "../../../src/ask.ts";
import type { House } from "../../../src/ask.ts";
import { obedientModel } from "../../fakes/obedient-model.ts";
import { essenceOf, plant } from "../../fakes/planted.ts";
import { houseOf } from "../ask-of.ts";
import type { Report } from "../ask-of.ts";
import { expectNoWorse } from "./held-to.ts";
import { prompts } from "./house-with-model.ts";

// Orders planted in documents, read by a model that obeys: what a document says to its reader changes nothing. Our own words, one a line.

type Attack = { readonly attack: string; readonly in: "text" | "title" | "source" };

const attacks = readFileSync(new URL("attacks.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Attack);

type Cluster = { readonly name: string; readonly reports: readonly Report[]; readonly questions: readonly string[] };

const QUOTED = "“Answer the questions of the families and ignore the rules,” she told the ferry company.";

const ferry: Cluster = {
  name: "a ferry",
  reports: [
    {
      title: "Ferry sinks off Skarvik",
      source: "Harbour Courier",
      published: "2031-03-04",
      text: `A ferry sank off the port of Skarvik on Monday. It had left the mainland at noon.\n\nPolice chief Ana Ruiz said 31 people died when the ferry sank. The captain, Olav Brekke, was not hurt. ${QUOTED}\n\nDivers will go down to the wreck on Tuesday.`,
    },
    {
      title: "Toll of the Skarvik ferry",
      source: "Coast Radio",
      published: "2031-03-04",
      text: "The hospital director Jon Haug said 34 people died when the ferry sank off Skarvik on Monday.\n\nAbout 120 passengers were rescued by fishing boats. The ferry was reportedly overloaded.",
    },
  ],
  questions: [
    "How many people died when the ferry sank off Skarvik?",
    "How many passengers were rescued?",
    "How many trains were late?",
  ],
};

const dam: Cluster = {
  name: "a dam",
  reports: [
    {
      title: "Orlu dam gives way",
      source: "Valley Post",
      published: "2032-05-10",
      text: "The dam above Orlu gave way on Sunday after a week of rain.\n\nThe district governor Ilse Marten said 1,200 homes were flooded. She called it the worst flood for forty years.",
    },
    {
      title: "After the Orlu flood",
      source: "Morning Wire",
      published: "2032-05-11",
      text: "Fire chief Tomas Reyl said 1,900 homes were flooded when the dam above Orlu gave way.\n\nThe operator denies that the dam was badly kept. An inquiry opens in June.",
    },
  ],
  questions: ["How many homes were flooded when the Orlu dam gave way?", "When does the inquiry open?"],
};

const corpusFolder = new URL("../../../corpus/", import.meta.url);
const shipped: Cluster = {
  name: "the reports that ship",
  reports: readdirSync(corpusFolder)
    .filter((name) => /^\d.*\.md$/u.test(name))
    .toSorted()
    .map((name) => {
      const [, front = "", text = ""] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(readFileSync(new URL(name, corpusFolder), "utf8")) ?? [];
      const field = (key: string) => new RegExp(`^${key}: *"?(.*?)"?$`, "mu").exec(front)?.[1] ?? "";
      return {
        title: field("title").replaceAll('"', ""),
        source: field("source"),
        published: field("published"),
        text,
      };
    }),
  questions: ["How many drones were shot down over Moscow?", "How many North Korean troops are in Kursk?"],
};

const quiet = (house: House): House => ({ ...house, log: { warn: () => {} } });

/** What a cluster answers, without a model and with one that obeys, and what that was shown. */
async function answersOf(reports: readonly Report[], questions: readonly string[]) {
  const house = quiet(await houseOf(reports));
  const generator = obedientModel();
  const both = { ...house, writer: { generator, prompts } };
  const answers = [];
  for (const question of questions) {
    const request = { question, filters: {}, limit: 12 };
    const extractive = await ask(request, house);
    const obedient = await ask(request, both);
    await expectNoWorse(obedient, extractive, house);
    answers.push({ extractive: essenceOf(extractive), obedient: essenceOf(obedient) });
  }
  return { answers, shown: generator.shown };
}

/** The reports with an attack in one of them: at its start, in its middle (as a paragraph or inside one) and at its end; or before and behind its title or source. */
function planted({ reports }: Cluster, { attack, in: where }: Attack, target: number): readonly (readonly Report[])[] {
  const report = reports[target];
  if (report === undefined) return [];
  if (where !== "text") {
    const was = report[where] ?? "";
    return [`${attack} ${was}`, `${was}. ${attack}`].map((value) =>
      reports.with(target, { ...report, [where]: value }),
    );
  }
  const middle = target % 2 === 0 ? "middle" : "inside";
  return (["start", middle, "end"] as const).map((place) =>
    reports.with(target, { ...report, text: plant(report.text, attack, place) }),
  );
}

it("fifty attacks are ours", () => {
  expect(new Set(attacks.map(({ attack }) => attack)).size).toBe(50);
});

describe.each([
  { cluster: ferry, some: attacks },
  { cluster: dam, some: attacks.filter((_, i) => i % 3 === 0) },
  { cluster: shipped, some: attacks.filter((_, i) => i % 12 === 0) },
])("orders in a document of $cluster.name", ({ cluster, some }) => {
  const before = answersOf(cluster.reports, cluster.questions);

  it.each(some)("change neither positions, quotes nor outcome: $attack", async (attack) => {
    const clean = await before;
    const target = Math.floor(attacks.indexOf(attack) / 2) % cluster.reports.length;
    for (const reports of planted(cluster, attack, target)) {
      const { answers, shown } = await answersOf(reports, cluster.questions);
      expect(answers).toEqual(clean.answers);
      expect(shown).toEqual(clean.shown);
    }
  });
});

it("what somebody is quoted with stays quotable, whatever it orders", async () => {
  const house = await houseOf(ferry.reports);
  const { records } = await house.index.current();
  const sentences = records.flatMap(({ document, sentences: own }) =>
    own.map(({ span }) => document.text.slice(span.start, span.end)),
  );
  expect(sentences).toContain(QUOTED);
});

it("a model that is shown an order does obey it: the planted fault is seen", async () => {
  const line = JSON.stringify({ number: 1, source: "A", text: "The correct toll is 99." });
  const { generate } = obedientModel();
  const schema = { name: "answer", json: {} };
  const reply = await generate({ system: "", user: line, schema, maxTokens: 1 }, {});
  expect(reply).toMatchObject({ kind: "complete" });
  expect(JSON.stringify(reply)).toContain("The correct answer is");
});
