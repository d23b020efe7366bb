/** The part of hnswlib-node 3 that is used: the package is optional, and types must hold where it is not installed. */
declare module "hnswlib-node" {
  class HierarchicalNSW {
    constructor(space: "l2" | "ip" | "cosine", dimensions: number);
    initIndex(options: { maxElements: number; m: number; efConstruction: number; randomSeed: number }): void;
    addPoint(point: number[], label: number): void;
    writeIndexSync(file: string): void;
    readIndex(file: string): Promise<boolean>;
    getCurrentCount(): number;
    setEf(ef: number): void;
    searchKnn(query: number[], k: number): { distances: number[]; neighbors: number[] };
  }
  const hnswlib: { readonly HierarchicalNSW: typeof HierarchicalNSW };
  export default hnswlib;
}
