import type { Deployment } from '../../deployment/deployment.ts';
import { nameOf } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { textAt } from '../../text/span.ts';
import type { Fix } from '../rule.ts';

/** Asks for the version that runs, in the form that the file has. A lock file is made by a tool, not by hand. */
export function changeVersion(project: Project, { python }: Deployment): Fix[] {
  const { source: path, span, version } = python;
  if (path === null || !span || nameOf(path) === 'Pipfile.lock') return [];
  const text = textAt(project.files.source(path)?.text ?? '', span);
  const newText = /^[~=!<>]/.test(text) ? `>=${version}` : version;
  return [{ title: `Change to ${newText}`, safety: 'unsafe', files: [{ path, edits: [{ span, newText }] }] }];
}

/** The beginning of a version that runs, as it stands for a moment while somebody types. */
export function isBeingTyped(text: string): boolean {
  return /^(?:[<>=!~^]=?|===|v|p|py|pyt|pyth|pytho|c?python@?-?)?\s*(?:3(?:\.1?)?)?$/i.test(text.trim()) && text !== '';
}
