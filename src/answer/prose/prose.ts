import type { DraftCitation } from "../draft.ts";

/** A sentence that a language model wrote, with the quotes that it says it is made from. */
export type Prose = { readonly text: string; readonly citations: readonly DraftCitation[] };

/**
 * What a sentence of a language model can fail. `marker`: it names no sentence that it was given; `form`: more or other than a plain
 * sentence (a link, markup, a question); `quotation`: words in quotation marks that no quote has; `number`, `name`: a figure with hedge,
 * unit and what it counts, or a name, that no quote has; `speaker`: said by someone else; `meaning`: a word that turns or weighs what is
 * said ("not", "may", "only", "because", "correct") that the quotes lack, or the reverse; `support`: words from elsewhere; `roles`: who did what to whom is changed over;
 * `repeat`: it says again what was said.
 */
export type Gate =
  | "marker"
  | "form"
  | "quotation"
  | "number"
  | "name"
  | "speaker"
  | "meaning"
  | "support"
  | "roles"
  | "repeat";
