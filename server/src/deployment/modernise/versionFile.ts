import { parsePythonVersionFile } from '../../documents/pythonVersionFile.ts';
import { utf8 } from '../../documents/sourceFile.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import { ChangedView } from '../../project/changedView.ts';
import { documentAt } from '../../project/files.ts';
import type { Project } from '../../project/project.ts';
import type { FileChange } from '../../text/edit.ts';
import type { Deployment } from '../deployment.ts';
import { fittingPythons } from '../installed/fittingPythons.ts';
import { pinPath } from '../pinPath.ts';
import { resolveDeployment } from '../resolve.ts';

/** What takes the place of a runtime.txt, which Vercel does not read. */
export interface VersionFile {
  readonly changes: readonly FileChange[];
  /** The version that runs then. */
  readonly version: string;
  /** Path of the `.python-version` that is written; absent where another file chooses already. */
  readonly pin?: string;
}

export type VersionFileAnswer = VersionFile | { readonly reason: string };

/**
 * A `.python-version` instead of the runtime.txt at `path`: with the version that it asks for, where Vercel has that one
 * and no pinned requirement refuses it, else with the one that runs. Where another file chooses the version, runtime.txt goes.
 * @returns `undefined` where there is no runtime.txt at `path`
 */
export function versionFileFor(project: Project, deployment: Deployment, path: string): VersionFileAnswer | undefined {
  const document = documentAt(project.files, path, 'runtime.txt');
  if (!document) return undefined;
  const remove: FileChange = { path, remove: true };
  const { python } = deployment;
  if (python.outcome === 'used') return { changes: [remove], version: python.version };
  if (python.source !== null)
    return { reason: 'Another file asks for a Python that Vercel does not run. Mend that first.' };
  const pin = pinPath(project, deployment);
  if (project.files.has(pin)) return { reason: `${pin} is there and chooses nothing. Mend it first.` };
  const { version: named } = document;
  const asked = named && `${named.major}.${named.minor}`;
  const version = asked !== undefined && mayRun(project, deployment, asked) ? asked : python.version;
  const create = `${version}\n`;
  if (!runs(project, pin, { create, version })) return { reason: `A .python-version in ${pin} would not be read.` };
  return { changes: [{ path: pin, create }, remove], version, pin };
}

function mayRun(project: Project, deployment: Deployment, asked: string): boolean {
  if (!installedPythons.some((installed) => installed === asked)) return false;
  return fittingPythons(project, deployment)?.versions.includes(asked) ?? true;
}

/** Whether the file, once it is there, is what chooses. */
function runs(
  { root, files }: Project,
  pin: string,
  { create, version }: { create: string; version: string },
): boolean {
  const changed = { text: create, document: parsePythonVersionFile(utf8(create)) };
  const { python } = resolveDeployment({ root, files: new ChangedView(files, new Map([[pin, changed]])) });
  return python.source === pin && python.outcome === 'used' && python.version === version;
}
