/** Forms that make a passive with a participle. */
export const BE_FORMS: ReadonlySet<string> = new Set("be am is are was were been being got gets get 's 're".split(" "));

/** Forms that make a perfect with a participle. */
export const HAVE_FORMS: ReadonlySet<string> = new Set("have has had having 've".split(" "));

/** Words that belong to the verb before them: "shot down", "laid off", "handed over". */
export const PARTICLES: ReadonlySet<string> = new Set("down off up out away back over".split(" "));

/** Verbs that say how large something is and nothing else; what is counted is their subject. */
export const MEASURING_VERBS: ReadonlySet<string> = new Set(
  (
    "be is are was were been total reach hit stand rise fall climb grow drop number surpass exceed top average equal amount " +
    "come increase decrease decline jump slip edge swell mount soar plunge tumble rebound pass cross remain become"
  ).split(" "),
);

/** Nouns that only say that there is a figure; what is counted is said elsewhere. */
export const FIGURE_NOUNS: ReadonlySet<string> = new Set(
  "number total figure tally count toll sum estimate record average amount maximum minimum peak low high rest majority reading measurement".split(
    " ",
  ),
);

/** Nouns that hold people: "a force of 50,000", "a 400-strong crowd". */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  "force group army contingent crowd team brigade garrison grouping unit corps crew convoy delegation offensive workforce".split(
    " ",
  ),
);

/** Prepositions before the place where something is so. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in over at near across inside outside around into within throughout through to on above along from off".split(" "),
);

/** Prepositions before what something is aimed at. */
export const TARGET_PREPOSITIONS: ReadonlySet<string> = new Set("against at on toward towards".split(" "));

/** Words that stand for the people to whom it happened: "12 dead", "the number of missing". */
export const PEOPLE_WORDS: ReadonlySet<string> = new Set(
  "killed dead injured wounded hurt missing arrested detained hospitalised hospitalized displaced homeless evacuated rescued captured died drowned".split(
    " ",
  ),
);

/** Families of what happens to people, whose passive needs no noun: "11 were treated". */
export const PEOPLE_FAMILIES: ReadonlySet<string> = new Set(
  "kill wound missing capture displace infect treat vaccinate arrest charge convict sentence acquit deport abduct free lay-off".split(
    " ",
  ),
);
