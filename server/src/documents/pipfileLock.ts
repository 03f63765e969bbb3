import { getNodeValue } from 'jsonc-parser';
import type { Span } from '../text/span.ts';
import type { SourceFile } from './sourceFile.ts';
import { type JsonDocument, jsonAt, parseJson, propertiesOf, spanOf, stringOf } from './vercelJson.ts';

/** `Pipfile.lock`. The builder reads `_meta.requires.python_version` of it (platform.md C.2.4, F9 and F14). */
export interface PipfileLockDocument extends JsonDocument {
  readonly kind: 'Pipfile.lock';
  readonly pythonVersion?: LockedValue;
  /** Ignored where `pythonVersion` is absent. */
  readonly pythonFullVersion?: LockedValue;
}

export interface LockedValue {
  /** Should be a string. */
  readonly value: unknown;
  /** What lies between the quotes of a string; the whole of any other value. */
  readonly span: Span;
}

export interface LockedPackage {
  readonly name: string;
  /** As it is written, such as `==4.2.1`; absent for a file, a path or a repository. */
  readonly version?: string;
  /** The key with its quotes. */
  readonly span: Span;
}

/** Never throws. */
export function parsePipfileLock(file: SourceFile): PipfileLockDocument {
  const document = parseJson(file);
  const pythonVersion = requiredPython(document, 'python_version');
  const pythonFullVersion = requiredPython(document, 'python_full_version');
  return {
    kind: 'Pipfile.lock',
    ...document,
    ...(pythonVersion ? { pythonVersion } : {}),
    ...(pythonFullVersion ? { pythonFullVersion } : {}),
  };
}

function requiredPython(document: JsonDocument, key: string): LockedValue | undefined {
  const node = jsonAt(document, ['_meta', 'requires', key]);
  if (!node) return undefined;
  const { start, end } = spanOf(node);
  const closed = end - start > 1 && document.text.charAt(end - 1) === '"';
  const span = node.type === 'string' ? { start: start + 1, end: closed ? end - 1 : end } : { start, end };
  return { value: getNodeValue(node), span };
}

/** The packages that are installed (`default`) or are not (`develop`), in order, made anew at each call. */
export function lockedPackages(document: PipfileLockDocument, section: 'default' | 'develop'): LockedPackage[] {
  return propertiesOf(jsonAt(document, [section])).map(({ name, key, value }) => {
    const version = stringOf(propertiesOf(value).find((property) => property.name === 'version')?.value);
    return { name, span: spanOf(key), ...(version === undefined ? {} : { version }) };
  });
}
