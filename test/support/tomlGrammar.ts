import { readFile } from 'node:fs/promises';
import { Language, Parser } from 'web-tree-sitter';
import { createTomlParser, type TomlParser } from '../../server/src/documents/toml.ts';

const modules = new URL('../../node_modules/', import.meta.url);

/** The TOML parser with the grammar as npm ships it, for tests. */
export async function loadTomlParser(): Promise<TomlParser> {
  const [runtime, grammar] = await Promise.all([
    readFile(new URL('web-tree-sitter/web-tree-sitter.wasm', modules)),
    readFile(new URL('@tree-sitter-grammars/tree-sitter-toml/tree-sitter-toml.wasm', modules)),
  ]);
  await Parser.init({ wasmBinary: runtime, locateFile: (file: string) => file });
  return createTomlParser(await Language.load(grammar));
}
