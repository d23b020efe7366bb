/**
 * Who waits for whom: a question goes ahead of everything that waits; texts and documents go in the order in which they came, and
 * documents, which take long, never hold the last free worker where there are two or more.
 */
export type Lane = "question" | "text" | "document";

/** Jobs that wait. */
export type JobQueue<Item> = {
  readonly add: (item: Item, lane: Lane) => void;
  /** Takes the next one out, else null; of the documents only where `documentsAllowed`. */
  readonly next: (documentsAllowed: boolean) => { readonly item: Item; readonly lane: Lane } | null;
  /** Empties the queue, in no promised order. */
  readonly drain: () => readonly Item[];
};

/** An empty queue. Items dropped while they wait are skipped when their turn comes: `alive` says which. */
export function jobQueue<Item>(alive: (item: Item) => boolean): JobQueue<Item> {
  const lanes = { question: fifo<Item>(alive), text: fifo<Item>(alive), document: fifo<Item>(alive) };
  let clock = 0;
  const take = (lane: Lane) => {
    const item = lanes[lane].take();
    return item === null ? null : { item, lane };
  };
  return {
    add: (item, lane) => lanes[lane].add(item, clock++),
    next: (documentsAllowed) => {
      if (lanes.question.arrival() !== null) return take("question");
      const document = documentsAllowed ? lanes.document.arrival() : null;
      const text = lanes.text.arrival();
      return document !== null && (text === null || document < text) ? take("document") : take("text");
    },
    drain: () => Object.values(lanes).flatMap((lane) => lane.drain()),
  };
}

/** First in, first out; taken items are dropped from the array in bulk, so that a long queue costs constant time an item. */
function fifo<Item>(alive: (item: Item) => boolean) {
  const COMPACT_AT = 1024;
  let waiting: { item: Item; arrival: number }[] = [];
  let head = 0;
  const skipDead = (): { item: Item; arrival: number } | null => {
    for (; ; head++) {
      const first = waiting[head];
      if (first === undefined) return null;
      if (alive(first.item)) return first;
    }
  };
  return {
    add: (item: Item, arrival: number): void => {
      waiting.push({ item, arrival });
    },
    /** When the first living item came, else null. */
    arrival: (): number | null => skipDead()?.arrival ?? null,
    take: (): Item | null => {
      const first = skipDead();
      if (first === null) return null;
      head++;
      if (head >= COMPACT_AT && head * 2 >= waiting.length) {
        waiting = waiting.slice(head);
        head = 0;
      }
      return first.item;
    },
    drain: (): readonly Item[] => {
      const rest = waiting.slice(head).filter(({ item }) => alive(item));
      waiting = [];
      head = 0;
      return rest.map(({ item }) => item);
    },
  };
}
