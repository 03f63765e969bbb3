import { formatVersion, parseVersion } from '../documents/pep440Version.ts';
import type { Span } from '../text/span.ts';
import { admits, type Clause, exactly, parseConstraint } from './pythonConstraint.ts';

/**
 * One line of `.python-version`, as uv reads it and the builder after it.
 * Source: `parsePythonVersionFile` of @vercel/python-analysis 0.14.0.
 */
export interface PythonRequest {
  /** The line without the blanks around it. */
  readonly span: Span;
  readonly implementation?: string;
  readonly constraint?: readonly Clause[];
  /** What follows the version: `t` for free-threaded and so on; `default` for nothing. */
  readonly variant?: string;
  readonly platform?: { readonly os?: string; readonly arch?: string; readonly libc?: string };
}

/** In the order in which a line is compared with them. */
const implementations: readonly (readonly [string, string])[] = [
  ['python', 'cpython'],
  ['cpython', 'cpython'],
  ['pypy', 'pypy'],
  ['pyodide', 'pyodide'],
  ['graalpy', 'graalpy'],
  ['cp', 'cpython'],
  ['pp', 'pypy'],
  ['gp', 'graalpy'],
];

/** What the build image has: CPython in its plain build. */
const image = { implementation: 'cpython', variant: 'default', os: 'linux', arch: 'x86_64', libc: 'gnu' };

/** The requests of a `.python-version` file, each an alternative to the others; blank lines, comments and nonsense are passed over. */
export function pythonRequests(text: string): readonly PythonRequest[] {
  const requests: PythonRequest[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0].trim();
    if (!line || line.startsWith('#')) continue;
    const start = match.index + match[0].indexOf(line);
    const request = parseRequest(line.toLowerCase());
    if (request) requests.push({ ...request, span: { start, end: start + line.length } });
  }
  return requests;
}

type Parsed = Omit<PythonRequest, 'span'>;

function parseRequest(line: string): Parsed | undefined {
  if (line === 'any' || line === 'default') return {};
  for (const [name, implementation] of implementations) {
    if (!line.startsWith(name)) continue;
    const rest = line.slice(name.length).replace(/^@/, '');
    if (line.length === name.length) return { implementation };
    const version = parseVersionRequest(rest);
    if (version) return { implementation, ...version };
  }
  const version = parseVersionRequest(line);
  return version ? { implementation: 'cpython', ...version } : parsePlatformRequest(line);
}

function parseVersionRequest(text: string): Pick<Parsed, 'constraint' | 'variant'> | undefined {
  const suffix = /[^\d]*$/.exec(text)?.[0] ?? '';
  const hasDigit = suffix.length < text.length;
  const bare = hasDigit ? text.slice(0, text.length - suffix.length) : text;
  const variant = hasDigit && suffix ? variantOf(suffix.replace(/^\+/, '')) : 'default';
  const version = versionOf(bare);
  if (version) return { constraint: exactly(version), variant };
  const constraint = parseConstraint(bare);
  return constraint && constraint.length > 0 ? { constraint, variant } : undefined;
}

/** The normal spelling of a version; `313`, as in the name of a wheel, is 3.13. */
function versionOf(text: string): string | undefined {
  if (/\s/.test(text)) return undefined;
  const tag = /^(\d)(\d+)$/.exec(text);
  const written = tag && Number(tag[2]) <= 255 ? `${tag[1]}.${Number(tag[2])}` : text;
  const version = parseVersion(written);
  return version && formatVersion(version);
}

const variants: Readonly<Record<string, string>> = { d: 'debug', t: 'freethreaded', td: 'freethreaded+debug' };

function variantOf(suffix: string): string {
  return Object.hasOwn(variants, suffix) ? (variants[suffix] ?? suffix) : suffix;
}

/** `cpython-3.13-linux-x86_64-gnu`: each part may be left out or be `any`. */
function parsePlatformRequest(line: string): Parsed | undefined {
  const parts = line.split('-');
  const empty = parts.indexOf('');
  if (empty >= 0) parts.length = empty;
  const implementation = takeImplementation(parts);
  const version = takeVersion(parts);
  if (implementation.failed && implementation.value === undefined && version.value === undefined) return undefined;
  if (version.failed && implementation.value === undefined && version.value === undefined) return undefined;
  const [os, arch, libc] = parts.map((part) => (part === 'any' ? undefined : part));
  const platform = { ...(os ? { os } : {}), ...(arch ? { arch } : {}), ...(libc ? { libc } : {}) };
  return {
    ...(implementation.value ? { implementation: implementation.value } : {}),
    ...(version.value ?? {}),
    ...(Object.keys(platform).length > 0 ? { platform } : {}),
  };
}

interface Taken<T> {
  readonly value?: T;
  readonly failed: boolean;
}

function takeImplementation(parts: string[]): Taken<string> {
  const [first] = parts;
  if (first === undefined || first === 'any') {
    parts.shift();
    return { failed: false };
  }
  const known = implementations.find(([name]) => name === first);
  if (!known) return { failed: true };
  parts.shift();
  return { value: known[1], failed: false };
}

function takeVersion(parts: string[]): Taken<Pick<Parsed, 'constraint' | 'variant'>> {
  const [first] = parts;
  if (first === undefined || first === 'any') {
    parts.shift();
    return { failed: false };
  }
  const value = parseVersionRequest(first);
  if (!value) return { failed: true };
  parts.shift();
  return { value, failed: false };
}

/** Whether a plain CPython `version` on the build image, such as `3.12`, is what `request` asks for. */
export function meets(version: string, { implementation, constraint, variant, platform }: Parsed): boolean {
  if (implementation !== undefined && implementation !== image.implementation) return false;
  if (constraint && constraint.length > 0 && !admits(constraint, version)) return false;
  if (variant !== undefined && variant !== image.variant) return false;
  const { os = image.os, arch = image.arch, libc = image.libc } = platform ?? {};
  return os === image.os && arch === image.arch && libc === image.libc;
}
