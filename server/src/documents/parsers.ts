import { parseConfiguration } from './configuration.ts';
import type { AnyDocument, DocumentOf, FileKind } from './kinds.ts';
import type { PackageFacts } from './packages/packageFacts.ts';
import { parsePipfile } from './pipfile.ts';
import { parsePipfileLock } from './pipfileLock.ts';
import { parsePyproject } from './pyproject.ts';
import type { PythonAnalysis } from './python/analysis.ts';
import type { PythonParser } from './python/parser.ts';
import { parsePythonVersionFile } from './pythonVersionFile.ts';
import { parseRequirements } from './requirements.ts';
import { parseRuntimeTxt } from './runtimeTxt.ts';
import type { SourceFile } from './sourceFile.ts';
import type { TomlParser } from './toml.ts';
import { parseVercelJson } from './vercelJson.ts';

/** The parsers that need WASM, made once by a transport, which alone can read bytes. */
export interface Grammars {
  readonly python: PythonParser;
  readonly toml: TomlParser;
  /** Vercel's own analysis; absent where it could not be loaded. */
  readonly analysis?: PythonAnalysis;
  /** Reads what is known of published packages, at the first call only; never rejects. Absent: nothing is known. */
  packages?(): Promise<PackageFacts | undefined>;
}

type Parse<K extends FileKind> = (
  file: SourceFile,
  grammars: Grammars,
  previous: DocumentOf<K> | undefined,
) => DocumentOf<K>;

const parsers: { readonly [K in FileKind]: Parse<K> } = {
  'vercel.json': (file) => parseVercelJson(file),
  'runtime.txt': (file) => parseRuntimeTxt(file),
  '.python-version': (file) => parsePythonVersionFile(file),
  'pyproject.toml': (file, { toml }) => parsePyproject(file, toml),
  Pipfile: (file, { toml }) => parsePipfile(file, toml),
  'Pipfile.lock': (file) => parsePipfileLock(file),
  'requirements.txt': (file, { analysis }) => parseRequirements(file, analysis),
  python: (file, { python }, previous) => python.parse(file, previous),
  '.vercel-preflight.toml': (file, { toml }) => parseConfiguration(file, toml),
};

/**
 * The document of `file`. Never throws.
 * @param previous the document of the same path before an edit: what did not change is taken from it.
 */
export function parseDocument(
  kind: FileKind,
  file: SourceFile,
  grammars: Grammars,
  previous?: AnyDocument,
): AnyDocument {
  const parse = parsers[kind] as Parse<FileKind>;
  return parse(file, grammars, previous?.kind === kind ? previous : undefined);
}
