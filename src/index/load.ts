import { ParallaxError } from "../errors.ts";
import { isSameEmbedder } from "./base.ts";
import { FORMAT_VERSION, readManifest } from "./generation.ts";
import type { EmbedderIdentity, Manifest } from "./generation.ts";
import type { LoadPorts } from "./load-ports.ts";
import { readGeneration } from "./read-generation.ts";
import type { ReadGeneration } from "./read-generation.ts";
import type { Snapshot } from "./snapshot.ts";

/** A generation may be dropped between finding its name and reading it; a writer that fast is not expected more often. */
const MAX_TRIES = 3;

/**
 * Loads the generation in use, or, where that is damaged beyond setting documents aside, the newest other one that is whole. Every
 * byte that is used was compared with its checksum.
 * @throws ParallaxError index-missing, index-incompatible naming both sides, index-damaged naming what is damaged
 */
export async function loadSnapshot(ports: LoadPorts): Promise<Snapshot> {
  for (let tries = 1; ; tries++) {
    const stamp = await ports.store.stamp();
    try {
      return await loadOnce(ports);
    } catch (error) {
      if (tries === MAX_TRIES || (await ports.store.stamp()) === stamp) throw error;
    }
  }
}

async function loadOnce(ports: LoadPorts): Promise<Snapshot> {
  const { store } = ports;
  const current = await store.current();
  const generations = await store.generations();
  if (current === null && generations.length === 0) {
    throw new ParallaxError("index-missing", `There is no index in "${store.place}". Run "parallax ingest".`);
  }
  const inUse = await tryGeneration(current ?? "", ports);
  if (inUse.kind === "loaded") return inUse.snapshot;
  for (const generation of generations) {
    if (generation === current) continue;
    // Another embedder's generation is no substitute, and not what is wrong either.
    const found = await tryGeneration(generation, ports).catch(() => null);
    if (found?.kind !== "loaded") continue;
    const warning = `The index in use is damaged (${inUse.what}); an earlier one, ${generation.slice(0, 12)}, serves instead. Run "parallax index rebuild".`;
    return { ...found.snapshot, warnings: [warning, ...found.snapshot.warnings] };
  }
  const message = `Index "${store.place}" is damaged: ${inUse.what}. Run "parallax index rebuild".`;
  throw new ParallaxError("index-damaged", message, { details: { place: store.place, what: inUse.what } });
}

async function tryGeneration(generation: string, ports: LoadPorts): Promise<ReadGeneration> {
  if (!/^[0-9a-f]{64}$/u.test(generation)) return { kind: "damaged", what: "the file current names no generation" };
  const found = await readManifest(ports.store, generation, ports.hash);
  switch (found.kind) {
    case "damaged":
      return found;
    case "other-format": {
      const message = `Index "${ports.store.place}" is format ${found.format}, this program reads ${FORMAT_VERSION}. Run "parallax index rebuild".`;
      throw new ParallaxError("index-incompatible", message, {
        details: { found: found.format, expected: FORMAT_VERSION },
      });
    }
    case "found": {
      checkEmbedder(found.manifest, ports);
      return readGeneration(generation, found.manifest, ports);
    }
  }
}

function checkEmbedder({ embedder: found }: Manifest, { embedder: expected, store }: LoadPorts): void {
  if (isSameEmbedder(found, expected)) return;
  const message = `Index "${store.place}" was made with embedder ${describe(found)}, this program runs ${describe(expected)}. Run "parallax index rebuild".`;
  throw new ParallaxError("index-incompatible", message, { details: { found, expected } });
}

function describe({ name, fingerprint, dimensions }: EmbedderIdentity): string {
  return `"${name}" (${dimensions} dimensions, fingerprint ${fingerprint.slice(0, 12)})`;
}
