import { getNodeValue } from 'jsonc-parser';
import { stringOf } from '../documents/vercelJson.ts';
import { inside, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { apiFunctionsOf } from './apiFunctions.ts';
import { buildsOf, matchesOf, sourcePattern } from './builds.ts';
import type { BuildError, Deployment, FrameworkChoice } from './deployment.ts';
import {
  type FunctionSettings,
  functionSettingsError,
  functionSettingsOf,
  settingsFor,
  type UnusedPatterns,
  unusedFunctionError,
  unusedFunctions,
} from './functionSettings.ts';
import { settingsOf } from './projectSettings.ts';

/** One run of the Python builder. */
export interface PythonBuild {
  readonly via: 'builds' | 'api' | 'preset';
  /** The file it is told to build; absent where it looks for one itself. */
  readonly path?: string;
  /** The properties of `functions` that it is given. */
  readonly functions: readonly FunctionSettings[];
  /** The `config` of the entry of `builds`. */
  readonly config?: unknown;
}

export interface PythonBuilds {
  readonly mode: Deployment['mode'];
  /** In the order in which they run. */
  readonly builds: readonly PythonBuild[];
  /** With which Vercel stops before any builder runs. */
  readonly error?: BuildError;
}

/** What Vercel gives to the Python builder: the entries of `builds`, else what zero configuration finds. */
export function pythonBuildsOf(project: Project, framework: FrameworkChoice): PythonBuilds {
  if (buildsOf(project).length > 0) return fromBuilds(project);
  const mode = framework.python && hasFrontend(project) ? 'framework' : 'zero-config';
  const functions = functionSettingsOf(project);
  const invalid = functionSettingsError(functions);
  if (invalid) return { mode, builds: [], error: { ...invalid, file: inside(project.root, 'vercel.json') } };
  const api = apiFunctionsOf(project, functions, withPythonFunctions(framework));
  const treatment = hasFrontend(project) ? treatmentBy(framework.preset) : 'error';
  const error = api.error ?? unusedFunctionError(functions, api.all, treatment);
  if (error) return { mode, builds: [], error: { file: inside(project.root, 'vercel.json'), ...error } };
  const builds = api.python.map((path): PythonBuild => {
    const settings = settingsFor(sourceName(project, path), functions);
    return { via: 'api', path, functions: settings ? [settings] : [] };
  });
  if (mode !== 'framework') return { mode, builds };
  const left = unusedFunctions(functions, api.all);
  return { mode, builds: [...builds, { ...ofPreset(project, framework), functions: left }] };
}

/** Whether Python files below `api` become functions of their own beside the preset. */
export function withPythonFunctions({ python }: FrameworkChoice): boolean {
  return python === null || python === 'fasthtml';
}

/** What a preset makes of patterns in `functions` that take no function of the `api` folder. */
export function treatmentBy(preset: string | null): UnusedPatterns {
  if (preset === 'nextjs' || preset === 'blitzjs') return 'next';
  return exempt.has(preset ?? '') ? 'allowed' : 'error';
}

/** Presets beside which a pattern in `functions` may match nothing. */
const exempt: ReadonlySet<string> = new Set([
  'fastapi',
  'flask',
  'django',
  'fasthtml',
  'python',
  'express',
  'hono',
  'node',
]);

/** An empty build command or output directory takes the preset's builder away. */
export function hasFrontend(project: Project): boolean {
  const { buildCommand, outputDirectory } = settingsOf(project);
  return buildCommand.value !== '' && outputDirectory.value !== '';
}

/** FastHTML is told to build main.py, the others look for their application. */
function ofPreset({ root }: Project, { python }: FrameworkChoice): Pick<PythonBuild, 'via' | 'path'> {
  return python === 'fasthtml' ? { via: 'preset', path: inside(root, 'main.py') } : { via: 'preset' };
}

/** Source: `expandBuild` of `vercel` 64.0.2. */
function fromBuilds(project: Project): PythonBuilds {
  const code = 'invalid_build_specification';
  const file = inside(project.root, 'vercel.json');
  const fail = (message: string): PythonBuilds => ({ mode: 'builds', builds: [], error: { code, message, file } });
  const builds: PythonBuild[] = [];
  for (const build of buildsOf(project)) {
    if (!stringOf(build.use)) return fail('Field `use` is missing in build specification');
    if (sourcePattern(build) === '') return fail('A build `src` path resolves to an empty string');
    if (!build.isPython) continue;
    const config: unknown = build.config && getNodeValue(build.config);
    builds.push(
      ...matchesOf(project, build).map((path): PythonBuild => ({ via: 'builds', path, functions: [], config })),
    );
  }
  return { mode: 'builds', builds };
}

/** The path of a build's file as the builder names it. */
export function sourceName({ root }: Project, path: string): string {
  return relativeTo(root, path);
}
