import { describe, expect, it } from "vitest";

import { creditsOf } from "./credits-of.ts";

const ofOne = (sentence: string): string[] => creditsOf([[sentence]], 0);

describe("attribute, one sentence", () => {
  it.each([
    // Behind what is said.
    [
      "The storm killed 14 people, the Philippine disaster agency said on Tuesday.",
      ["PH:disaster-agency claimed: The storm killed 14 people"],
    ],
    ["The bridge fell at dawn, two witnesses told Reuters.", ["witness claimed: The bridge fell at dawn"]],
    ["Two people died, Kenyan police said, and 20 were hurt.", ["KE:police claimed: Two people died | 20 were hurt"]],
    [
      "The toll rose to 45, Peruvian health officials announced late Sunday.",
      ["PE:officials claimed: The toll rose to 45"],
    ],
    [
      "At least 300 homes were lost, according to the Chilean interior ministry.",
      ["CL:interior-ministry claimed: At least 300 homes were lost"],
    ],
    ["Rates will rise, Norway's central bank believes.", ["NO:central-bank claimed: Rates will rise"]],
    // Names that begin like months, persons and bodies that no table lists.
    ["Rain fell, said Daniel Marsik.", ["marsik claimed: Rain fell"]],
    ["Octavia Deckert denied that rain fell.", ["deckert denied: rain fell"]],
    ["A toxicologist said that rain fell.", ["toxicologist claimed: rain fell"]],
    ["The cup stood empty, the panel found, and rain fell.", ["panel claimed: The cup stood empty | rain fell"]],
    ["The union spoke of 1,200 marchers.", ["union claimed: 1,200 marchers"]],
    ["The court ruled that rain fell.", ["court claimed: rain fell"]],
    ["A number said that rain fell.", []],
    // Before it.
    [
      "Chile's health ministry said that 230 cases had been found.",
      ["CL:health-ministry claimed: 230 cases had been found"],
    ],
    ["According to Peru's army, 18 miners were trapped.", ["PE:military claimed: 18 miners were trapped"]],
    ["Speaking in Oslo, Anna Berg said that 40 ships had sailed.", ["berg claimed: 40 ships had sailed"]],
    ["Anna Berg on Monday reported 12 arrests.", ["berg claimed: 12 arrests"]],
    ["Anna Berg, however, insisted the plan would work.", ["berg claimed: the plan would work"]],
    ["Officials estimate the damage at $2 billion.", ["officials claimed estimate: the damage at $2 billion"]],
    ["A rights group puts the number at 40.", ["rights-group claimed: the number at 40"]],
    ["Anna Berg said in a post on Monday that 30 homes burned.", ["berg claimed: 30 homes burned"]],
    ["Anna Berg told Radio Oslo that 30 homes burned.", ["berg claimed: 30 homes burned"]],
    ["Anna Berg revealed that 30 homes burned.", ["berg claimed: 30 homes burned"]],
    ["Anna Berg noted that 30 homes burned.", ["berg claimed: 30 homes burned"]],
    ["Anna Berg warned that 30 homes could burn.", ["berg claimed: 30 homes could burn"]],
    ["Anna Berg wrote that 30 homes burned.", ["berg claimed: 30 homes burned"]],
    ["Anna Berg announced that 30 homes had burned.", ["berg claimed: 30 homes had burned"]],
    [
      "A study published in Nature found that 40 percent of reefs had died.",
      ["study claimed: 40 percent of reefs had died"],
    ],
    [
      "U.S. Geological Survey data show the quake had a magnitude of 6.1.",
      ["US:geological-survey claimed: the quake had a magnitude of 6.1"],
    ],
    // Round and between.
    [
      '"We found nobody," said Maria Torres, the mayor of Antofagasta, "and we keep looking."',
      ['tores claimed: "We found nobody," | we keep looking."'],
    ],
    ['"Nobody was left," the rescuer Hana Novak said on Nov. 9.', ['novak claimed: "Nobody was left,"']],
    [
      "In Anwar Ibrahim's words, the flood was the worst in 30 years.",
      ["ibrahim claimed: the flood was the worst in 30 years"],
    ],
    ["By the Kenyan army's count, 77 schools were hit.", ["KE:military claimed: 77 schools were hit"]],
    [
      "The fire, estimated at 700 hectares by the Greek fire service, spread.",
      ["GR:fire-service claimed estimate: estimated at 700 hectares"],
    ],
    [
      "Brazil's estimate of 5,000 hectares is far too low.",
      ["BR:government claimed estimate: estimate of 5,000 hectares is far too low"],
    ],
    [
      "According to an estimate by Finland's foreign minister, Elina Salo, 300 Finns were there.",
      ["salo claimed estimate: 300 Finns were there"],
    ],
    // Nested, and two at once.
    [
      "About 4,000 fled, the Greek police said, adding that 600 were children.",
      ["GR:police claimed: About 4,000 fled | adding that 600 were children", "GR:police claimed: 600 were children"],
    ],
    [
      "Kenyan police reported 12 arrests, while Ugandan police reported 40.",
      ["KE:police claimed: 12 arrests", "UG:police claimed: 40"],
    ],
    [
      "Norway's army says it fired two missiles; Japan said it saw three.",
      ["NO:military claimed: it fired two missiles", "JP:government claimed: it saw three"],
    ],
    [
      "Twelve ships sank, the Lagos Herald reported, citing Nigerian officials.",
      ["NG:officials claimed: Twelve ships sank"],
    ],
    [
      "Citing Nigerian officials, the Lagos Herald reported that twelve ships sank.",
      ["NG:officials claimed: twelve ships sank"],
    ],
    [
      "Peru's army took the hill, with Chile acknowledging that 28 posts were lost.",
      ["CL:government confirmed: 28 posts were lost"],
    ],
    ["Anna Berg said that 30 homes burned, according to Norwegian police figures.", ["berg claimed: 30 homes burned"]],
    // How the speaker stands to it.
    [
      "Turkey's defense ministry confirmed that three soldiers had died.",
      ["TR:defense-ministry confirmed: three soldiers had died"],
    ],
    ["The Turkish army confirmed it had hit the depot.", ["TR:military claimed: it had hit the depot"]],
    ["Anna Berg acknowledged that 30 homes burned.", ["berg confirmed: 30 homes burned"]],
    ["Turkey denied that three soldiers had died.", ["TR:government denied: three soldiers had died"]],
    [
      "Local media reported that the ferry carried 350 passengers.",
      ["media reported: the ferry carried 350 passengers"],
    ],
    ["The Lagos Herald reported that twelve ships sank.", ["lagos herald reported: twelve ships sank"]],
    ["Reports suggest that 20 ships turned back.", ["- reported: 20 ships turned back"]],
    ["The war goes on amid reports that 20 ships turned back.", ["- reported: 20 ships turned back"]],
    ["Nine people were reportedly hurt.", ["- reported: Nine people were | hurt"]],
    ["Nine people were reported hurt.", ["- reported: Nine people were | hurt"]],
    ["The dam is believed to have cost 90 million euros.", ["- reported: The dam is | to have cost 90 million euros"]],
    [
      "Turkey said it shot down two jets, but details could not be independently verified.",
      ["TR:government unverified: it shot down two jets"],
    ],
    ["Unverified videos showed nine boats burning.", ["- unverified: Unverified videos showed nine boats burning."]],
  ])("reads: %s", (sentence, expected) => {
    expect(ofOne(sentence)).toEqual(expected);
  });

  it.each([
    "The mayor declined to comment.",
    "The governor did not say how many were missing.",
    "The police found 20 knives.",
    "The claims were many and the reports were thin.",
    'She held a sign that read "the army says 20 died".',
    "Twelve ships sank off the coast on Monday.",
  ])("leaves to the document's own voice: %s", (sentence) => {
    expect(ofOne(sentence)).toEqual([]);
  });
});
