import { describe, expect, test } from "vitest";
import { sameVoice } from "../../src/positions/voices.ts";
import { asked, disputes } from "./claim-builder.ts";
import { days, sameDay, told } from "./told.ts";
import type { Case } from "./told.ts";

const barrels = (terse: string, more = {}) => told({ of: "barrel", action: "spill" }, terse, more);
const lift = (terse: string, more = {}) => told({ of: "person", action: "carry" }, terse, more);
const dead = (terse: string, more = {}) => told({ of: "person", action: "kill" }, terse, more);

const QUESTION = "How many barrels were spilled in Lunaris?";

/** What is told, what comes out unasked, what comes out where the question's slot is what both fill. */
const rows: readonly (readonly [...Case, readonly string[]])[] = [
  [
    "nothing in the sentences ties them: only the question does",
    [barrels("a 120; by: Owner"), barrels("b 300; by: Coastguard")],
    [],
    sameDay,
    ["estimate: 120 | 300"],
  ],
  [
    "two days are two spills, whatever is asked",
    [barrels("a 120; when: MON; by: Owner"), barrels("b 300; when: TUE; by: Coastguard")],
    [],
    days,
    [],
  ],
  ["two towns are two spills", [barrels("a 120; place: lunaris"), barrels("b 300; place: port-ash")], [], sameDay, []],
  ["a smaller figure of a town is a part", [barrels("a 120; place: port-ash"), barrels("b 300")], [], sameDay, []],
  [
    "but not of the town that was asked after",
    [barrels("a 120; place: lunaris", { place: ["lunaris"] }), barrels("b 300")],
    [],
    sameDay,
    ["contradiction: 120 | 300"],
  ],
  [
    "what a document without a date tells may be of any day",
    [barrels("a 120; by: Owner"), barrels("z 300; by: Coastguard")],
    [],
    sameDay,
    [],
  ],
  [
    "other words for what is asked",
    [lift("a 120; of: passenger; by: Line"), lift("b 90; of: person; action: drown; by: Port")],
    [],
    sameDay,
    ["estimate: 120 | 90"],
  ],
  [
    "one says what it leaves out",
    [
      barrels("a 120; by: Owner; text: The owner spoke of 120, not counting the tank on deck."),
      barrels("b 300; by: Coastguard"),
    ],
    [],
    sameDay,
    ["scope: 120 | 300"],
  ],
  [
    "a narrower thing that says so is a rival",
    [
      barrels("a 120; by: Owner; text: The owner's figure of 120 covers steel barrels alone.", {
        modifiers: ["steel"],
      }),
      barrels("b 300; by: Coastguard"),
    ],
    [],
    sameDay,
    ["scope: 120 | 300"],
  ],
  [
    "one speaker in two bulletins of one day",
    [dead("a 23; by: rescue-service"), dead("b 31; by: service")],
    [],
    sameDay,
    ["update: 23 | 31"],
  ],
  [
    "a figure that the later text calls changed",
    [barrels("a 500; by: Owner"), barrels("b 300; by: Coastguard; text: By nightfall the number had fallen to 300.")],
    [],
    days,
    ["update: 500 | 300"],
  ],
  [
    "a share in tenths and one in per cent",
    [
      barrels("a 0.4; dimension: share; unit: share; by: Owner"),
      barrels("b 40; dimension: percent; unit: percent; by: Coastguard"),
      barrels("c 25; dimension: percent; unit: percent; by: Union"),
    ],
    [],
    sameDay,
    ["estimate: 40 | 25"],
  ],
];

describe("claims that were looked up to fill one slot", () => {
  test.each(rows)("%s", (_, claims, unasked, documents, expected) => {
    expect(disputes(claims, documents)).toEqual(unasked);
    expect(disputes(claims, documents, asked(QUESTION))).toEqual(expected);
  });

  test("are not taken for one event where the documents tell of two stories", () => {
    const claims = [barrels("a 120; by: Owner"), barrels("b 300; by: Coastguard")];
    expect(disputes(claims, sameDay, { ...asked(QUESTION), sameStory: () => false })).toEqual([]);
  });
});

describe("a speaker under two names", () => {
  test.each([
    ["commission", "regional-electoral-commission", true],
    ["FR:police", "police", true],
    ["FR:police", "DE:police", false],
    ["transport-ministry", "defence-ministry", false],
    ["official", "city-official", false],
    ["union", "union-of-bakers", false],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(sameVoice(a, b)).toBe(expected);
    expect(sameVoice(b, a)).toBe(expected);
  });
});
