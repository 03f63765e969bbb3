import type { AnyDocument } from '../../documents/kinds.ts';
import { originInPipfile, writtenInPipfile } from './pipfile.ts';
import { writtenInPyproject } from './pyproject.ts';
import type { InstalledRequirement, Reading } from './requirement.ts';
import { indexesOf, writtenInRequirements } from './requirements.ts';
import { type Origin, originOf, uvSources } from './sources.ts';

/**
 * The requirements that people write in `document`, in its order, whether or not the deployment installs them: groups,
 * extras and packages for development are among them. None in files that name no requirements, or that tools write.
 */
export function writtenRequirements(document: AnyDocument, where: Reading): readonly InstalledRequirement[] {
  if (document.kind === 'requirements.txt') return writtenInRequirements(document, where);
  if (document.kind === 'pyproject.toml') return writtenInPyproject(document, where);
  return document.kind === 'Pipfile' ? writtenInPipfile(document, where) : [];
}

/** Where a package would come from that is being written in `document`. */
export function originInDocument(document: AnyDocument, normalizedName: string, where: Reading): Origin {
  if (document.kind === 'Pipfile') return originInPipfile(document, normalizedName, where);
  const named = document.kind === 'requirements.txt' ? indexesOf(document) : [];
  return originOf(normalizedName, uvSources(where.project, where.path), named);
}
