import { readFile } from 'node:fs/promises';
import type { Grammars } from '../../server/src/documents/parsers.ts';
import { loadGrammars, packagesFile } from '../../server/src/transports/wasm.ts';

const folders: Readonly<Record<string, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter',
  'tree-sitter-python.wasm': 'tree-sitter-python',
  'tree-sitter-toml.wasm': '@tree-sitter-grammars/tree-sitter-toml',
};

/** The bytes of one of the WASM files, out of node_modules, or of the facts about packages. */
export async function readWasm(name: string): Promise<Uint8Array> {
  if (name === packagesFile) return readFile(new URL(`../../server/data/${name}`, import.meta.url));
  const folder = folders[name] ?? '@vercel/python-analysis/dist/wasm';
  return readFile(new URL(`../../node_modules/${folder}/${name}`, import.meta.url));
}

/** The parsers of all tests, loaded once in each test process, with Vercel's analysis. */
export const grammars: Promise<Grammars> = loadGrammars(readWasm, (message) => {
  throw new Error(message);
});
