import { describe, expect, test } from "vitest";
import { openLiveIndex } from "../../src/index/live.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";

/** A store whose pointer is a number, and a load that is answered by hand. */
function house() {
  const state = { stamp: "1", loads: [] as { give: (id: string) => void; fail: () => void }[], warnings: 0 };
  const load = () =>
    new Promise<Snapshot>((resolve, reject) => {
      state.loads.push({
        give: (id) => resolve({ id, records: [] } as unknown as Snapshot),
        fail: () => reject(new Error("damaged")),
      });
    });
  const log = { info: () => undefined, error: () => undefined, warn: () => void state.warnings++ };
  const open = async () => {
    const opening = openLiveIndex(load, { stamp: async () => state.stamp }, log);
    await settled();
    state.loads[0]?.give("first");
    return opening;
  };
  return { state, open };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a live index", () => {
  test("loads once while the pointer stays", async () => {
    const { state, open } = house();
    const live = await open();
    expect((await live.current()).id).toBe("first");
    expect((await live.current()).id).toBe("first");
    expect(state.loads).toHaveLength(1);
  });

  test("whoever asks after a switch waits for the new generation; all share one load", async () => {
    const { state, open } = house();
    const live = await open();
    state.stamp = "2";
    const waiting = [live.current(), live.current(), live.current()];
    await settled();
    expect(state.loads).toHaveLength(2);
    expect(live.latest().id).toBe("first");
    state.loads[1]?.give("second");
    expect((await Promise.all(waiting)).map(({ id }) => id)).toEqual(["second", "second", "second"]);
    expect(live.latest().id).toBe("second");
    expect((await live.current()).id).toBe("second");
    expect(state.loads).toHaveLength(2);
  });

  test("a switch in the middle of a load: who asked after it gets the newest", async () => {
    const { state, open } = house();
    const live = await open();
    state.stamp = "2";
    const early = live.current();
    await settled();
    state.stamp = "3";
    const late = live.current();
    await settled();
    state.loads[1]?.give("second");
    expect((await early).id).toBe("second");
    await settled();
    state.loads[2]?.give("third");
    expect((await late).id).toBe("third");
    expect((await live.current()).id).toBe("third");
    expect(state.loads).toHaveLength(3);
  });

  test("a load that fails: the old one serves, one warning, no further try until the pointer changes", async () => {
    const { state, open } = house();
    const live = await open();
    state.stamp = "2";
    const asked = live.current();
    await settled();
    state.loads[1]?.fail();
    expect((await asked).id).toBe("first");
    expect((await live.current()).id).toBe("first");
    expect(state).toMatchObject({ warnings: 1, loads: { length: 2 } });
    state.stamp = "3";
    const again = live.current();
    await settled();
    state.loads[2]?.give("third");
    expect((await again).id).toBe("third");
  });

  test("a pointer that cannot be looked at is no reason to stop answering", async () => {
    let isBroken = false;
    const stamp = async () => {
      if (isBroken) throw new Error("EIO");
      return "1";
    };
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const live = await openLiveIndex(
      async () => ({ id: "first", records: [] }) as unknown as Snapshot,
      { stamp },
      quiet,
    );
    isBroken = true;
    expect((await live.current()).id).toBe("first");
  });

  test("a first load that fails is thrown", async () => {
    const { state } = house();
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const failing = openLiveIndex(
      () => Promise.reject(new Error("damaged")),
      { stamp: async () => state.stamp },
      quiet,
    );
    await expect(failing).rejects.toThrow("damaged");
  });
});
