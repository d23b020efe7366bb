// Plain JavaScript, because the processes that test/faults kills run from dist/, where tests are not compiled.

/**
 * A file system that numbers what it is asked to change and to make durable, from 1, and names it ("write making/documents.jsonl"). `meet`
 * is called before each: what it throws is the fault. It may return "half" for a write, which then writes half and calls `meet` again.
 */
export function faultyFiles(real, folder, meet) {
  let n = 0;
  const within = (path) =>
    path
      .slice(folder.length + 1)
      .replace(/[0-9a-f]{64}/g, "ID")
      .replace(/lock\.\d+\.\d+\.\d+/, "lock.PID");
  const step = (what, path) => meet({ n: ++n, name: `${what} ${within(path)}` });
  const changing = async (open, what, path) => {
    step(what, path);
    const file = await open(path);
    return {
      write: async (bytes) => {
        if (step("write", path) === "half") {
          await file.write(bytes.subarray(0, bytes.length >> 1));
          step("torn", path);
        }
        await file.write(bytes);
      },
      read: file.read,
      sync: async () => {
        step("sync", path);
        await file.sync();
      },
      close: async () => {
        // A real close that fails has closed the file all the same.
        await file.close();
        step("close", path);
      },
    };
  };
  const stepping =
    (what) =>
    async (path, ...rest) => {
      step(what, path);
      return real[what](path, ...rest);
    };
  return {
    ...real,
    makeFolder: stepping("makeFolder"),
    openNew: (path) => changing(real.openNew, "openNew", path),
    rename: stepping("rename"),
    link: stepping("link"),
    remove: stepping("remove"),
    syncFolder: stepping("syncFolder"),
  };
}
