// node ingest-child.mjs CORPUS INDEX [N [half]]: ingests, and is killed at the N-th operation on disk, a write half done where "half".
// Prints the names of the operations.
import { nodeFileSystem } from "../../dist/adapters/file-system.js";
import { openFsCorpus } from "../../dist/adapters/fs-corpus.js";
import { openFsStore } from "../../dist/adapters/fs-store.js";
import { nodeClock } from "../../dist/adapters/node-clock.js";
import { nodeHash } from "../../dist/adapters/node-hash.js";
import { derivePostings } from "../../dist/index/derive.js";
import { ingest } from "../../dist/ingest.js";
import { faultyFiles } from "../fakes/faulty-files.mjs";
import { plainEmbedder, preparePlainly } from "../fakes/plain-documents.mjs";

const [corpus, index, killAt, half] = process.argv.slice(2);
const names = [];
const files = faultyFiles(nodeFileSystem, index, ({ n, name }) => {
  names.push(name);
  if (half && n === Number(killAt) && name.startsWith("write ")) return "half";
  if (n >= Number(killAt ?? Infinity)) process.kill(process.pid, "SIGKILL");
});
await ingest(
  {
    corpus: openFsCorpus(corpus),
    store: openFsStore(index, files),
    embedder: plainEmbedder,
    prepare: async (file) => preparePlainly(file),
    derivers: { postings: async (records) => derivePostings(records), graphs: null },
    hash: nodeHash,
    clock: nodeClock,
  },
  { vectors: "auto", pipeline: "plain-1", from: "changes" },
);
console.log(JSON.stringify(names));
