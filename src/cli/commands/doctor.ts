import { createServer } from "node:net";
import { checkModelFiles } from "../../adapters/model-files.ts";
import { hnswAvailable } from "../../adapters/hnswlib-vectors.ts";
import { openFsCorpus } from "../../adapters/fs-corpus.ts";
import { EXIT, printJson } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { describeAnswerer, describeTraffic } from "../settings.ts";
import type { Settings } from "../settings.ts";
import { loadWithoutModel } from "../wire-up.ts";

/** `note` is worth knowing and no fault. */
type Finding = { readonly name: string; readonly state: "fine" | "note" | "fault"; readonly says: string };

/** `parallax doctor`: looks at everything that a working Parallax needs. @returns 1 where there is a fault */
export async function runDoctor(context: CommandContext): Promise<number> {
  const { settings } = context;
  const findings: readonly Finding[] = [
    { name: "node", state: "fine", says: `${process.versions.node} on ${process.platform} ${process.arch}` },
    await look("model", () => lookAtModel(settings)),
    await look("corpus", () => lookAtCorpus(settings)),
    await look("index", () => lookAtIndex(settings)),
    await lookAtVectors(),
    await lookAtPort(settings),
    { name: "answerer", state: settings.writer === null ? "fine" : "note", says: describeAnswerer(settings) },
    {
      name: "traffic",
      state: settings.embedder.kind === "folder" && settings.writer === null ? "fine" : "note",
      says: describeTraffic(settings),
    },
  ];
  if (context.format === "json") printJson(context, { findings });
  else {
    const { out, paint, show } = context.terminal;
    const words = { fine: "fine ", note: paint.strong("note "), fault: paint.alarm("FAULT") };
    for (const { name, state, says } of findings) out(`${words[state]}  ${name.padEnd(8)} ${show(says)}`);
  }
  return findings.some(({ state }) => state === "fault") ? EXIT.failed : EXIT.fine;
}

type Seen = Omit<Finding, "name">;

/** An error is a finding too: its message says what is wrong and what to do. */
async function look(name: string, at: () => Promise<Seen>): Promise<Finding> {
  try {
    return { name, ...(await at()) };
  } catch (error) {
    return { name, state: "fault", says: error instanceof Error ? error.message : String(error) };
  }
}

async function lookAtModel({ embedder }: Settings): Promise<Seen> {
  switch (embedder.kind) {
    case "folder":
      await checkModelFiles(embedder.folder, embedder.shipped ? "required" : "where-listed");
      return { state: "fine", says: `${embedder.folder}, every file as its checksum says` };
    case "hugging-face":
      return { state: "note", says: `${embedder.id}, kept in ${embedder.cacheFolder}` };
    case "openai": {
      const key = embedder.key === null ? "without a key" : "with a key";
      return { state: "note", says: `${embedder.model} at ${embedder.baseUrl.origin}, ${key}` };
    }
  }
}

async function lookAtCorpus({ corpus }: Settings): Promise<Seen> {
  const files = await openFsCorpus(corpus).list();
  return { state: files.length === 0 ? "note" : "fine", says: `${corpus}, ${files.length} files` };
}

async function lookAtIndex(settings: Settings): Promise<Seen> {
  const { id, records, passages, warnings } = await loadWithoutModel(settings);
  const size = `${settings.index}, generation ${id.slice(0, 12)}, ${records.length} documents, ${passages.length} passages`;
  if (warnings.length > 0) return { state: "fault", says: `${size}: ${warnings.join(" ")}` };
  return { state: "fine", says: size };
}

async function lookAtVectors(): Promise<Finding> {
  const hnsw = await hnswAvailable();
  if (hnsw.kind === "available") return { name: "vectors", state: "fine", says: "hnswlib-node is built" };
  const what = "hnswlib-node was not built: search is exact, slower over very many passages and no worse.";
  const how =
    "To have it, install a C++ compiler and Python (Debian: apt install build-essential python3; macOS: xcode-select --install)";
  return { name: "vectors", state: "note", says: `${what} ${how}, then run npm ci.` };
}

async function lookAtPort({ host, port }: Settings): Promise<Finding> {
  const taken = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(true));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
  if (!taken) return { name: "port", state: "fine", says: `${host}:${port} is free` };
  return {
    name: "port",
    state: "note",
    says: `${host}:${port} is taken, perhaps by a running Parallax. --port chooses another`,
  };
}
