/** Token numbers, end exclusive. */
export type Range = { readonly from: number; readonly to: number };

/** What a figure counts, as far as its own sentence says. Bounds are token numbers, end exclusive. */
export type Counting =
  /** A noun of its own: "70 Ukrainian drones", "39 out of 74 drones", "a toll of 12"; `set`: "put the number of homes at 300"; `of-them`: "12 of them children". */
  | {
      readonly kind: "noun";
      readonly group: Range;
      readonly head: number;
      readonly via: "own" | "of" | "subject" | "before" | "strong" | "set" | "whole" | "of-them";
    }
  /** No noun, but something that happens to people: "five were killed", "41,980 killed and wounded", "12 dead"; `words`: where that stands, if not behind. */
  | { readonly kind: "people"; readonly group: Range; readonly words?: Range; readonly ofWhole?: true }
  /** The construction names it: "1,412 votes ahead" is a lead, "12 km below the surface" a depth. `action` is undefined where a verb tells. */
  | {
      readonly kind: "construed";
      readonly group: Range;
      readonly thing: string;
      readonly action?: string | null;
    }
  /** The noun stands with an earlier figure: "62 of which", "14 over Bryansk", "30 others", "a total of 6". */
  | {
      readonly kind: "earlier";
      readonly group: Range;
      readonly why: "of-which" | "including" | "list" | "others" | "generic";
      /** Token of the figure that it is part of, where the sentence names it first: "Of the seven flights, four …". */
      readonly whole?: number;
    };
