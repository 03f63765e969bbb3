import type { Span } from '../text/span.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';
import type { TomlDocument, TomlParser } from './toml.ts';
import { type TomlText, textAtPath } from './tomlValues.ts';

/** `Pipfile`, found in half-typed text too. Source: https://pipenv.pypa.io/en/latest/pipfile.html (read 2026-11-23). */
export interface PipfileDocument {
  readonly kind: 'Pipfile';
  readonly text: string;
  readonly encoding: Encoding;
  readonly toml: TomlDocument;
  /** `[requires]`, which counts only once it is in Pipfile.lock. */
  readonly pythonVersion?: TomlText;
  readonly pythonFullVersion?: TomlText;
  /** `[packages]`, in order. */
  readonly packages: readonly PipfilePackage[];
  /** `[dev-packages]`, which are not installed. */
  readonly devPackages: readonly PipfilePackage[];
}

export interface PipfilePackage {
  /** As it is written, quotes resolved. */
  readonly name: string;
  /** The key with its quotes. */
  readonly span: Span;
  /** A version specifier or `*`: the value itself, or `version` in its table; absent for a file, a path or a repository. */
  readonly version?: TomlText;
}

/** Never throws. */
export function parsePipfile(file: SourceFile, parser: TomlParser): PipfileDocument {
  const toml = parser.parse(file);
  const pythonVersion = textAtPath(toml, ['requires', 'python_version']);
  const pythonFullVersion = textAtPath(toml, ['requires', 'python_full_version']);
  return {
    ...{ kind: 'Pipfile', text: file.text, encoding: file.encoding, toml },
    ...(pythonVersion ? { pythonVersion } : {}),
    ...(pythonFullVersion ? { pythonFullVersion } : {}),
    packages: packagesIn(toml, 'packages'),
    devPackages: packagesIn(toml, 'dev-packages'),
  };
}

function packagesIn(toml: TomlDocument, section: string): PipfilePackage[] {
  return toml.keys([section]).map(({ name, span }) => {
    const version = textAtPath(toml, [section, name]) ?? textAtPath(toml, [section, name, 'version']);
    return { name, span, ...(version ? { version } : {}) };
  });
}
