import type { ProjectReport } from '../check/checkProject.ts';
import type { Files } from '../project/files.ts';
import { inside } from '../project/paths.ts';
import type { Hit, LogFacts } from './analysis.ts';
import { shownPath } from './frames.ts';
import { frameOf } from './places.ts';

/**
 * The project of a folder that the log is about: the only one, or the one that has the files it names, or the one whose
 * problems explain it. `undefined` where there is none, or where several might be meant.
 */
export function projectOf(facts: LogFacts, reports: readonly ProjectReport[]): ProjectReport | undefined {
  const python = reports.filter(isPythonProject);
  if (python.length < 2) return python[0];
  const named = facts.hits.flatMap(pathNamed);
  const scores = python.map((report) => 10 * filesFound(named, report) + explained(facts, report));
  const best = Math.max(...scores);
  return best > 0 && scores.indexOf(best) === scores.lastIndexOf(best) ? python[scores.indexOf(best)] : undefined;
}

/** A folder with nothing of Python in it is not what was deployed: it rules out no cause. */
function isPythonProject({ deployment: { entrypoints, functions, install, errors } }: ProjectReport): boolean {
  return entrypoints.length + functions.length + errors.length > 0 || install.source !== null;
}

function pathNamed(hit: Hit): string[] {
  const path = hit.groups.file ?? frameOf(hit)?.path;
  return path === undefined ? [] : [shownPath(path)];
}

function filesFound(named: readonly string[], { project: { root, files } }: ProjectReport): number {
  return new Set(named.filter((path) => isIn(path, root, files))).size;
}

/** A path may begin at the root, or at the repository that holds it. */
function isIn(path: string, root: string, files: Files): boolean {
  if (path === '' || path.split('/').includes('..')) return false;
  return files.has(inside(root, path)) || (root !== '' && path.startsWith(`${root}/`) && files.has(path));
}

function explained({ hits }: LogFacts, { problems }: ProjectReport): number {
  const names = new Set(problems.map(({ rule }) => rule.name));
  return hits.some(({ signature }) => signature.causes.some(({ rules }) => rules?.some((rule) => names.has(rule))))
    ? 1
    : 0;
}
