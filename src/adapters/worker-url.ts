/**
 * Address of a worker's compiled file. Workers start from `dist/` even where this file itself runs from `src/` (under
 * vitest): Node 20 cannot start a worker from TypeScript.
 * @param name file name without ending, of a file in this folder
 */
export function workerUrl(name: string): URL {
  const folder = import.meta.url.endsWith(".ts") ? "../../dist/adapters/" : "./";
  return new URL(`${folder}${name}.js`, import.meta.url);
}
