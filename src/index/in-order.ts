/** How many items may be under way at once, and how much of them. One item is always let through, however heavy. */
export type Window = { readonly items: number; readonly weight: number };

/** One piece of work and what it weighs, in the unit of the window. */
export type Weighed<Item> = { readonly item: Item; readonly weight: number };

/**
 * Works on several items at once and gives the results in the order of the items, so that what is under way, and what is done but not
 * yet taken, stays inside the window. The first failure ends it; what was under way is waited for, its failures are dropped.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Weighed<Item>>,
  window: Window,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: { readonly result: Promise<Result>; readonly weight: number }[] = [];
  let weight = 0;
  const take = async (): Promise<Result | undefined> => {
    const first = underWay.shift();
    weight -= first?.weight ?? 0;
    return first?.result;
  };
  try {
    for (const next of items) {
      while (underWay.length > 0 && (underWay.length >= window.items || weight + next.weight > window.weight)) {
        const result = await take();
        if (result !== undefined) yield result;
      }
      const result = work(next.item);
      // A failure is met when its turn comes; until then it must not count as unhandled.
      result.catch(() => undefined);
      underWay.push({ result, weight: next.weight });
      weight += next.weight;
    }
    while (underWay.length > 0) {
      const result = await take();
      if (result !== undefined) yield result;
    }
  } finally {
    await Promise.allSettled(underWay.map(({ result }) => result));
  }
}
