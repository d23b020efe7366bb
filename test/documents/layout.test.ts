import { describe, expect, test } from "vitest";

import { layOut } from "../../src/documents/layout.ts";

const BODY = "The mayor opened the new bridge on Monday in front of a large crowd.";

/** Kinds of the paragraphs: h, p. */
const kinds = (...lines: readonly string[]) =>
  layOut(lines.join("\n"))
    .paragraphs.map(({ kind }) => kind.charAt(0))
    .join("");
const furnitureIn = (text: string) => layOut(text).furniture.map(({ start, end }) => text.slice(start, end));

describe("headings", () => {
  test.each([
    "Bridge opens after ten years",
    "Key developments on Oct. 3-4:",
    "- Bridge opens after ten years, ferry closes",
    "# Bridge opens.",
    "'It Was Time': Mayor Opens Bridge",
    "Talks in the U.S.",
  ])("%s", (line) => {
    expect(kinds(line, BODY)).toBe("hp");
  });

  test.each([
    "The bridge is open.",
    "“We waited ten years.”",
    "“We waited ten years”",
    "Was it worth it?",
    "– A builder who asked not to be named",
    "-- A builder",
    "and then the crowd left",
    "The mayor told the crowd:",
    "He waited, and waited,",
    "| Year | Toll |",
    "2024",
    `${"very ".repeat(21)}long`,
    "The bridge is open.\u201D",
  ])("%s is prose", (line) => {
    expect(kinds(line, BODY)).toBe("pp");
  });

  test("a text of headings only, and a single one at the end, are prose: nothing stands below them", () => {
    expect(kinds("Bridge opens", "Ferry closes")).toBe("pp");
    expect(kinds("Bridge opens", BODY, "Police closed the road")).toBe("hpp");
    expect(kinds("Bridge opens", BODY, "Ferry closes", "Advertisement")).toBe("hppp");
  });
});

describe("paragraphs", () => {
  test("are lines that are not blank, without line ends and outer white space", () => {
    const text = "  One is here.\r\n\r\n\u00A0\nTwo is here. \rThree is here.";
    expect(layOut(text).paragraphs.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "One is here.",
      "Two is here.",
      "Three is here.",
    ]);
  });

  test("in a text broken into lines of even width are blocks", () => {
    const first =
      "The mayor opened the new bridge on Monday\nin front of a large crowd, ten years after\nthe first stone was laid by her father.";
    const second =
      "The ferry will run until May, said the\ncompany that owns it. Fares stay as they\nare, and so do the hours.";
    const text = `${first}\n\n${second}\n`;
    const { paragraphs } = layOut(text);
    expect(paragraphs.map(({ kind }) => kind)).toEqual(["prose", "prose"]);
    expect(paragraphs.map(({ span }) => text.slice(span.start, span.end))).toEqual([first, second]);
  });
});

describe("repeats", () => {
  const OTHER = "A ferry had linked the two banks of the river since 1911.";

  test("a paragraph that stands again points to the first, and so do short ones inside the run", () => {
    const text = [
      "Bridge opens",
      BODY,
      "Ferry closes",
      OTHER,
      "Yes.",
      BODY,
      "Ferry closes",
      OTHER.toUpperCase(),
      "Yes.",
      BODY,
    ].join("\n");
    expect(layOut(text).paragraphs.map(({ repeats }) => repeats)).toEqual([
      null,
      null,
      null,
      null,
      null,
      1,
      2,
      3,
      4,
      1,
    ]);
  });

  test("a short line that stands twice by itself is no repeat", () => {
    const text = [
      "Advertisement",
      BODY,
      "Ferry closes",
      OTHER,
      "Advertisement",
      "No.",
      "Ferry closes",
      `${OTHER} It was red.`,
    ].join("\n");
    expect(layOut(text).paragraphs.map(({ repeats }) => repeats)).toEqual(Array.from({ length: 8 }, () => null));
  });
});

describe("furniture", () => {
  test.each([
    "SEE ALSO: Bridge builders look back",
    "Read more: Bridge builders look back",
    "WATCH: At least five boats were lost in the storm on Sunday.",
    "▶ Watch: The opening in full",
    "Your browser doesn’t support HTML5",
    "Advertisement",
    "Story continues below advertisement",
    "Sign up for our daily newsletter and never miss a story.",
    "Click here to read more about bridges.",
    "Share this article",
    "Follow us on Facebook and X",
    "Photo: Ann Lee/The Gull",
    "Jo Diaz/Reuters",
    "© 2024 The Gull. All rights reserved.",
    "5 min read",
    "Related articles",
    "* * *",
    "This article was originally published by The Gull.",
  ])("%s is furniture as a whole", (line) => {
    expect(furnitureIn(`${BODY}\n${line}\n${BODY}`)).toEqual([line]);
  });

  test.each([
    "The mayor said people should see also the old bridge.",
    "Watch out, he told them, for the tide.",
    "Related to the storm, three roads were closed.",
    "For more than two years people went to visit the ruins.",
    "Read more books, the minister advised.",
    "Getty Images sues a maker of pictures",
    "Copyright law passes in the senate",
    "Join the European market, she urged.",
    "Subscribers fell to 3 million, the paper said.",
    "“Click here,” the fake message said, and thousands did.",
    "Share prices fell by 3 per cent.",
    "To hear him tell it, nothing happened here.",
    "The plan gives you the best of both worlds, he said.",
    "Register to vote by Friday, officials said.",
    "Source of the leak remains unknown.",
    "Video of the crash was shared widely online.",
  ])("%s is none", (line) => {
    expect(furnitureIn(`${BODY}\n${line}\n${BODY}`)).toEqual([]);
  });

  test("a lead-in ends where a quotation is glued to it", () => {
    const text = 'SEE ALSO: \'A Fine Day\': Builder Says "Never Again" About Bridge"We have waited," the mayor said.';
    expect(furnitureIn(text)).toEqual(["SEE ALSO: 'A Fine Day': Builder Says \"Never Again\" About Bridge"]);
  });

  test("a quotation that closes glued to a word opens none", () => {
    expect(furnitureIn('SEE ALSO: Builder Says "Never"Again And Again')).toEqual([
      'SEE ALSO: Builder Says "Never"Again And Again',
    ]);
  });

  test("a lead-in in capitals may follow a sentence", () => {
    expect(furnitureIn("The bridge is open.READ MORE: Builders look back“We waited,” she said.")).toEqual([
      "READ MORE: Builders look back",
    ]);
  });

  test("a sentence that sends the reader elsewhere is cut out of its paragraph", () => {
    const text =
      "The Gull gives you the latest news on the bridge. The ferry closes in May. For all of The Gull's coverage of the river, click here.";
    expect(furnitureIn(text)).toEqual([
      "The Gull gives you the latest news on the bridge.",
      "For all of The Gull's coverage of the river, click here.",
    ]);
  });

  test("the marks of headings and list items are furniture, figures with a sign are not", () => {
    expect(furnitureIn(`## Bridge\n- Ferry closes\n• Rain\n-5 degrees\n${BODY}`)).toEqual(["## ", "- ", "• "]);
  });
});
