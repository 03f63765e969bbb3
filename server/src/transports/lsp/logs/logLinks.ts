import type { DocumentLink } from 'vscode-languageserver';
import { isOwn, projectFile } from '../../../logs/frames.ts';
import type { ExplainedLog } from './logDocuments.ts';

const frame = /File "([^"]+)", line (\d+)/g;

/** From each frame of a traceback to its line in the project, where the project has the file. */
export async function linksIn({ document, lines, project }: ExplainedLog): Promise<DocumentLink[]> {
  if (!project) return [];
  const { folder, root } = project;
  const text = document.getText();
  const found = await folder.workspace.ask((files) =>
    [...text.matchAll(frame)].flatMap((match) => {
      const path = isOwn(match[1] ?? '') ? projectFile(match[1] ?? '', root, files) : undefined;
      return path === undefined ? [] : [{ match, path }];
    }),
  );
  return (found ?? []).map(({ match, path }) => ({
    range: lines.rangeOf({ start: match.index, end: match.index + match[0].length }),
    target: `${folder.uriOf(path)}#L${match[2]}`,
    tooltip: path,
  }));
}
