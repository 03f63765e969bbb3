import type { Span } from '../text/span.ts';
import { remembered } from './remembered.ts';
import type { SourceFile } from './sourceFile.ts';
import { arrayAt, inlineTables, stringsIn, type UvTable, uvText } from './uvLockValues.ts';

/**
 * `uv.lock`, read line by line: uv writes the file itself, each key at the start of a line, each array either on one line
 * or closed by a `]` of its own. So 5,000 lines take a few milliseconds, half a file gives half an answer, and what a
 * person rewrote in another layout is left out.
 * Source: https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile and uv's own tests (crates/uv/tests, lock.rs), read.
 */
export interface UvLock {
  readonly text: string;
  /** The number of the format. */
  readonly version?: number;
  /** As it is written, such as `>=3.12`. */
  readonly requiresPython?: string;
  /** The names of the workspace's members; none where the project is no workspace. */
  readonly members: readonly string[];
  /** In the order of the file, sorted by name. One name can stand there twice, with different versions. */
  readonly packages: readonly UvLockPackage[];
}

/** One `[[package]]`. */
export interface UvLockPackage {
  /** By PEP 503, as uv writes it. */
  readonly name: string;
  /** What lies between the quotes. */
  readonly nameSpan: Span;
  /** Absent where the build backend decides it. */
  readonly version?: string;
  readonly versionSpan?: Span;
  /** `registry`, `git`, `url`, `path`, `directory`, `editable` or `virtual`, with its address or its folder. */
  readonly source?: { readonly kind: string; readonly value: string };
  readonly dependencies: readonly UvLockDependency[];
  /** By extra. */
  readonly optionalDependencies: ReadonlyMap<string, readonly UvLockDependency[]>;
  /** By group. */
  readonly devDependencies: ReadonlyMap<string, readonly UvLockDependency[]>;
  /** What the package's own metadata ask for; of packages of the project only. Absent where the file does not tell. */
  readonly requiresDist?: readonly UvLockRequirement[];
  readonly wheels: readonly UvLockFile[];
  readonly sdist?: UvLockFile;
}

/** What a package was resolved to need. */
export interface UvLockDependency {
  readonly name: string;
  /** Where several versions of it are locked. */
  readonly version?: string;
  /** Then too: the address or the folder of its source. */
  readonly source?: string;
  readonly extras: readonly string[];
  readonly marker?: string;
}

/** What a package asks for, as its manifest says it. */
export interface UvLockRequirement {
  readonly name: string;
  /** As uv writes it, such as `>=0.115,<1`; absent for none. */
  readonly specifier?: string;
  readonly extras: readonly string[];
  readonly marker?: string;
  /** Whether it comes from a place of its own: a repository, a URL, a folder, a member of the workspace. */
  readonly hasOwnSource: boolean;
}

/** One file that the package can be installed from. */
export interface UvLockFile {
  /** The name of the file, such as `numpy-2.1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl`. */
  readonly name: string;
  readonly span: Span;
}

/** How many bytes `file` of the lock with this `text` has; `undefined` where the lock does not tell. */
export function uvFileBytes(text: string, { span }: UvLockFile): number | undefined {
  const digits = /\bsize\s*=\s*(\d+)/.exec(text.slice(span.start, span.end))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The lock in a file, read when first asked for. Never throws. */
export const uvLockOf = remembered((file: SourceFile): UvLock => parseUvLock(file.text));

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenPackage extends Writable<UvLockPackage> {
  readonly optionalDependencies: Map<string, readonly UvLockDependency[]>;
  readonly devDependencies: Map<string, readonly UvLockDependency[]>;
}

const line = /^(?:(\[\[?)([\w.-]+)\]\]?|([\w.-]+|"[^"\n]*")[ \t]*=[ \t]*(?=\S))/gm;

/** The lock in `text`. Never throws. */
export function parseUvLock(text: string): UvLock {
  const lock: Writable<UvLock> & { packages: OpenPackage[] } = { text, members: [], packages: [] };
  let table = '';
  let open: OpenPackage | undefined;
  line.lastIndex = 0;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const [whole, bracket, header, key = ''] = match;
    const at = match.index + whole.length;
    if (bracket) {
      table = header ?? '';
      if (!table.startsWith('package.')) open = table === 'package' ? emptyPackage(match.index) : undefined;
      if (table === 'package' && open) lock.packages.push(open);
      continue;
    }
    const { end } = arrayAt(text, at);
    const entry = { key: key.replace(/^"|"$/g, ''), span: { start: at, end } };
    if (open) readOfPackage(text, open, table.slice('package.'.length), entry);
    else readOfLock(text, lock, table, entry);
    line.lastIndex = Math.max(end, at);
  }
  return { ...lock, packages: lock.packages.filter(({ name }) => name !== '') };
}

function emptyPackage(start: number): OpenPackage {
  const tables = { optionalDependencies: new Map(), devDependencies: new Map() };
  return { name: '', nameSpan: { start, end: start }, dependencies: [], wheels: [], ...tables };
}

interface Entry {
  readonly key: string;
  /** Of the value: to the end of its line, or of its array. */
  readonly span: Span;
}

function readOfLock(text: string, lock: Writable<UvLock>, table: string, { key, span }: Entry): void {
  if (table === 'manifest' && key === 'members') lock.members = stringsIn(text, span);
  if (table !== '') return;
  if (key === 'version') lock.version = Number.parseInt(text.slice(span.start, span.end), 10);
  if (key === 'requires-python') lock.requiresPython = uvText(text, span)?.value ?? '';
}

function readOfPackage(text: string, open: OpenPackage, table: string, { key, span }: Entry): void {
  if (table === 'optional-dependencies') open.optionalDependencies.set(key, dependenciesIn(text, span));
  else if (table === 'dev-dependencies') open.devDependencies.set(key, dependenciesIn(text, span));
  else if (table === 'metadata' && key === 'requires-dist') open.requiresDist = requirementsIn(text, span);
  else if (table === '') readProperty(text, open, key, span);
}

function readProperty(text: string, open: OpenPackage, key: string, span: Span): void {
  const string = uvText(text, span);
  if (key === 'name' && string) Object.assign(open, { name: string.value, nameSpan: string.span });
  if (key === 'version' && string) Object.assign(open, { version: string.value, versionSpan: string.span });
  if (key === 'source') {
    const [kind, value] = [...(inlineTables(text, span)[0]?.strings ?? [])][0] ?? [];
    if (kind !== undefined && value !== undefined) open.source = { kind, value };
  }
  if (key === 'dependencies') open.dependencies = dependenciesIn(text, span);
  if (key === 'wheels') open.wheels = filesIn(text, span);
  const sdist = key === 'sdist' ? filesIn(text, span)[0] : undefined;
  if (sdist) open.sdist = sdist;
}

function dependenciesIn(text: string, span: Span): UvLockDependency[] {
  return inlineTables(text, span).flatMap((table) => {
    const { strings, arrays } = table;
    const name = strings.get('name');
    if (name === undefined) return [];
    const source = ['registry', ...ownSources].map((key) => strings.get(key)).find((value) => value !== undefined);
    const common = { name, extras: arrays.get('extra') ?? [], ...(source === undefined ? {} : { source }) };
    return { ...common, ...optional(table, 'version'), ...optional(table, 'marker') };
  });
}

const ownSources = ['git', 'url', 'path', 'directory', 'editable', 'virtual'];

function requirementsIn(text: string, span: Span): UvLockRequirement[] {
  return inlineTables(text, span).flatMap((table) => {
    const { strings, arrays } = table;
    const name = strings.get('name');
    if (name === undefined) return [];
    const hasOwnSource = ownSources.some((key) => strings.has(key));
    const extras = arrays.get('extras') ?? [];
    return { name, extras, hasOwnSource, ...optional(table, 'specifier'), ...optional(table, 'marker') };
  });
}

function optional<K extends string>({ strings }: UvTable, key: K): { readonly [P in K]?: string } {
  const value = strings.get(key);
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string });
}

function filesIn(text: string, span: Span): UvLockFile[] {
  return inlineTables(text, span).flatMap(({ strings, span: own }) => {
    const address = strings.get('url') ?? strings.get('path') ?? strings.get('filename');
    const name = address?.replace(/[?#].*$/, '').slice(address.lastIndexOf('/') + 1);
    return name === undefined ? [] : [{ name: name.replace(/%2B/gi, '+'), span: own }];
  });
}
