import type { InstalledRequirement } from '../../deployment/installed/requirement.ts';
import { appendElements, removeTomlEntry, setTomlValue } from '../../documents/tomlEdit.ts';
import { documentAt } from '../../project/files.ts';
import type { FileChange, TextEdit } from '../../text/edit.ts';
import { fullLines, lineAt, lineEndingOf } from '../../text/lines.ts';
import type { ModuleContext } from '../rule.ts';

/**
 * The change that takes `requirement` out of the manifest, with its line; `undefined` where no person writes it.
 */
export function removal(
  { project: { files } }: ModuleContext,
  requirement: InstalledRequirement,
): FileChange | undefined {
  const { path, span, isLocked } = requirement;
  if (isLocked) return undefined;
  const requirements = documentAt(files, path, 'requirements.txt');
  if (requirements) return { path, edits: [{ span: fullLines(requirements.text, span), newText: '' }] };
  const pyproject = documentAt(files, path, 'pyproject.toml');
  const entry = pyproject?.dependencies?.items.find(
    ({ span: at }) => at.start <= span.start && span.end <= at.end,
  )?.entry;
  return pyproject && entry ? { path, edits: removeTomlEntry(pyproject.toml, entry) } : undefined;
}

/**
 * The change that adds requirements such as `flask-cors==5.0.0` to the manifest that is installed, behind `after` where
 * that is given; `undefined` where a tool must write a lock file anew, or the manifest is of another kind.
 */
export function addition(
  { project: { files }, deployment }: ModuleContext,
  texts: readonly string[],
  after?: InstalledRequirement,
): FileChange | undefined {
  const path = deployment.install.source;
  if (path === null || texts.length === 0) return undefined;
  const requirements = documentAt(files, path, 'requirements.txt');
  if (requirements) return { path, edits: [insertedLines(requirements.text, texts, after)] };
  const pyproject = documentAt(files, path, 'pyproject.toml');
  if (!pyproject?.project) return undefined;
  const { toml, dependencies } = pyproject;
  const edits = dependencies
    ? appendElements(toml, dependencies.entry, texts)
    : setTomlValue(toml, ['project', 'dependencies'], [...texts]);
  return edits.length > 0 ? { path, edits } : undefined;
}

/** Lines of their own, behind the line of `after`, else at the end. */
function insertedLines(text: string, lines: readonly string[], after?: InstalledRequirement): TextEdit {
  const ending = lineEndingOf(text);
  const added = lines.join(ending);
  const end = after ? lineAt(text, after.span.end).end : text.replace(/\s+$/, '').length;
  if (end === 0) return { span: { start: 0, end: 0 }, newText: added + ending };
  return { span: { start: end, end }, newText: ending + added };
}
