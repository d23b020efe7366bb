import { readStatedSlots } from "../question/stated-slots.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import type { QuestionPart } from "../question/question.ts";
import { completeTarget, findTarget } from "../question/target.ts";
import type { Target } from "../question/target.ts";
import { retrieveByWords } from "../retrieval/retrieve.ts";
import { sourceFilter } from "../retrieval/asked-sources.ts";
import type { Chosen } from "./figures.ts";
import { lookUpFigures } from "./look-up-figures.ts";
import { lookUpTimes } from "./look-up-times.ts";
import { lookUpTopic } from "./look-up-topic.ts";
import { readAhead, readersOf } from "./readers.ts";
import type { Readers } from "./readers.ts";
import type { LookUpWorld } from "./look-up-world.ts";

/** A part with what the claim table has for it: all of an answer that needs no vector of the question. */
export type AskedPart = {
  readonly part: QuestionPart;
  /** The figure that is asked for, null where none is. */
  readonly target: Target | null;
  /** The comparisons of claims that answer it, null where none does. */
  readonly chosen: Chosen | null;
  /** What the part states itself, for its evidence to bear out. */
  readonly slots: readonly StatedSlot[];
  readonly readers: Readers;
};

/**
 * Looks up the claim table for each part of a question; what a later part leaves out comes from the one before it. Each
 * kind of claim has a file of its own that says which questions it answers. What the words of the question find is read ahead.
 */
export function lookUpParts(parts: readonly QuestionPart[], world: LookUpWorld): readonly AskedPart[] {
  let before: Target | null = null;
  const { snapshot, allow } = world;
  const likely = retrieveByWords({ question: { parts }, snapshot, allow, limit: READ_AHEAD });
  return parts.map((part) => {
    const whole = part.kind === "disagreements" || part.kind === "changes";
    const own = whole ? null : findTarget(part, world.asOf);
    const target: Target | null = own && before ? completeTarget(own, before) : own;
    before = own;
    const inside = withinSources(part, world);
    const figures = target && lookUpFigures(part, target, inside);
    const chosen = figures ?? lookUpTimes(part, inside) ?? lookUpTopic(part, inside);
    const slots = readStatedSlots(part, world.asOf);
    const readers = readersOf({ part, target, slots }, snapshot);
    readAhead({ part, target, slots, readers, isFound: chosen !== null }, likely, snapshot);
    return { part, target, chosen, slots, readers };
  });
}

/** Passages that are read before the question's vector is known: as many as an answer is read from by default. */
const READ_AHEAD = 12;

/** "According to the Courier": its own documents only. */
function withinSources(part: QuestionPart, world: LookUpWorld): LookUpWorld {
  const ofSource = sourceFilter(part.text, world.snapshot);
  return ofSource === null ? world : { ...world, allow: (document) => world.allow(document) && ofSource(document) };
}
