import { Language, Parser } from 'web-tree-sitter';
import {
  type ImportObject,
  instantiate,
} from '../../../node_modules/@vercel/python-analysis/dist/wasm/vercel_python_analysis.js';
import { type PackageFacts, parsePackageFacts } from '../documents/packages/packageFacts.ts';
import type { Grammars } from '../documents/parsers.ts';
import { analysisFrom, type PythonAnalysis } from '../documents/python/analysis.ts';
import { PythonParser } from '../documents/python/parser.ts';
import { createTomlParser } from '../documents/toml.ts';
import { analysisImports } from './wasmImports.ts';

/** The files that `loadGrammars` asks for by name. The first three are needed, the rest are Vercel's analysis. */
export const wasmFiles = [
  'web-tree-sitter.wasm',
  'tree-sitter-python.wasm',
  'tree-sitter-toml.wasm',
  'vercel_python_analysis.core.wasm',
  'vercel_python_analysis.core2.wasm',
  'vercel_python_analysis.core3.wasm',
] as const;

/** What is known of published packages, beside them; it is asked for once a manifest is looked at. */
export const packagesFile = 'pythonPackages.json';

/** Gives the bytes of one of `wasmFiles`, or of `packagesFile`; rejects where it cannot. */
export type ReadBytes = (name: string) => Promise<Uint8Array>;

/**
 * The parsers that need WASM, in Node or in a web worker.
 * @param onWarning is told, in a sentence for a log, when Vercel's analysis cannot be loaded: all else works without it.
 * @throws when the runtime or a grammar cannot be loaded.
 */
export async function loadGrammars(readBytes: ReadBytes, onWarning?: (message: string) => void): Promise<Grammars> {
  const [runtime, pythonGrammar, tomlGrammar, analysis] = await Promise.all([
    readBytes('web-tree-sitter.wasm'),
    readBytes('tree-sitter-python.wasm'),
    readBytes('tree-sitter-toml.wasm'),
    loadAnalysis(readBytes, onWarning),
  ]);
  // Without `locateFile` it computes a URL from `import.meta.url`, which is none in a worker.
  const options = { wasmBinary: runtime as Uint8Array<ArrayBuffer>, locateFile: (file: string) => file };
  await Parser.init(options);
  const python = await Language.load(pythonGrammar);
  const toml = await Language.load(tomlGrammar);
  let packages: Promise<PackageFacts | undefined> | undefined;
  return {
    python: new PythonParser(python, analysis),
    toml: createTomlParser(toml),
    ...(analysis ? { analysis } : {}),
    packages() {
      packages ??= loadPackages(readBytes, onWarning);
      return packages;
    },
  };
}

async function loadPackages(
  readBytes: ReadBytes,
  onWarning?: (message: string) => void,
): Promise<PackageFacts | undefined> {
  try {
    return parsePackageFacts(new TextDecoder().decode(await readBytes(packagesFile)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    onWarning?.(`What is known of Python packages could not be loaded: ${reason}`);
    return undefined;
  }
}

async function loadAnalysis(
  readBytes: ReadBytes,
  onWarning?: (message: string) => void,
): Promise<PythonAnalysis | undefined> {
  try {
    const files = wasmFiles.filter((name) => name.startsWith('vercel_'));
    const compiled = files.map(
      async (name) => [name, await WebAssembly.compile(await bytesOf(name, readBytes))] as const,
    );
    const modules = new Map<string, WebAssembly.Module>(await Promise.all(compiled));
    return analysisFrom((kindAt) =>
      instantiate((name) => moduleOf(modules, name), analysisImports(kindAt) as ImportObject, instance),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    onWarning?.(`Vercel's own analysis of Python files could not be loaded: ${reason}`);
    return undefined;
  }
}

async function bytesOf(name: string, readBytes: ReadBytes): Promise<Uint8Array<ArrayBuffer>> {
  return (await readBytes(name)) as Uint8Array<ArrayBuffer>;
}

function moduleOf(modules: ReadonlyMap<string, WebAssembly.Module>, name: string): WebAssembly.Module {
  const module = modules.get(name);
  if (!module) throw new Error(`${name} is not among the modules of the analysis`);
  return module;
}

/** At once: the default of the component's glue is the asynchronous way. */
function instance(module: WebAssembly.Module, imports: WebAssembly.Imports): WebAssembly.Instance {
  return new WebAssembly.Instance(module, imports);
}
