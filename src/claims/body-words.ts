/** Bodies and offices under one name whatever the words: key of the kind → words, folded, alternatives by `|`. Longer rows are tried first. */
export const KINDS: readonly (readonly [kind: string, words: string])[] = [
  [
    "defense-ministry",
    "defense ministry|defence ministry|ministry of defense|ministry of defence|mod|defense department|department of defense|pentagon",
  ],
  [
    "foreign-ministry",
    "foreign ministry|ministry of foreign affairs|foreign office|state department|department of state|external affairs ministry|ministry of external affairs",
  ],
  [
    "interior-ministry",
    "interior ministry|ministry of interior|ministry of the interior|ministry of internal affairs|home office|home ministry",
  ],
  [
    "health-ministry",
    "health ministry|ministry of health|ministry of public health|health department|department of health",
  ],
  ["finance-ministry", "finance ministry|ministry of finance|treasury|treasury department"],
  ["energy-ministry", "energy ministry|ministry of energy|department of energy|energy department"],
  [
    "emergency-service",
    "emergency ministry|ministry of emergency situations|emergencies ministry|emergency situations ministry|state emergency service|emergency services|emergency service",
  ],
  ["general-staff", "general staff|general staff of armed forces|general staff of the armed forces"],
  ["air-force", "air force|airforce"],
  ["navy", "navy"],
  ["military", "military|armed forces|army|armed services|military command"],
  ["defense-intelligence", "defense intelligence|defence intelligence|military intelligence"],
  [
    "intelligence",
    "intelligence|intelligence services|intelligence agencies|intelligence service|intelligence officials",
  ],
  ["police", "police|police department|national police|police force"],
  ["government", "government|authorities|administration|cabinet|leadership"],
  ["officials", "officials|official|government officials|senior officials|senior official"],
  ["media", "media|press|state media|news media|local media"],
  [
    "defense-minister",
    "defense minister|defence minister|defense secretary|defence secretary|minister of defense|minister of defence|secretary of defense|secretary of defence|defense chief|defence chief",
  ],
  [
    "foreign-minister",
    "foreign minister|foreign secretary|minister of foreign affairs|secretary of state|external affairs minister",
  ],
  ["interior-minister", "interior minister|minister of the interior|minister of interior|home secretary|home minister"],
  ["health-minister", "health minister|health secretary|minister of health"],
  ["finance-minister", "finance minister|minister of finance|treasury secretary|chancellor of the exchequer"],
  ["prime-minister", "prime minister|premier"],
  ["chancellor", "chancellor"],
  ["president", "president|head of state|president elect"],
  [
    "commander-in-chief",
    "commander in chief|top military commander|military commander|top commander|army chief|military chief|top general|armed forces chief|head of the army|head of the military",
  ],
  [
    "chief-of-defense-staff",
    "chief of defense staff|chief of the defense staff|chief of defence staff|chief of the defence staff|defense staff chief|defence staff chief|armed forces chief of staff",
  ],
  ["chief-of-staff", "chief of staff|chief of general staff|chief of the general staff"],
  ["central-bank", "central bank|reserve bank|federal reserve|national bank"],
];

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Capitalised words that make a name a body's, not a person's. */
export const BODY_WORDS = set(
  "ministry department agency service services office bureau board committee commission council parliament congress senate court university institute union party association federation network foundation fund bank group company corporation corp inc ltd force forces army navy staff police guard command authority administration organization organisation center centre society international watch nations house airlines airways motors energy systems research survey observatory hospital school college church federal national reserve team league club alliance front movement crescent cross",
);
/** Military ranks: they name no office, so whoever bears one may be the unnamed office of the sentence before. */
export const RANKS = set(
  "general colonel major lieutenant captain admiral marshal brigadier commander sergeant corporal col gen lt maj adm capt sgt brig vice rear air",
);
/** Names of a person's place in the world that stay nobody's own: never linked to a name that follows. */
export const PLAIN_ROLES = set(
  "official source witness resident expert analyst doctor spokesman spokeswoman spokesperson reporter journalist soldier officer lawyer diplomat aide adviser advisor survivor driver activist",
);
