import type { Snapshot } from "../index/snapshot.ts";
import type { DocumentRecord } from "../index/record.ts";
import { readAskedDoer } from "../question/asked-doer.ts";
import { readAskedPlace } from "../question/asked-place.ts";
import { readAskedName } from "../question/asked-name.ts";
import type { AskedName } from "../question/asked-name.ts";
import type { QuestionPart } from "../question/question.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import type { Target } from "../question/target.ts";
import { tagsOf } from "../retrieval/asked-tags.ts";
import { figureReader } from "../retrieval/figure-fit.ts";
import type { FigureReader } from "../retrieval/figure-fit.ts";
import { fillsSlot } from "../retrieval/fill-slots.ts";
import { fillerReader, sentencesOf } from "../retrieval/fillers/mentions.ts";
import type { FillerReader } from "../retrieval/fillers/mentions.ts";
import { readSlot } from "../retrieval/fillers/slot.ts";
import type { Slot } from "../retrieval/fillers/slot.ts";
import { findDoers } from "../retrieval/find-doers.ts";
import type { FoundDoer } from "../retrieval/find-doers.ts";
import { findScenes } from "../retrieval/find-scenes.ts";
import type { FoundScene } from "../retrieval/find-scenes.ts";
import type { SentenceReader } from "../retrieval/kept.ts";
import { nameReader } from "../retrieval/name-fit.ts";
import type { NameReader } from "../retrieval/name-fit.ts";
import type { RetrievedPassage } from "../retrieval/retrieve.ts";
import { figureHolder } from "./look-up-figures.ts";

/** What a part of a question is read by, sentence by sentence, before its vector is known. Each is made when it is first asked for; null where the part does not ask for such a thing. */
export type Readers = {
  /** True for sentences that hold a figure for what is asked. */
  readonly holdsFigure: () => SentenceReader<boolean> | null;
  readonly figures: () => FigureReader | null;
  readonly names: () => { readonly asked: AskedName; readonly read: NameReader } | null;
  readonly fillers: () => { readonly slot: Slot; readonly read: FillerReader } | null;
  readonly doers: () => RecordReader<readonly FoundDoer[]> | null;
  readonly scenes: () => RecordReader<readonly FoundScene[]> | null;
};

/** Reads a whole record; `at` is its index in the snapshot. */
export type RecordReader<T> = (at: number, record: DocumentRecord) => T;

/** What readers are made for. */
type Reading = { readonly part: QuestionPart; readonly target: Target | null; readonly slots: readonly StatedSlot[] };

/** The readers of a part; a sentence that several of them or several steps of an answer ask for is read once. */
export function readersOf({ part, target, slots }: Reading, snapshot: Snapshot): Readers {
  const names = part.names.flatMap((name) => name.stems.slice(-1));
  return {
    holdsFigure: once(() => target && figureHolder(target)),
    figures: once(() => target && figureReader({ part, target, slots, snapshot })),
    names: once(() => {
      const asked = readAskedName(part);
      return asked && { asked, read: nameReader({ part, asked, snapshot }) };
    }),
    fillers: once(() => {
      // An amount has a unit, which a filler does not tell.
      const slot = part.kind === "how-much" ? null : readSlot(part);
      // Of several values none contradicts another, and none is the answer.
      return slot && slot.holds === "one" ? { slot, read: fillerReader({ part, slot, snapshot }) } : null;
    }),
    doers: once(() => {
      const asked = readAskedDoer(part);
      return asked && eachOnce((at, record) => findDoers(asked, at, record, names));
    }),
    scenes: once(() => {
      const asked = readAskedPlace(part);
      return asked && eachOnce((at, record) => findScenes(asked, at, record, names));
    }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function eachOnce<T>(read: RecordReader<T>): RecordReader<T> {
  const known = new Map<number, { readonly value: T }>();
  return (at, record) => {
    const { value } = known.get(at) ?? { value: read(at, record) };
    known.set(at, { value });
    return value;
  };
}

/**
 * Reads some passages for a part, while the model still works on the question's vector: those that its words find are most of those that its answer
 * will be read from. Nothing but speed depends on it.
 * @param isFound true where the claim table has an answer, so that neither names nor other fillers will be asked for
 */
export function readAhead(
  { part, readers, slots, isFound }: Reading & { readonly readers: Readers; readonly isFound: boolean },
  passages: readonly RetrievedPassage[],
  snapshot: Snapshot,
): void {
  tagsOf(part);
  const [figures, holds] = [readers.figures(), readers.holdsFigure()];
  const names = isFound ? null : readers.names();
  for (const { record: at, passage } of passages) {
    const record = snapshot.records[at];
    const bounds = record?.passages[passage];
    if (!record || !bounds) continue;
    for (let sentence = bounds.from; sentence < bounds.to; sentence += 1) {
      const place = record.sentences[sentence];
      if (!place || place.kind === "heading" || place.repeated) continue;
      for (const slot of slots) fillsSlot(slot, { record, sentence });
      holds?.(record, sentence);
      figures?.(record, sentence);
      names?.read(record, sentence);
    }
  }
  if (isFound) return;
  const [doers, scenes, fillers] = [readers.doers(), readers.scenes(), readers.fillers()];
  for (const [at, sentences] of sentencesOf(passages, snapshot)) {
    const record = snapshot.records[at];
    if (!record) continue;
    doers?.(at, record);
    scenes?.(at, record);
    for (const sentence of sentences) fillers?.read.sentence(record, sentence);
  }
}
