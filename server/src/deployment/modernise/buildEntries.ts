import { getNodeValue } from 'jsonc-parser';
import { stringOf } from '../../documents/vercelJson.ts';
import { relativeTo } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { type Build, buildsOf, matchesOf } from '../builds.ts';
import { isTable } from '../shape.ts';

/** What an entry of `functions` says of a file that an entry of `builds` makes a function of. */
export interface FunctionGlobs {
  readonly includeFiles?: string;
  readonly excludeFiles?: string;
}

/** What `builds` makes, in the terms of zero configuration; or the reason why they have no words for it. */
export type BuildEntries =
  | {
      /** Settings by the path of the file from the root folder; of two entries for one file the last counts. */
      readonly functions: ReadonlyMap<string, FunctionGlobs>;
      /** Keys of `config` that the builder does not read, and that go with it. */
      readonly unread: readonly string[];
    }
  | { readonly reason: string };

/** Keys that the Python builder passes over. Source: dist/index.js of @vercel/python 25.0.0, which names none of them. */
const notRead: ReadonlySet<string> = new Set(['runtime', 'maxLambdaSize', 'maxDuration', 'memory', 'pythonVersion']);
const globKeys = ['includeFiles', 'excludeFiles'] as const;

/** Reads the entries of `builds`. */
export function buildEntriesOf(project: Project): BuildEntries {
  const functions = new Map<string, FunctionGlobs>();
  const unread = new Set<string>();
  for (const build of buildsOf(project)) {
    const reason = foreign(build);
    if (reason) return { reason };
    const config: unknown = build.config ? getNodeValue(build.config) : {};
    const globs = isTable(config) ? globsOf(config) : 'config';
    if (typeof globs === 'string') return { reason: `\`${globs}\` of an entry in \`builds\` has no counterpart.` };
    for (const key of Object.keys(isTable(config) ? config : {})) if (notRead.has(key)) unread.add(key);
    const paths = matchesOf(project, build).map((path) => relativeTo(project.root, path));
    const [first] = paths;
    if (first === undefined) return { reason: `\`${stringOf(build.src) ?? '**'}\` in \`builds\` matches no file.` };
    for (const path of paths) {
      if (functions.has(path)) return { reason: `Two entries in \`builds\` build ${path}.` };
      functions.set(path, globs);
    }
  }
  return { functions, unread: [...unread] };
}

/** Why another builder than the current one for Python is at work, if so. */
function foreign({ use, isPython }: Build): string | undefined {
  const name = stringOf(use) ?? '';
  if (!isPython) return `\`builds\` uses ${name}, which zero configuration has no place for.`;
  if (!/^@vercel\/python(?:@latest)?$/.test(name)) return `\`builds\` pins ${name}. Use @vercel/python first.`;
  return undefined;
}

/** The globs of a `config`, or the name of a key that zero configuration does not know. */
function globsOf(config: Readonly<Record<string, unknown>>): FunctionGlobs | string {
  const globs: { includeFiles?: string; excludeFiles?: string } = {};
  for (const [key, value] of Object.entries(config)) {
    const name = globKeys.find((one) => one === key);
    if (!name) {
      if (notRead.has(key)) continue;
      return `config.${key}`;
    }
    const glob = oneGlob(value);
    if (glob === undefined) return `config.${key}`;
    if (glob !== '') globs[name] = glob;
  }
  return globs;
}

/** Several globs as one, in braces. `undefined` where that would mean something else, or is too long for Vercel. */
function oneGlob(value: unknown): string | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!all.every((one) => typeof one === 'string')) return undefined;
  const [first = '', ...more] = all;
  if (more.length === 0) return first.length > 256 ? undefined : first;
  const glob = `{${all.join(',')}}`;
  return glob.length > 256 || all.some((one) => one === '' || /[,{}]|^!/.test(one)) ? undefined : glob;
}
