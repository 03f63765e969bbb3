import { writtenRequirements } from '../../deployment/installed/written.ts';
import type { AnyDocument } from '../../documents/kinds.ts';
import type { RequirementsEntry } from '../../documents/requirements.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import { directoryOf, join } from '../../project/paths.ts';
import type { Span } from '../../text/span.ts';
import type { FeatureContext } from '../context.ts';

/** A place in a document that leads somewhere: to a page, or to a file of the workspace folder. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: { readonly url: string } | { readonly path: string };
  readonly tooltip: string;
}

/** The page of a package, by its name as PEP 503 normalizes it. */
export function packagePage(normalizedName: string): string {
  return `https://pypi.org/project/${encodeURIComponent(normalizedName)}/`;
}

/**
 * From the name of each requirement to its page, where it comes from PyPI as far as the files say, and from `-r` and `-c`
 * to their file, where it exists.
 */
export function requirementLinks(document: AnyDocument, { path, project }: FeatureContext): readonly DocumentLink[] {
  const packages = writtenRequirements(document, { project, path, python: installedPythons[0] })
    .filter(({ isFromPyPI }) => isFromPyPI)
    .map(({ nameSpan, normalizedName }) => ({
      span: nameSpan,
      target: { url: packagePage(normalizedName) },
      tooltip: `${normalizedName} on PyPI`,
    }));
  const entries = document.kind === 'requirements.txt' ? document.entries : [];
  const files = entries.flatMap((entry) => {
    const file = fileOf(entry, path);
    return file && project.files.has(file.path)
      ? [{ span: file.span, target: { path: file.path }, tooltip: file.path }]
      : [];
  });
  return [...packages, ...files];
}

function fileOf(entry: RequirementsEntry, path: string): { readonly span: Span; readonly path: string } | undefined {
  if (entry.kind !== 'include' && entry.kind !== 'constraint') return undefined;
  const { target, targetSpan } = entry;
  if (target === undefined || !targetSpan || /^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined;
  const found = join(directoryOf(path), target);
  return found === undefined ? undefined : { span: targetSpan, path: found };
}
