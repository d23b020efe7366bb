import type { FileSystem } from "../../src/adapters/file-system.ts";

export type Operation = { readonly n: number; readonly name: string };
export declare function faultyFiles(
  real: FileSystem,
  folder: string,
  meet: (operation: Operation) => "half" | void,
): FileSystem;
