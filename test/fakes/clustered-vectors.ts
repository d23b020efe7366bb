/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Unit vectors around unit centres, as passages of stories lie: `spread` 0 puts all on the centres, 1 is as much noise as centre. */
export type Clusters = {
  readonly vectors: Float32Array;
  /** Another vector drawn the same way. */
  readonly draw: () => Float32Array;
};

/** The same for the same plan. */
export function clusteredVectors(plan: {
  readonly size: number;
  readonly dimensions: number;
  readonly clusters: number;
  readonly spread: number;
}): Clusters {
  const random = seededRandom(20_260_101);
  // Box and Muller's normal deviates.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const gauss = (): Float32Array => unit(Float32Array.from({ length: plan.dimensions }, normal));
  const centres = Array.from({ length: plan.clusters }, gauss);
  const draw = (): Float32Array => {
    const centre = centres[Math.floor(random() * plan.clusters)];
    const noise = gauss();
    return unit(noise.map((x, i) => (centre?.[i] ?? 0) + plan.spread * x));
  };
  const vectors = new Float32Array(plan.size * plan.dimensions);
  for (let item = 0; item < plan.size; item++) vectors.set(draw(), item * plan.dimensions);
  return { vectors, draw };
}

function unit(raw: Float32Array): Float32Array {
  const norm = Math.hypot(...raw);
  return raw.map((x) => x / norm);
}
