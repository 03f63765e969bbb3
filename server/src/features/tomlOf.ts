import type { AnyDocument } from '../documents/kinds.ts';
import type { TomlDocument } from '../documents/toml.ts';

/** The TOML that a document is; `undefined` for other kinds. */
export function tomlOf(document: AnyDocument): TomlDocument | undefined {
  if (document.kind === '.vercel-preflight.toml') return document.configuration.toml;
  return document.kind === 'pyproject.toml' || document.kind === 'Pipfile' ? document.toml : undefined;
}
