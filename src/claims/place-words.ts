/** Words of English that tell whether and which place a name means; all lower case but where said. Tables walked by `gazetteer.ts`. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Kinds of region that follow a name: "Kursk Oblast", "the Aleppo governorate". Written small they still count. */
export const REGION_WORDS = set(
  "oblast region province governorate krai kray prefecture voivodeship raion wilayat okrug emirate canton department republic territory county district municipality",
);
/** These name something smaller than a region, so that a city's name before them does not mean the city's region. */
export const DISTRICT_WORDS = set("county district municipality raion okrug department");
/** As `REGION_WORDS`, for names joined before them: "Oryol and Kaluga oblasts". */
export const REGION_PLURALS = set("oblasts regions provinces governorates krais prefectures voivodeships republics");
/** "city of X", "province of X": the noun before "of". */
export const PLACE_NOUNS = set(
  "city town village port settlement capital suburb municipality resort commune hamlet neighborhood neighbourhood island",
);
export const REGION_NOUNS = set("region province oblast governorate state prefecture republic");
/** Words before a name that mark it as a place even where it is also a word or a person's name. */
export const LOCATIVES = set("in near outside around across throughout into within");
/** Words between "near" and a place that is not in the gazetteer. */
export const NEAR_WORDS = set("near outside");
/** Courtesy titles: what follows is a person. */
export const COURTESY_TITLES = set(
  "mr mrs ms miss dr sir dame lord lady prof professor sen rep gov gen col lt capt sgt judge justice president senator governor general secretary coach minister",
);
/** After a place's name these make the name of a paper, a broadcaster or a club ("the Kyiv Post"); the whole is then no place. */
export const OUTLET_WORDS = set(
  "times post independent tribune globe herald journal gazette chronicle mirror telegraph observer review inquirer examiner sun standard dispatch courier bulletin daily today united fc rovers wanderers hotspur",
);
/** After a name that is also a given name, these say that a place is meant all the same ("Sydney Airport"). */
export const PLACE_FOLLOWERS = set(
  "governor president senator senators minister prime chancellor king queen king army navy republicans democrats supreme department attorney secretary ambassador airport university police city county state government parliament council mayor harbour harbor river valley hospital stadium olympics games agreement accord accords metro station port court opera bridge street university institute stock exchange zoo film province region oblast district international strip heights peninsula island islands bay beach",
);
/** Capitalised words that are never a place. */
export const NEVER_PLACES = set(
  "western eastern northern southern central north south east west upper lower capital metropolitan national federal january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan god the a an this that these those it he she they we i you his her their its our my but and or if when while after before as at by for from in of on to with not no yes so then there here what who which why how all some many most both each every one two three four five six seven eight nine ten",
);
