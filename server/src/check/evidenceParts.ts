import type { Deployment } from '../deployment/deployment.ts';
import type { PythonDocument } from '../documents/python/document.ts';
import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Subjects } from './subjects.ts';

/** What an area's verdict rests on. */
export interface Evidence {
  /** Whether there was something to check. */
  readonly applies: boolean;
  readonly evidence: string;
}

/** A project with all that was found out about it. */
export interface Checked {
  readonly project: Project;
  readonly deployment: Deployment;
  readonly subjects: Subjects;
}

/** The modules that run when an entrypoint is imported, nearest first. */
export function modules(subjects: Subjects): readonly { readonly path: string; readonly document: PythonDocument }[] {
  return subjects
    .of('python')
    .flatMap(({ path, document }) => (document?.kind === 'python' ? [{ path, document }] : []));
}

/** `a, b and c`, the rest counted where there are more than `most`. */
export function listed(items: readonly string[], most = 4): string {
  const named = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named[named.length - 1]}` : (named[0] ?? '');
}

/** A path as a person of this project writes it: from the root folder. */
export function shown({ root }: Project, path: string): string {
  return relativeTo(root, path);
}

/** `1 route`, `2 routes`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** The verdict rests on something that was checked. */
export function applies(evidence: string): Evidence {
  return { applies: true, evidence };
}

/** There is nothing to check, or nothing that the files tell. */
export function notApplicable(evidence: string): Evidence {
  return { applies: false, evidence };
}
