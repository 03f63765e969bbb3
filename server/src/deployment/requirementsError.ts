import type { KindAt } from '../documents/python/analysis.ts';
import { documentAt, type Files } from '../project/files.ts';
import { directoryOf, isWithin, join, nameOf, relativeTo } from '../project/paths.ts';
import { buildFolder } from './buildFolder.ts';
import type { BuildError } from './deployment.ts';

/**
 * With which the builder stops at a requirements file of `folder`; its parser calls every such file requirements.txt.
 * Nothing is said where Vercel's parser is not at hand.
 * Source: `maybeLoadRequirementsTxt` of @vercel/python-analysis 0.14.0.
 */
export function requirementsError(files: Files, folder: string, path: string): BuildError | undefined {
  const view = documentAt(files, path, 'requirements.txt')?.vercel;
  const fault = view?.fault(folder ? `${buildFolder}/${folder}` : buildFolder, repository(files));
  if (typeof fault !== 'string') return undefined;
  const message = `could not parse ${relativeTo(folder, path)}: ${fault}`;
  return { code: 'PYTHON_REQUIREMENTS_PARSE_ERROR', message, file: path };
}

/** The repository as a build finds it on its disk, and the folders above; of the rest nothing is known. */
function repository(files: Files): KindAt {
  return (absolute) => {
    const place = `/${join('', absolute) ?? ''}`;
    if (isWithin(buildFolder, place === '/' ? '' : place)) return 'directory';
    if (!isWithin(place, buildFolder)) return undefined;
    const path = relativeTo(buildFolder, place);
    return files.list(directoryOf(path)).find(({ name }) => name === nameOf(path))?.kind;
  };
}
