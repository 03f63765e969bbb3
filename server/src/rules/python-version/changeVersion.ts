import type { Deployment } from '../../deployment/deployment.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import { nameOf } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { textAt } from '../../text/span.ts';
import type { Fix } from '../rule.ts';

/**
 * Asks for the version that is meant, else for the one that runs, in the form that the file has. A comment behind it, which
 * a version cannot have there, goes above it. A lock file is made by a tool, not by hand.
 */
export function changeVersion(project: Project, { python }: Deployment, meant?: string): Fix[] {
  const { source: path, span, version } = python;
  if (path === null || !span || nameOf(path) === 'Pipfile.lock') return [];
  const source = project.files.source(path)?.text ?? '';
  const text = textAt(source, span);
  const newText = meant ?? (/^[~=!<>]/.test(text) ? `>=${version}` : version);
  const comment = /\s(#.*)$/.exec(text)?.[1];
  const above = comment === undefined ? '' : `${comment}${lineEndingOf(source)}`;
  const edits = [{ span, newText: `${above}${newText}` }];
  return [{ title: `Change to ${newText}`, safety: 'unsafe', files: [{ path, edits }] }];
}

/** The beginning of a version that runs, as it stands for a moment while somebody types. */
export function isBeingTyped(text: string): boolean {
  return /^(?:[<>=!~^]=?|===|v|p|py|pyt|pyth|pytho|c?python@?-?)?\s*(?:3(?:\.1?)?)?$/i.test(text.trim()) && text !== '';
}

/** The version in a text that Vercel cannot read, where it has that one: 3.13 for `3.13 # comment`, `==3.13.*` and `3,13`. */
export function meantVersion(text: string): string | undefined {
  const minor = /(?<![\d.])3[.,](\d+)(?!\d)/.exec(text)?.[1];
  return installedPythons.find((version) => version === `3.${minor}`);
}
