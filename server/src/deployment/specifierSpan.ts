import { documentAt, type Files } from '../project/files.ts';
import type { Span } from '../text/span.ts';
import type { Manifest } from './manifest.ts';

/** The place in `manifest` that names the Python version, without quotes. */
export function specifierSpan(files: Files, { path, kind }: Manifest): Span | undefined {
  if (kind === 'pyproject.toml') return documentAt(files, path, 'pyproject.toml')?.requiresPython?.span;
  if (kind === 'Pipfile.lock') return documentAt(files, path, 'Pipfile.lock')?.pythonVersion?.span;
  return undefined;
}
