import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { apiFunctionsOf } from './apiFunctions.ts';
import type { Deployment } from './deployment.ts';
import { type FunctionSettings, functionSettingsOf, matches, settingsFor } from './functionSettings.ts';
import { hasFrontend, treatmentBy, withPythonFunctions } from './pythonBuilds.ts';

/** A property of `functions` in vercel.json with the functions it is about. Paths are relative to the root folder. */
export interface FunctionPattern {
  readonly pattern: string;
  /** The functions that it fits. */
  readonly fits: readonly string[];
  /** Those of them that no earlier pattern takes: the settings are theirs. */
  readonly takes: readonly string[];
}

export interface FunctionPatterns {
  /** In the order of vercel.json. */
  readonly patterns: readonly FunctionPattern[];
  /** All files that become functions. */
  readonly functions: readonly string[];
  /** What becomes of a pattern that takes none: it stops the build, or it has no effect. */
  readonly whenUnused: 'error' | 'ignored';
}

/**
 * What the properties of `functions` are about. `undefined` where that cannot be told: beside `builds`, where the build
 * stops for another reason, and beside presets of other languages, whose functions are not known here.
 * Source: `detectBuilders` of @vercel/fs-detectors 7.7.3, `getLambdaOptionsFromFunction` of @vercel/build-utils.
 */
export function functionPatternsOf(project: Project, deployment: Deployment): FunctionPatterns | undefined {
  const { mode, framework, functions, errors } = deployment;
  if (mode === 'builds') return undefined;
  const settings = functionSettingsOf(project);
  const treatment = hasFrontend(project) ? treatmentBy(framework.preset) : 'error';
  const isIgnored = treatment === 'allowed';
  if (treatment === 'next' || (isIgnored && (mode !== 'framework' || functions.length === 0))) return undefined;
  if (errors.some(({ code }) => !aboutPatterns.has(code))) return undefined;
  const api = apiFunctionsOf(project, settings, withPythonFunctions(framework));
  if (api.error) return undefined;
  const built = isIgnored ? functions.map(({ path }) => relativeTo(project.root, path)) : [];
  const names = [...new Set([...api.all, ...built])];
  const isOwn = isIgnored ? (name: string) => built.includes(name) : () => false;
  return {
    patterns: settings.map((one) => patternOf(one, settings, names, isOwn)),
    functions: names,
    whenUnused: isIgnored ? 'ignored' : 'error',
  };
}

/** With which Vercel stops over a pattern itself. */
const aboutPatterns: ReadonlySet<string> = new Set(['unused_function', 'invalid_function_source']);

/** The Python builder compares the file of a preset's function with its ending and, where that fits none, without. */
function patternOf(
  { pattern }: FunctionSettings,
  all: readonly FunctionSettings[],
  names: readonly string[],
  isPresets: (name: string) => boolean,
): FunctionPattern {
  const spellings = (name: string) => (isPresets(name) ? [name, name.replace(/\.py$/, '')] : [name]);
  const fits = names.filter((name) => spellings(name).some((one) => pattern === one || matches(pattern, one)));
  const takes = fits.filter((name) => {
    const first = spellings(name).flatMap((one) => settingsFor(one, all) ?? [])[0];
    return first?.pattern === pattern;
  });
  return { pattern, fits, takes };
}
