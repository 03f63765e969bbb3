import type { Deployment, PythonChoice } from '../deployment/deployment.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import { bindings } from '../documents/python/scope.ts';
import { directoryOf, isWithin } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A few words shown at the end of a line, which are not part of the file. */
export interface InlayHint {
  /** UTF-16 offset at which it stands: the end of a line's text. */
  readonly offset: number;
  readonly label: string;
  /** Plain sentences. */
  readonly tooltip: string;
}

/** What Vercel will do, beside the places in the file at `path` that decide it or are meant to. */
export function inlayHints(project: Project, deployment: Deployment, path: string): readonly InlayHint[] {
  const document = project.files.document(path);
  if (!document) return [];
  if (document.kind === 'python') return servedHints(document.text, project, deployment, path);
  const [span] = versionSpans(document);
  return span && isOnTheWay(project, deployment, path) ? [versionHint(document.text, span, deployment, path)] : [];
}

/** Where a file names the Python it wants. The first place speaks for the file. */
function versionSpans(document: AnyDocument): Span[] {
  switch (document.kind) {
    case 'runtime.txt':
      return [document.version?.span ?? document.content].filter((span) => span !== undefined);
    case '.python-version':
      return document.requests.map(({ span }) => span);
    case 'pyproject.toml':
      return [document.requiresPython, document.poetryPython].flatMap((value) => (value ? [value.span] : []));
    case 'Pipfile':
    case 'Pipfile.lock':
      return [document.pythonVersion, document.pythonFullVersion].flatMap((value) => (value ? [value.span] : []));
    default:
      return [];
  }
}

/** Whether the file lies in the root or between it and what is served: another package's file is about something else. */
export function isOnTheWay({ root }: Project, { python, functions, entrypoints }: Deployment, path: string): boolean {
  const folder = directoryOf(path);
  const served = functions[0]?.path ?? entrypoints[0]?.path;
  return path === python.source || folder === root || (served !== undefined && isWithin(served, folder));
}

function versionHint(text: string, span: Span, { python }: Deployment, path: string): InlayHint {
  return { offset: endOfLine(text, span.end), label: versionLabel(python, path), tooltip: python.because.join(' ') };
}

function versionLabel({ version, outcome, source }: PythonChoice, path: string): string {
  if (outcome === 'unreadable' || outcome === 'discontinued') return 'the build stops';
  if (path === source && outcome !== 'used') return `ignored: Vercel runs ${version}`;
  return `Vercel runs ${version}`;
}

const interfaces = {
  asgi: ' (ASGI)',
  wsgi: ' (WSGI)',
  'http-handler': ' (HTTP handler class)',
  unknown: '',
} as const;

function servedHints(text: string, { files }: Project, { functions }: Deployment, path: string): InlayHint[] {
  const document = files.document(path);
  return functions.flatMap((served) => {
    if (served.path !== path || document?.kind !== 'python') return [];
    const binding = bindings(document).findLast(({ name, how }) => name === served.variable && how !== 'delete');
    if (!binding) return [];
    const tooltip = `Requests to this deployment go to \`${served.variable}\`, and to no other name in this file.`;
    const label = `Vercel serves ${served.variable}${interfaces[served.interface]}`;
    return [{ offset: endOfLine(text, binding.span.end), label, tooltip }];
  });
}

/** Behind the last character of the line that is no blank. */
function endOfLine(text: string, offset: number): number {
  const { start, end } = lineAt(text, offset);
  return start + text.slice(start, end).trimEnd().length;
}
