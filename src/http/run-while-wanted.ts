/**
 * Runs work until it is done, until its client leaves, or until the server stops waiting. Both tell the work to stop; a leaving client waits for
 * it to have stopped, a stopping server does not: work that heeds no signal would hold it up.
 * @returns what the work gave, or `"given-up"` where the server stopped first
 * @throws what the work throws, also where it does so because its client left
 */
export async function runWhileWanted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { client, stopping }: { readonly client: AbortSignal; readonly stopping: AbortSignal },
): Promise<T | "given-up"> {
  const wanted = new AbortController();
  const drop = (): void => wanted.abort();
  // Not AbortSignal.any(): what it makes stays listed with `stopping`, which lives as long as the server.
  const gaveUp = new AbortController();
  const givenUp = new Promise<"given-up">((resolve) =>
    gaveUp.signal.addEventListener("abort", () => resolve("given-up"), { once: true }),
  );
  const giveUp = (): void => {
    gaveUp.abort();
    drop();
  };
  if (client.aborted) drop();
  if (stopping.aborted) giveUp();
  client.addEventListener("abort", drop, { once: true });
  stopping.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([givenUp, work(wanted.signal)]);
  } finally {
    client.removeEventListener("abort", drop);
    stopping.removeEventListener("abort", giveUp);
  }
}
