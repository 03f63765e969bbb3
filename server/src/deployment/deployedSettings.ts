import type { DeployedSettings } from './deployment.ts';
import { type FunctionSettings, settingsFor } from './functionSettings.ts';
import type { PythonBuild } from './pythonBuilds.ts';
import { isTable } from './shape.ts';

/**
 * What vercel.json sets for the function that a run of the builder makes of the file `name`; `undefined` where nothing.
 * Limits come from `functions` alone, globs from there and from the `config` of an entry of `builds`.
 * Source: `getMatchingFunction` and `getPythonLambdaOptions` of @vercel/python 25.0.0.
 */
export function deployedSettings({ functions, config }: PythonBuild, name: string): DeployedSettings | undefined {
  const match = matching(name, functions);
  const own = isTable(match?.value) ? match.value : {};
  const given = isTable(config) ? config : {};
  const includeFiles = [...globs(given.includeFiles), ...globs(own.includeFiles)];
  const excludeFiles = [...globs(given.excludeFiles), ...globs(own.excludeFiles)];
  if (!match && includeFiles.length === 0 && excludeFiles.length === 0) return undefined;
  const { maxDuration, memory } = own;
  const isDuration = typeof maxDuration === 'number' || maxDuration === 'max';
  return {
    ...(match ? { pattern: match.pattern } : {}),
    ...(isDuration ? { maxDuration } : {}),
    ...(typeof memory === 'number' ? { memory } : {}),
    includeFiles,
    excludeFiles,
  };
}

/** The first property that fits the file, else the first that fits its name without `.py`. */
function matching(name: string, functions: readonly FunctionSettings[]): FunctionSettings | undefined {
  const bare = name.endsWith('.py') ? name.slice(0, -3) : undefined;
  return settingsFor(name, functions) ?? (bare === undefined ? undefined : settingsFor(bare, functions));
}

function globs(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((item) => typeof item === 'string');
}
