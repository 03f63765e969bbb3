import { configurationTable } from '../facts/configuration.ts';
import type { Span } from '../text/span.ts';
import { type Configuration, configurationIn } from './configuration.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';
import type { TomlDocument, TomlKey, TomlParser, TomlPath } from './toml.ts';
import {
  mapAtPath,
  type TomlText,
  type TomlTextArray,
  textArrayAtPath,
  textAtPath,
  valueAtPath,
} from './tomlValues.ts';

/**
 * `pyproject.toml`: what installers and the builder read of it. Everything is found in half-typed text too; whether the
 * file is valid TOML, `toml.errors` says.
 * Sources: https://packaging.python.org/en/latest/specifications/pyproject-toml/ (read 2026-11-23), platform.md C.2 to C.4.
 */
export interface PyprojectDocument {
  readonly kind: 'pyproject.toml';
  readonly text: string;
  readonly encoding: Encoding;
  readonly toml: TomlDocument;
  /** `[project]` with its brackets, or its first key where it has no header; absent where there is no such table. */
  readonly project?: Span;
  /** Absent too where it is no string. */
  readonly requiresPython?: TomlText;
  /** `project.dependencies`: requirements by PEP 508. */
  readonly dependencies?: TomlTextArray;
  /** `project.optional-dependencies`, by extra. */
  readonly optionalDependencies: ReadonlyMap<string, TomlTextArray>;
  /** `dependency-groups` of PEP 735, by group; the tables that include other groups are left out. */
  readonly dependencyGroups: ReadonlyMap<string, TomlTextArray>;
  /** `project.scripts`: object references by command. */
  readonly scripts: ReadonlyMap<string, TomlText>;
  /** `[tool.vercel]` in any spelling. */
  readonly hasToolVercel: boolean;
  /** `tool.vercel.entrypoint`, which should be a string. The span of a string leaves out its quotes. */
  readonly vercelEntrypoint?: { readonly value: unknown; readonly span: Span };
  /** `[tool.vercel-preflight]`: our own configuration; absent where there is no such table. */
  readonly configuration?: Configuration;
  readonly hasPoetry: boolean;
  /** `python` under `[tool.poetry.dependencies]`: Poetry's own syntax. */
  readonly poetryPython?: TomlText;
  /** The other names there. */
  readonly poetryDependencies: readonly TomlKey[];
  /** Absent where there is no `[tool.uv.workspace]`. Members and excluded folders are globs. */
  readonly uvWorkspace?: { readonly members: readonly TomlText[]; readonly exclude: readonly TomlText[] };
  readonly hasBuildSystem: boolean;
}

/** Never throws. */
export function parsePyproject(file: SourceFile, parser: TomlParser): PyprojectDocument {
  const toml = parser.parse(file);
  return {
    ...{ kind: 'pyproject.toml', text: file.text, encoding: file.encoding, toml },
    ...present('project', spanOfTable(toml, ['project'])),
    ...present('requiresPython', textAtPath(toml, ['project', 'requires-python'])),
    ...present('dependencies', textArrayAtPath(toml, ['project', 'dependencies'])),
    optionalDependencies: mapAtPath(toml, ['project', 'optional-dependencies'], textArrayAtPath),
    dependencyGroups: mapAtPath(toml, ['dependency-groups'], textArrayAtPath),
    scripts: mapAtPath(toml, ['project', 'scripts'], textAtPath),
    hasToolVercel: toml.has(['tool', 'vercel']),
    ...present('vercelEntrypoint', vercelEntrypoint(toml)),
    ...present('configuration', toml.has(configurationTable) ? configurationIn(toml, configurationTable) : undefined),
    hasPoetry: toml.has(['tool', 'poetry']),
    ...present('poetryPython', poetryPython(toml)),
    poetryDependencies: toml.keys(['tool', 'poetry', 'dependencies']).filter(({ name }) => name !== 'python'),
    ...present('uvWorkspace', uvWorkspace(toml)),
    hasBuildSystem: toml.has(['build-system']),
  };
}

/** `{ [key]: value }`, or nothing where the value is absent: optional properties are left out, not `undefined`. */
function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function spanOfTable(toml: TomlDocument, path: TomlPath): Span | undefined {
  const [first] = toml.keys(path);
  return toml.table(path)?.header ?? toml.entry(path)?.keySpan ?? first?.span;
}

function vercelEntrypoint(toml: TomlDocument): PyprojectDocument['vercelEntrypoint'] {
  const path = ['tool', 'vercel', 'entrypoint'];
  const text = textAtPath(toml, path);
  if (text) return { value: text.value, span: text.span };
  const span = toml.entry(path)?.valueSpan ?? spanOfTable(toml, path);
  return span && { value: valueAtPath(toml, path), span };
}

function poetryPython(toml: TomlDocument): TomlText | undefined {
  const path = ['tool', 'poetry', 'dependencies', 'python'];
  return textAtPath(toml, path) ?? textAtPath(toml, [...path, 'version']);
}

function uvWorkspace(toml: TomlDocument): PyprojectDocument['uvWorkspace'] {
  const path = ['tool', 'uv', 'workspace'];
  if (!toml.has(path)) return undefined;
  const members = textArrayAtPath(toml, [...path, 'members'])?.items ?? [];
  return { members, exclude: textArrayAtPath(toml, [...path, 'exclude'])?.items ?? [] };
}
