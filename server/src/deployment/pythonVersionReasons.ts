import { defaultPython, installedPythons } from '../facts/pythonVersions.ts';
import { inside, isWithin, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { PythonChoice } from './deployment.ts';
import { tomlTable, valueAt } from './manifestData.ts';
import type { PythonPackage } from './pythonPackage.ts';

type Choice = Omit<PythonChoice, 'because' | 'unreachable'>;

/** The sentences that explain a choice of Python, the decisive one first. */
export function explained(project: Project, found: PythonPackage, choice: Choice): readonly string[] {
  const stop = stopped(project, found);
  return [...stop, decisive(project, choice), ...overruled(project, found, choice), ...notRead(project, found)];
}

/** A manifest that the builder cannot read stops it before it chooses. */
function stopped(project: Project, { error }: PythonPackage): string[] {
  if (!error?.file) return [];
  const name = shownPath(project, error.file);
  return [`The build stops at ${name}, before it chooses a Python version. This is what it would choose without it.`];
}

/** A path as it is shown: from the root folder where it lies below it, else from the workspace folder. */
export function shownPath({ root }: Project, path: string): string {
  return isWithin(path, root) ? relativeTo(root, path) : path;
}

const installed = `${installedPythons.slice(1).reverse().join(', ')} and ${installedPythons[0]}`;

function decisive(project: Project, { version, source, requested, outcome }: Choice): string {
  if (source === null) return `Nothing that Vercel reads names a Python version, so its default runs: ${version}.`;
  const name = shownPath(project, source);
  switch (outcome) {
    case 'used':
      return used(name, version, requested ?? version);
    case 'not-installed':
      return `${name} asks for ${requested}, which Vercel no longer installs: it warns, and runs ${version}.`;
    case 'discontinued':
      return `${name} asks for ${requested}, which Vercel has discontinued: the build stops.`;
    default:
      return `${name} asks for "${requested}", which fits none of ${installed}: Vercel warns, and runs ${version}.`;
  }
}

function used(name: string, version: string, requested: string): string {
  if (requested === version) return `${name} asks for ${version}, and Vercel has it.`;
  const why = version === defaultPython ? 'which its default fits' : `of ${installed} the first choice that fits`;
  return `${name} asks for "${requested}": Vercel runs ${version}, ${why}.`;
}

/** What asks too, and loses. */
function overruled(
  project: Project,
  { manifest, workspace, versionFile }: PythonPackage,
  { source }: Choice,
): string[] {
  const [loser] = [manifest, workspace].filter((one) => one?.requiresPython);
  if (!loser) return [];
  const name = shownPath(project, loser.path);
  if (versionFile) return [`It wins over "${loser.requiresPython}" in ${name}.`];
  return source === null ? [`"${loser.requiresPython}" in ${name} is no version specifier, and is passed over.`] : [];
}

/** What names a version where Vercel does not look. */
function notRead(project: Project, { manifest, unreachable }: PythonPackage): string[] {
  const { root, files } = project;
  const result: string[] = [];
  if (files.has(inside(root, 'runtime.txt'))) result.push('runtime.txt is not read.');
  for (const path of unreachable) {
    const above = manifest
      ? `lies above ${shownPath(project, manifest.path)}, which the build takes`
      : 'is out of reach';
    result.push(`${shownPath(project, path)} is not read: it ${above}.`);
  }
  if (manifest?.kind === 'Pipfile' && valueAt(tomlTable(files, manifest.path), 'requires') !== undefined) {
    result.push('`[requires]` of a Pipfile counts only through Pipfile.lock.');
  }
  if (manifest?.kind === 'pyproject.toml' && poetryPython(project, manifest.path) !== undefined) {
    result.push('`python` under `[tool.poetry.dependencies]` is not read.');
  }
  return result;
}

function poetryPython({ files }: Project, path: string): unknown {
  return valueAt(tomlTable(files, path), 'tool', 'poetry', 'dependencies', 'python');
}
