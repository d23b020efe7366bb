import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const post = (title: string, day: string, text: string, url = ""): string =>
  `---\ntitle: ${JSON.stringify(title)}\nsource: "The Brinn Post"\npublished: ${day}\n${url === "" ? "" : `url: ${url}\n`}---\n${text}\n`;

/** What a document must never bring about: it sets `window.ran`, which every test looks at. */
export const RUNS = {
  image: `<img src="/nowhere" onerror="window.ran = 'image'">`,
  script: `</script><script>window.ran = 'script'</script>`,
  link: `<a href="javascript:window.ran='link'">here</a>`,
} as const;

/** Right-to-left override: what follows would be shown backwards as far as nothing closes it. */
const OVERRIDE = "\u202E";

/** 100,000 characters without a space. */
export const ENDLESS = "Donaudampfschifffahrt".repeat(4_762).slice(0, 100_000);

/** A small corpus: figures that differ, one that changes, one that nobody doubts, and documents that attack their readers. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "rally-police.md": post(
    "Rally in Brinn",
    "2030-05-07",
    "Thousands on the streets\n\nPolice counted 12,000 protesters at the rally in Brinn on Monday. The march ended at the harbour without arrests.",
    "https://example.org/rally-in-brinn",
  ),
  "rally-union.md": post(
    "Union speaks of a great day",
    "2030-05-07",
    "The union counted 30,000 protesters at the rally in Brinn on Monday. 🎺 A brass band played for 3 hours.",
  ),
  "rally-campaign.md": post(
    "Campaigners count their own",
    "2030-05-08",
    "The campaign group Fairway counted 21,000 protesters at the rally in Brinn on Monday.",
  ),
  // The union's report, taken over by another paper: one origin, not two.
  "rally-union-taken-over.md": post(
    "Union speaks of a great day",
    "2030-05-08",
    "The union counted 30,000 protesters at the rally in Brinn on Monday. 🎺 A brass band played for 3 hours.",
  ).replace("The Brinn Post", "The Senn Courier"),
  "flood-monday.md": post(
    "Flood in Orlen",
    "2030-06-03",
    "The flood in Orlen has killed 14 people, the interior ministry said on Monday.",
  ),
  "flood-thursday.md": post(
    "Flood in Orlen: more dead",
    "2030-06-06",
    "The flood in Orlen has killed 31 people, the interior ministry said on Thursday.",
  ),
  // A document whose last paragraph stands far below its first.
  "keeper.md": post(
    "Life at the lighthouse",
    "2030-06-09",
    [
      ...["north", "south", "east", "west", "sea", "hill", "road", "market", "church", "mill"].flatMap((place) =>
        ["wall", "gate", "lamp", "bench", "tree", "well"].map((thing) => `By the ${place} there is a ${thing}.`),
      ),
      "The lighthouse keeper of Dornau worked there for 41 years.",
    ].join("\n\n"),
  ),
  "hostile-markup.md": post(
    `${RUNS.image} ${RUNS.script}`,
    "2030-05-07",
    `The organiser ${RUNS.image} counted 45,000 protesters at the rally in Brinn on Monday. ${RUNS.script} ${RUNS.link}`,
  ),
  "hostile-link.md": post("A link", "2030-05-07", "The mayor opened a bridge in Senn.", "javascript:window.ran='url'"),
  "hostile-direction.md": post(
    `Bridge ${OVERRIDE}opened`,
    "2030-05-09",
    `The mayor ${OVERRIDE}opened a bridge in Senn on Thursday.\nIt cost 4 million euros.`,
  ),
  "hostile-length.md": post("A long word", "2030-05-09", `The clerk wrote ${ENDLESS} and left the office in Senn.`),
};

/** Writes the corpus into a folder. */
export function writeCorpus(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(DOCUMENTS)) writeFileSync(join(folder, name), text);
}
