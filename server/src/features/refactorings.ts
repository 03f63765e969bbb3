import type { Deployment } from '../deployment/deployment.ts';
import { type VersionFileAnswer, versionFileFor } from '../deployment/modernise/versionFile.ts';
import {
  withTexts,
  type ZeroConfigurationAnswer,
  zeroConfigurationOf,
} from '../deployment/modernise/zeroConfiguration.ts';
import { resolveDeployment } from '../deployment/resolve.ts';
import { temporaryLines, withoutTemporaryLogging } from '../documents/python/temporaryLogging.ts';
import { documentAt } from '../project/files.ts';
import { inside, nameOf, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { applyEdits, type FileChange } from '../text/edit.ts';
import { withTemporaryLogging } from './temporaryLogging.ts';

/** One part of a refactoring, which a person may take or leave. */
export interface RefactoringStep {
  /** Such as "Convert `builds` to zero configuration". */
  readonly label: string;
  /** What else changes with it, in a sentence. */
  readonly description: string;
  readonly changes: readonly FileChange[];
}

/** A change that keeps what the project does, for a person to choose. */
export interface Refactoring {
  readonly title: string;
  readonly steps: readonly RefactoringStep[];
  /** Whether it is shown before it is made. */
  readonly isReviewed: boolean;
}

/** Why a refactoring cannot be made here. */
export interface Refusal {
  readonly title: string;
  readonly reason: string;
}

export type Offer = Refactoring | Refusal;

export const addLoggingTitle = 'Add temporary import logging';
export const removeLoggingTitle = 'Remove temporary import logging';
export const modernTitle = 'Modernise deployment configuration';

/** What can be done with the file at `path` as a whole, or why it cannot. */
export function refactoringsAt(project: Project, deployment: Deployment, path: string): readonly Offer[] {
  const document = project.files.document(path);
  if (document?.kind === 'python') return loggingOffers(project, deployment, path);
  if (document?.kind === 'vercel.json' && path === inside(project.root, 'vercel.json')) {
    const answer = zeroConfigurationOf(project, deployment);
    return answer ? [asOffer(zeroTitle, answer, zeroStep)] : [];
  }
  if (document?.kind !== 'runtime.txt') return [];
  const answer = versionFileFor(project, deployment, path);
  return answer ? [asOffer(versionTitle, answer, versionStep)] : [];
}

/** Lines that tell how far the import of an entrypoint has come: adding them, or taking them out where they are. */
export function loggingOffers(project: Project, deployment: Deployment, path: string): readonly Offer[] {
  const document = documentAt(project.files, path, 'python');
  if (!document) return [];
  if (temporaryLines(document).length > 0) {
    return [logging(removeLoggingTitle, { path, edits: withoutTemporaryLogging(document) })];
  }
  if (!deployment.entrypoints.some((entrypoint) => entrypoint.path === path)) return [];
  const edits = withTemporaryLogging(document, path);
  if (edits.length > 0) return [logging(addLoggingTitle, { path, edits })];
  return [
    { title: addLoggingTitle, reason: 'The module does not parse, or has no import and no application at top level.' },
  ];
}

function logging(title: string, change: FileChange): Refactoring {
  return {
    title,
    steps: [{ label: title, description: 'Each line ends with `# preflight: temporary`.', changes: [change] }],
    isReviewed: false,
  };
}

/**
 * All of a root that can be written in today's form: `builds`, then the runtime.txt of its root folder.
 * @returns what can be done, with the reasons for what cannot
 */
export function modernised(
  project: Project,
  deployment: Deployment,
): { readonly refactoring?: Refactoring; readonly reasons: readonly string[] } {
  const zero = zeroConfigurationOf(project, deployment);
  const next = zero && 'changes' in zero ? after(project, zero.changes) : project;
  const version = versionFileFor(next, resolveDeployment(next), inside(project.root, 'runtime.txt'));
  const offers = [zero && asOffer(zeroTitle, zero, zeroStep), version && asOffer(versionTitle, version, versionStep)];
  const made = offers.flatMap((offer) => (offer && 'steps' in offer ? offer.steps : []));
  const reasons = offers.flatMap((offer) => (offer && 'reason' in offer ? [offer.reason] : []));
  return {
    reasons,
    ...(made.length > 0 ? { refactoring: { title: modernTitle, steps: made, isReviewed: true } } : {}),
  };
}

function after(project: Project, changes: readonly FileChange[]): Project {
  const texts = changes.flatMap((change) => {
    const text = project.files.source(change.path)?.text ?? '';
    return 'edits' in change ? [[relativeTo(project.root, change.path), applyEdits(text, change.edits)] as const] : [];
  });
  return withTexts(project, Object.fromEntries(texts));
}

const zeroTitle = 'Convert `builds` to zero configuration';
const versionTitle = 'Replace runtime.txt by .python-version';

function asOffer<T extends object>(
  title: string,
  answer: T | { readonly reason: string },
  stepOf: (made: T) => RefactoringStep,
): Offer {
  if ('reason' in answer) return { title, reason: answer.reason };
  const step = stepOf(answer as T);
  return { title: step.label, steps: [step], isReviewed: true };
}

type Made<T> = Exclude<T, { readonly reason: string }>;

function zeroStep({ changes, framework, unread, dropped }: Made<ZeroConfigurationAnswer>): RefactoringStep {
  const preset =
    framework === null
      ? 'No preset: each file below api/ is a function.'
      : `The ${framework} preset serves every path.`;
  const went = unread.length > 0 ? ` Nothing reads ${unread.join(', ')}.` : '';
  const rules = dropped > 0 ? ' Rules that lead there go.' : '';
  const description = `${preset}${rules}${went} Build settings of the dashboard count from then on.`;
  return { label: zeroTitle, description, changes };
}

function versionStep({ changes, version, pin }: Made<VersionFileAnswer>): RefactoringStep {
  if (pin === undefined) {
    return { label: 'Delete runtime.txt', description: `Another file chooses Python ${version}.`, changes };
  }
  return {
    label: `${versionTitle} with ${version}`,
    description: `${nameOf(pin)} makes Vercel run ${version}, and local tools too.`,
    changes,
  };
}
