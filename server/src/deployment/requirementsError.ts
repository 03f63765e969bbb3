import type { SourceFile } from '../documents/sourceFile.ts';
import type { Files } from '../project/files.ts';
import { inside, relativeTo } from '../project/paths.ts';
import { builderText, buildFolder } from './builderText.ts';
import type { BuildError } from './deployment.ts';
import { requirementsFault } from './requirementsFault.ts';

/** A version of a file never changes, so neither does what is wrong with it. */
const known = new WeakMap<SourceFile, string | null>();

/** With which the builder stops at a requirements file of `folder`; its parser calls every such file requirements.txt. */
export function requirementsError(files: Files, folder: string, path: string): BuildError | undefined {
  const source = files.source(path);
  if (!source) return undefined;
  const before = known.get(source);
  const fault =
    before === undefined
      ? (requirementsFault(builderText(source), `${buildFolder}/${inside(folder, 'requirements.txt')}`) ?? null)
      : before;
  known.set(source, fault);
  if (fault === null) return undefined;
  const message = `could not parse ${relativeTo(folder, path)}: ${fault}`;
  return { code: 'PYTHON_REQUIREMENTS_PARSE_ERROR', message, file: path };
}
