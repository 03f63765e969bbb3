import type { AnyDocument } from '../../documents/kinds.ts';
import { writtenInPipfile } from './pipfile.ts';
import { writtenInPyproject } from './pyproject.ts';
import type { InstalledRequirement, Reading } from './requirement.ts';
import { writtenInRequirements } from './requirements.ts';

/**
 * The requirements that people write in `document`, in its order, whether or not the deployment installs them: groups,
 * extras and packages for development are among them. None in files that name no requirements, or that tools write.
 */
export function writtenRequirements(document: AnyDocument, where: Reading): readonly InstalledRequirement[] {
  if (document.kind === 'requirements.txt') return writtenInRequirements(document, where);
  if (document.kind === 'pyproject.toml') return writtenInPyproject(document, where);
  return document.kind === 'Pipfile' ? writtenInPipfile(document, where) : [];
}
