import type { DocumentOf, FileKind } from '../documents/kinds.ts';
import { documentAt, type Files } from './files.ts';
import { inside } from './paths.ts';

/** A folder as Vercel would take it for its Root Directory. */
export interface Project {
  /** Path of the folder; `''` for the workspace folder itself. */
  readonly root: string;
  readonly files: Files;
}

/** The document of the file called `name` in the root folder. */
export function rootDocument<K extends FileKind>(project: Project, name: string, kind: K): DocumentOf<K> | undefined {
  return documentAt(project.files, inside(project.root, name), kind);
}

/** `vercel.json` of the root folder. */
export function vercelJsonOf(project: Project): DocumentOf<'vercel.json'> | undefined {
  return rootDocument(project, 'vercel.json', 'vercel.json');
}
