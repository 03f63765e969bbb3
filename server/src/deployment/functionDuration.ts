import { defaultMaxDuration } from '../facts/functionLimits.ts';
import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Deployment } from './deployment.ts';
import { functionSettingsOf, settingsFor } from './functionSettings.ts';
import { importClosure, startingPoints } from './importClosure.ts';
import { isTable } from './shape.ts';

/** How long a function may answer one request. */
export interface FunctionDuration {
  /** Path of the function. */
  readonly path: string;
  readonly seconds: number;
  /** The key under `functions` in vercel.json that says so; absent where it is what Vercel allows by default. */
  readonly pattern?: string;
}

/** The shortest time that any function has which imports the module at `path`; `undefined` where none does. */
export function durationOf(project: Project, deployment: Deployment, path: string): FunctionDuration | undefined {
  const serving = startingPoints(project, deployment).filter((one) => importClosure(project, [one]).has(path));
  const durations = serving.map((one) => functionDuration(project, one));
  return durations.sort((a, b) => a.seconds - b.seconds)[0];
}

/** "max" is as long as the plan allows, which is the default or more. */
function functionDuration(project: Project, path: string): FunctionDuration {
  const settings = settingsFor(relativeTo(project.root, path), functionSettingsOf(project));
  const seconds = isTable(settings?.value) ? settings.value.maxDuration : undefined;
  return settings && typeof seconds === 'number'
    ? { path, seconds, pattern: settings.pattern }
    : { path, seconds: defaultMaxDuration };
}
