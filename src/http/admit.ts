/**
 * Lets at most `limit` tasks run at once; one more is not queued but told `"full"`, so that a client hears it while its
 * question is still worth asking.
 */
export function admitAtMost(limit: number): <T>(task: () => Promise<T>) => Promise<T | "full"> {
  let running = 0;
  return async (task) => {
    if (running >= limit) return "full";
    running += 1;
    try {
      return await task();
    } finally {
      running -= 1;
    }
  };
}
