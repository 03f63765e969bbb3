import type { Diagnostic } from 'vscode-languageserver';
import type { Problem } from '../../check/problem.ts';
import { kindOf } from '../../documents/kinds.ts';
import { largestDocument } from '../../project/files.ts';
import { directoryOf, isWithin } from '../../project/paths.ts';
import { diagnosticOf, tooLarge } from './convert.ts';
import type { Checked, Folder } from './folder.ts';
import type { Place } from './folders.ts';

/** A problem, and the result that its offsets belong to. */
export interface LocatedProblem {
  readonly problem: Problem;
  readonly checked: Checked;
}

/** The problems of one file, as things stand when the answer arrives. */
export async function problemsAt({ folder, path }: Place): Promise<readonly LocatedProblem[]> {
  for (;;) {
    const { generation } = folder;
    const found = await problemsIn(folder, rootsThatSee(await folder.roots(), path));
    if (generation === folder.generation) return found.filter(({ problem }) => problem.path === path);
  }
}

/** The problems of all of `roots`, each once: a folder and one inside it may both use the same module. */
export async function problemsIn(folder: Folder, roots: readonly string[]): Promise<readonly LocatedProblem[]> {
  const found = new Map<string, LocatedProblem>();
  for (const root of roots) {
    const checked = await folder.check(root);
    for (const problem of checked.report.problems) {
      const key = identityOf(problem);
      if (!found.has(key)) found.set(key, { problem, checked });
    }
  }
  return [...found.values()];
}

/** Equal for two reports of the same thing. */
export function identityOf({ rule, path, span, message }: Problem): string {
  return JSON.stringify([rule.name, path, span.start, span.end, message]);
}

/** What to show in the document at `place`. */
export async function diagnosticsAt(place: Place): Promise<Diagnostic[]> {
  const { folder, path } = place;
  if (!(await folder.settings()).enable) return [];
  const length = folder.documents.get(path)?.getText().length ?? 0;
  if (length > largestDocument) return (await isChecked(place)) ? [tooLarge()] : [];
  return (await problemsAt(place)).map(({ problem, checked }) => diagnosticOf(problem, checked, folder));
}

async function isChecked({ folder, path }: Place): Promise<boolean> {
  return kindOf(path) !== undefined && (await folder.roots()).some((root) => isWithin(path, root));
}

/** The roots that may have something to say about `path`: those it lies in, or else those below a file that they inherit. */
export function rootsThatSee(roots: readonly string[], path: string): readonly string[] {
  const around = roots.filter((root) => isWithin(path, root));
  if (around.length > 0 || kindOf(path) === undefined) return around;
  return roots.filter((root) => isWithin(root, directoryOf(path)));
}
