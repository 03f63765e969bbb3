import { getNodeValue } from 'jsonc-parser';
import { jsonAt, propertiesOf } from '../documents/vercelJson.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import { globToRegExp } from '../text/glob.ts';
import type { BuildError } from './deployment.ts';
import { isTable } from './shape.ts';

/** One property of `functions` in vercel.json. */
export interface FunctionSettings {
  /** A path or a glob from the root folder. */
  readonly pattern: string;
  /** As it is written: nothing is checked. */
  readonly value: unknown;
  /** The builder that it names instead of the usual one. */
  readonly runtime?: string;
}

/** The properties of `functions`, in order; of two with one name the last. */
export function functionSettingsOf(project: Project): readonly FunctionSettings[] {
  const document = vercelJsonOf(project);
  const node = document && jsonAt(document, ['functions']);
  const byPattern = new Map<string, FunctionSettings>();
  for (const { name, value } of propertiesOf(node)) {
    const settings: unknown = getNodeValue(value);
    const runtime = isTable(settings) && typeof settings.runtime === 'string' ? { runtime: settings.runtime } : {};
    byPattern.set(name, { pattern: name, value: settings, ...runtime });
  }
  return [...byPattern.values()];
}

/** The settings of a file: the first pattern that fits takes it. */
export function settingsFor(name: string, functions: readonly FunctionSettings[]): FunctionSettings | undefined {
  return functions.find(({ pattern }) => pattern === name || matches(pattern, name));
}

/** Whether `pattern` fits the file called `name`, both from the root folder. */
export function matches(pattern: string, name: string): boolean {
  return globToRegExp(pattern, { dot: false }).test(name);
}

/** Source: `validateFunctions` of @vercel/fs-detectors 7.7.3. */
export function functionSettingsError(functions: readonly FunctionSettings[]): BuildError | undefined {
  for (const settings of functions) {
    const error = settingsError(settings);
    if (error) return error;
  }
  return undefined;
}

function settingsError({ pattern, value }: FunctionSettings): BuildError | undefined {
  if (pattern.length > 256) {
    return { code: 'invalid_function_glob', message: 'Function globs must be less than 256 characters long.' };
  }
  if (typeof value !== 'object' || value === null) {
    return { code: 'invalid_function', message: 'Function must be an object.' };
  }
  if (Object.keys(value).length === 0) {
    return { code: 'invalid_function', message: 'Function must contain at least one property.' };
  }
  const settings = value as Readonly<Record<string, unknown>>;
  return limitError(settings) ?? sourceError(pattern) ?? runtimeError(settings) ?? globError(settings);
}

function limitError({ maxDuration, memory }: Readonly<Record<string, unknown>>): BuildError | undefined {
  const isDuration = Number.isInteger(maxDuration) && Number(maxDuration) >= 1 && Number(maxDuration) <= 3600;
  if (maxDuration !== undefined && maxDuration !== 'max' && !isDuration) {
    const message = 'Functions must have a maxDuration between 1 and 3600, or "max".';
    return { code: 'invalid_function_duration', message };
  }
  if (memory !== undefined && (Number(memory) < 128 || Number(memory) > 10240)) {
    const message = 'Functions must have a memory value between 128 and 10240';
    return { code: 'invalid_function_memory', message };
  }
  return undefined;
}

function sourceError(pattern: string): BuildError | undefined {
  if (!pattern.startsWith('/')) return undefined;
  const message = `The function path "${pattern}" is invalid. The path must be relative to your project root and therefore cannot start with a slash.`;
  return { code: 'invalid_function_source', message };
}

const semanticVersion =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][a-zA-Z\d-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][a-zA-Z\d-]*))*)?(?:\+[\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*)?$/;

function runtimeError({ runtime }: Readonly<Record<string, unknown>>): BuildError | undefined {
  if (runtime === undefined) return undefined;
  const version = String(runtime).split('@').pop()?.trim();
  if (version && semanticVersion.test(version)) return undefined;
  const message = 'Function Runtimes must have a valid version, for example `now-php@1.0.0`.';
  return { code: 'invalid_function_runtime', message };
}

function globError(settings: Readonly<Record<string, unknown>>): BuildError | undefined {
  for (const name of ['includeFiles', 'excludeFiles']) {
    if (settings[name] === undefined || typeof settings[name] === 'string') continue;
    return { code: 'invalid_function_property', message: `The property \`${name}\` must be a string.` };
  }
  return undefined;
}

/** How a preset's own builder treats patterns that no function of the `api` folder takes. */
export type UnusedPatterns = 'error' | 'allowed' | 'next';

/**
 * The first pattern that takes no function, where that stops the build.
 * @param used the files that are functions
 * Source: `checkUnusedFunctions` of @vercel/fs-detectors 7.7.3.
 */
export function unusedFunctionError(
  functions: readonly FunctionSettings[],
  used: readonly string[],
  treatment: UnusedPatterns,
): BuildError | undefined {
  const unused = unusedFunctions(functions, used);
  const code = 'unused_function';
  if (treatment === 'next') {
    const foreign = unused.find(({ pattern }) => !nextPages.test(pattern));
    if (!foreign) return undefined;
    const message = `The pattern "${foreign.pattern}" defined in \`functions\` doesn't match any Serverless Functions.`;
    return { code, message };
  }
  const [first] = unused;
  if (!first || treatment === 'allowed') return undefined;
  const message = `The pattern "${first.pattern}" defined in \`functions\` doesn't match any Serverless Functions inside the \`api\` directory.`;
  return { code, message };
}

/** The properties that take none of the files that are functions. */
export function unusedFunctions(functions: readonly FunctionSettings[], used: readonly string[]): FunctionSettings[] {
  const taken = new Set(used.map((name) => settingsFor(name, functions)?.pattern));
  return functions.filter(({ pattern }) => !taken.has(pattern));
}

/** Where Next.js makes functions of its own. */
const nextPages = /^(?:pages\/|src\/pages|app\/|src\/app\/|middleware|src\/middleware)/;
