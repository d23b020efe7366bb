import { describe, expect, test } from "vitest";
import { asker, sidesBySource } from "./ask-of.ts";

/** Three reports of one fire aboard an invented ferry. */
const ask = await asker([
  {
    source: "Brack Echo",
    title: "Fire on the Marlo off Brack",
    published: "2031-06-17",
    text:
      "A fire broke out on the ferry Marlo off Brack on Tuesday, the harbour of Brack said. Captain Jonas Feld, 51, was steering the ferry, the coastguard of Orlen said.\n\n" +
      "The fire started in the engine room, the shipyard of Halden said. The pilot Iva Marr steered the first tug. The passengers were rescued by the fisherman Otto Lind.\n\n" +
      "Residents in the upper lounge saw smoke. Paul Reve leads the inquiry into the fire, the ministry said.",
  },
  {
    source: "Coast Radio",
    title: "Marlo: the union speaks",
    published: "2031-06-18",
    text:
      "The union of Orlen says that a trainee, Edda Krone, was steering the ferry Marlo off Brack. The fire started in the kitchen, it says.\n\n" +
      "It was not Edda Krone who rescued the passengers, the harbour of Brack said. Anna Ilg leads the inquiry into the harbour of Halden.\n\n" +
      "Orlen and Halden have had enough of ferries.",
  },
  {
    source: "The Meridian",
    title: "A week after the Marlo",
    published: "2031-06-19",
    text:
      "It was Feld who was steering the ferry Marlo, the report on the fire off Brack says. The coastguard of Orlen agrees, and so does Halden.\n\n" +
      "The fire began in the engine room. Paul Reve, who leads the inquiry into the fire, said so on Thursday.",
  },
]);

const sidesOf = sidesBySource(ask);

describe("who", () => {
  test("two persons who each were at the wheel contradict each other, with every document that says so", async () => {
    expect(await sidesOf("Who was steering the ferry?")).toEqual([
      ["Edda Krone: Coast Radio", "Jonas Feld: Brack Echo, The Meridian"],
    ]);
  });

  test("another vessel's helmsman is no rival", async () => {
    expect(await sidesOf("Who steered the first tug?")).toEqual([]);
  });

  test("a denial names nobody", async () => {
    expect(await sidesOf("Who rescued the passengers?")).toEqual([]);
  });

  test("who leads another inquiry leads not this one", async () => {
    expect(await sidesOf("Who leads the inquiry into the fire?")).toEqual([]);
  });
});

describe("where", () => {
  test("two rooms in which one fire started contradict each other", async () => {
    expect(await sidesOf("Where did the fire start?")).toEqual([
      ["engine room: Brack Echo, The Meridian", "kitchen: Coast Radio"],
    ]);
  });

  test("a ship and a room of it do not", async () => {
    const one = await asker([
      {
        published: "2031-06-17",
        text: "The blaze on the Marlo off Brack and Orlen started in the kitchen, Halden said.",
      },
      {
        published: "2031-06-17",
        text: "The fire off Brack and Orlen began at the shipyard, Halden said of the Marlo.",
      },
    ]);
    expect((await one("Where did the fire start?")).disagreements).toEqual([]);
  });
});
