import { Uri } from 'vscode';

/** The destination of a Markdown link; the server encodes brackets and blanks in it. */
const destination = /\]\(([a-z][a-z0-9+.-]*:[^()\s]+)\)/gi;

/**
 * The report with links that VS Code's Markdown preview follows. It drops `file:` links, but takes a path from the first
 * workspace folder, and walks up from there to reach another one.
 */
export function withPreviewLinks(markdown: string, firstFolder: Uri): string {
  return markdown.replace(destination, (link, address: string) => {
    const target = Uri.parse(address);
    const isReachable = target.scheme === firstFolder.scheme && target.authority === firstFolder.authority;
    return isReachable ? `](/${relativePath(firstFolder.path, target.path)}${fragmentOf(target)})` : link;
  });
}

const fragmentOf = ({ fragment }: Uri): string => (fragment ? `#${fragment}` : '');

/** The way from one folder to a file, both without a dot in their own paths. */
function relativePath(from: string, to: string): string {
  const [start, end] = [from.split('/').filter(Boolean), to.split('/').filter(Boolean)];
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  const down = end.slice(shared).map(encodeURIComponent).map(withoutBrackets);
  return [...start.slice(shared).map(() => '..'), ...down].join('/');
}

/** A bracket would end the link. */
function withoutBrackets(text: string): string {
  return text.replaceAll('(', '%28').replaceAll(')', '%29');
}
