/** How two families differ, where they are not simply different. */
export type FamilyRelation =
  /** What holds of the narrow one holds of the wide one: its figure is a part. */
  | { readonly kind: "includes"; readonly wide: string; readonly narrow: readonly string[] }
  /** The two words count the same where this is what happens: whoever marches is a marcher. */
  | { readonly kind: "same-where"; readonly families: readonly [string, string]; readonly where: readonly string[] };

/** `where` names actions. */
export const THING_RELATIONS: readonly FamilyRelation[] = [
  {
    kind: "includes",
    wide: "person",
    narrow: [
      "troop",
      "civilian",
      "child",
      "woman",
      "man",
      "student",
      "patient",
      "passenger",
      "crew",
      "tourist",
      "migrant",
      "refugee",
      "evacuee",
      "prisoner",
      "hostage",
      "journalist",
      "police-officer",
      "firefighter",
      "rescuer",
      "protester",
      "spectator",
      "striker",
      "worker",
      "voter",
      "victim",
    ],
  },
  { kind: "includes", wide: "civilian", narrow: ["child", "woman", "student", "tourist", "journalist"] },
  { kind: "includes", wide: "child", narrow: ["student"] },
  { kind: "includes", wide: "migrant", narrow: ["refugee"] },
  { kind: "includes", wide: "aircraft", narrow: ["helicopter"] },
  { kind: "includes", wide: "vehicle", narrow: ["car", "tank"] },
  { kind: "includes", wide: "building", narrow: ["home", "school", "shop"] },
  { kind: "same-where", families: ["person", "protester"], where: ["rally"] },
  { kind: "same-where", families: ["spectator", "protester"], where: ["rally"] },
  { kind: "same-where", families: ["person", "spectator"], where: ["rally"] },
  { kind: "same-where", families: ["person", "striker"], where: ["strike-work"] },
  { kind: "same-where", families: ["worker", "striker"], where: ["strike-work"] },
  { kind: "same-where", families: ["worker", "person"], where: ["lay-off", "hire", "strike-work"] },
  { kind: "same-where", families: ["person", "voter"], where: ["vote"] },
  { kind: "same-where", families: ["vote", "voter"], where: ["vote"] },
  { kind: "same-where", families: ["person", "evacuee"], where: ["displace"] },
  { kind: "same-where", families: ["person", "hostage"], where: ["abduct", "free"] },
  { kind: "same-where", families: ["person", "prisoner"], where: ["capture", "exchange"] },
  { kind: "same-where", families: ["person", "patient"], where: ["treat"] },
  { kind: "same-where", families: ["person", "passenger"], where: ["carry"] },
  { kind: "same-where", families: ["home", "customer"], where: ["cut-off"] },
  { kind: "same-where", families: ["household", "customer"], where: ["cut-off"] },
  { kind: "same-where", families: ["home", "household"], where: ["cut-off"] },
  { kind: "same-where", families: ["building", "customer"], where: ["cut-off"] },
  // "Shed 450 positions", "200 posts are to go".
  { kind: "same-where", families: ["worker", "position"], where: ["lay-off", "cut", "hire"] },
  { kind: "same-where", families: ["person", "victim"], where: ["kill", "wound", "casualties"] },
  // Nouns that name what happened and not to whom.
  { kind: "same-where", families: ["person", "death"], where: ["kill"] },
  { kind: "same-where", families: ["person", "injury"], where: ["wound"] },
  { kind: "same-where", families: ["person", "case"], where: ["infect"] },
  { kind: "same-where", families: ["person", "casualty"], where: ["casualties"] },
];

/** `where` names things. */
export const ACTION_RELATIONS: readonly FamilyRelation[] = [
  { kind: "includes", wide: "casualties", narrow: ["kill", "wound"] },
  { kind: "includes", wide: "launch", narrow: ["attack"] },
  { kind: "same-where", families: ["casualties", "lose"], where: ["troop", "person", "casualty"] },
  { kind: "same-where", families: ["launch", "enter"], where: ["drone", "missile"] },
  // "Lost" drones went astray: their makers' enemies jammed them.
  { kind: "same-where", families: ["lose", "jam"], where: ["drone", "missile"] },
  { kind: "same-where", families: ["launch", "deploy"], where: ["troop"] },
  { kind: "same-where", families: ["earn", "be"], where: ["revenue", "profit"] },
  { kind: "same-where", families: ["lay-off", "cost"], where: ["worker", "position"] },
  { kind: "same-where", families: ["cut", "cost"], where: ["worker", "position"] },
  { kind: "same-where", families: ["lay-off", "cut"], where: ["worker", "position", "person"] },
  { kind: "same-where", families: ["vote", "count"], where: ["vote"] },
  { kind: "same-where", families: ["rally", "count"], where: ["protester"] },
  { kind: "same-where", families: ["oppose", "invalidate"], where: ["vote"] },
];
