import type { AnyDocument, FileKind } from '../documents/kinds.ts';
import { directoryOf, isWithin, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { hasEvidence } from '../project/roots.ts';
import type { UnusedSuppression } from '../rules/unusedSuppression.ts';
import type { Checked } from './evidence.ts';
import type { Silence } from './silence.ts';
import { hasComments, type SuppressedName } from './suppressions.ts';

/** Which rules had their say. */
export interface Ran {
  /** The names of all rules that there are. */
  readonly ruleNames: readonly string[];
  /** Whether the rule of that name ran on every file without a crash; one that is off did not. */
  ran(name: string): boolean;
}

const kinds: readonly FileKind[] = [
  'python',
  'pyproject.toml',
  'Pipfile',
  'requirements.txt',
  'vercel.json',
  'Pipfile.lock',
];

/**
 * The suppressions for which nothing was left unsaid. None while anything is broken or half typed, because rules fall
 * silent there: a suppression that comes and goes with every keystroke is worth nothing.
 */
export function unusedSuppressions(checked: Checked, silence: Silence, ran: Ran): UnusedSuppression[] {
  const { project, deployment, subjects } = checked;
  const files = kinds.flatMap((kind) => subjects.of(kind));
  if (deployment.errors.length > 0 || !files.every(({ document }) => document && isWhole(document))) return [];
  const paths = files.filter(({ path, document }) => document && hasComments(document) && isOnlyIn(project, path));
  return [...paths.flatMap(({ path }) => inComments(path, silence, ran)), ...inConfiguration(silence, ran)];
}

function inComments(path: string, silence: Silence, { ruleNames, ran }: Ran): UnusedSuppression[] {
  const names = silence.in(path)?.names ?? [];
  const isUnused = (suppressed: SuppressedName) =>
    !silence.isUsed(suppressed) && (ran(suppressed.name) || !ruleNames.includes(suppressed.name));
  return names.filter(isUnused).map(({ name, span, comment }) => ({
    ...{ path, name, span, comment, in: 'comment' },
    isKnown: ruleNames.includes(name),
    isWhole: names.every((other) => other.comment !== comment || isUnused(other)),
  }));
}

/** A name that no rule has is for another rule to say. */
function inConfiguration(silence: Silence, { ran }: Ran): UnusedSuppression[] {
  return silence.perFileIgnores
    .filter((ignore) => ran(ignore.rule) && !silence.isUsed(ignore))
    .map(({ path, span, rule }) => ({ path, name: rule, span, in: 'configuration', isKnown: true, isWhole: false }));
}

/** Whether rules can say all that they have to say of `document`. */
function isWhole(document: AnyDocument): boolean {
  if (document.kind === 'python') return !document.hasError && document.vercel?.valid === true;
  if ('toml' in document) return document.toml.value !== undefined;
  return !('errors' in document) || document.errors.length === 0;
}

/** Whether no other deployment than that of `project` can use the file: what is of no use here may be of use there. */
function isOnlyIn({ root, files }: Project, path: string): boolean {
  return (
    isWithin(path, root) &&
    upTo(directoryOf(path), '').every((folder) => folder === root || !hasEvidence(files, folder))
  );
}
