import type { Deployment } from '../deployment/deployment.ts';
import { deployedModules } from '../deployment/importClosure.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import { type FileKind, kindOf, requirementsNames } from '../documents/kinds.ts';
import { documentAt } from '../project/files.ts';
import { directoryOf, inside, isWithin, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Subject } from '../rules/rule.ts';

export interface SubjectFile {
  readonly path: string;
  /** Absent for the project as a whole. */
  readonly document: AnyDocument | undefined;
}

/** What is a file, or the project as a whole. */
export type FileSubject = Exclude<Subject, 'configuration' | 'suppressions'>;

/** The files that the rules look at. */
export interface Subjects {
  of(subject: FileSubject): readonly SubjectFile[];
}

/** Files that count for a deployment by their place: the root folder and the folders between it and an entrypoint. */
const placedNames: readonly string[] = [
  'runtime.txt',
  '.python-version',
  'pyproject.toml',
  'Pipfile',
  'Pipfile.lock',
  ...requirementsNames,
];

/** Files that count in the root folder alone, each a kind by its name. */
const rootFiles: ReadonlySet<FileKind> = new Set(['vercel.json', '.vercel-preflight.toml']);

/** What each kind of rule looks at in `project`. */
export function subjectsOf(project: Project, deployment: Deployment): Subjects {
  const known = new Map<FileSubject, readonly SubjectFile[]>();
  const entrypoints = [...new Set(deployment.entrypoints.map(({ path }) => path))];
  const find = (subject: FileSubject): readonly SubjectFile[] => {
    if (subject === 'project') return [{ path: project.root, document: undefined }];
    if (subject === 'entrypoint') return documents(project, 'python', entrypoints);
    if (subject === 'python') return documents(project, 'python', deployedModules(project, deployment).keys());
    return documents(project, subject, placedFiles(project, subject, entrypoints));
  };
  return {
    of(subject) {
      const files = known.get(subject) ?? find(subject);
      known.set(subject, files);
      return files;
    },
  };
}

function placedFiles({ root, files }: Project, kind: FileKind, entrypoints: readonly string[]): string[] {
  if (rootFiles.has(kind)) return [inside(root, kind)].filter((path) => files.has(path));
  const names = placedNames.filter((name) => kindOf(name) === kind);
  const folders = entrypoints.filter((path) => isWithin(path, root)).flatMap((path) => upTo(directoryOf(path), root));
  return [...new Set([root, ...folders])]
    .flatMap((folder) => names.map((name) => inside(folder, name)))
    .filter((path) => files.has(path));
}

function documents({ files }: Project, kind: FileKind, paths: Iterable<string>): SubjectFile[] {
  return [...paths].flatMap((path) => {
    const document = documentAt(files, path, kind);
    return document ? [{ path, document }] : [];
  });
}
