import { workspace } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

/** The files that have rules. They are chosen by name: no language id belongs to most of them, or to the wrong tool. */
const checkedFiles = [
  '**/{vercel.json,runtime.txt,.python-version,pyproject.toml,Pipfile,Pipfile.lock,.vercel-preflight.toml}',
  '**/{requirements*.txt,requirements.in}',
  '**/requirements/prod.txt',
  '**/*.py',
];

/** The schemes of the workspace folders. A document of another scheme is no file of a project: the left side of a diff, say. */
export function workspaceSchemes(): readonly string[] {
  const schemes = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', ...schemes])].sort();
}

/** The documents that the server is told about. A log may be a paste that nobody saved. */
export function documentSelector(schemes: readonly string[]): DocumentSelector {
  const files = schemes.flatMap((scheme) => checkedFiles.map((pattern) => ({ scheme, pattern })));
  return [...files, { language: 'vercel-log' }];
}
