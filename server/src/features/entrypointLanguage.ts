import { fileOf, moduleName, moduleReference } from '../deployment/moduleReference.ts';
import { candidatesIn } from '../deployment/presetErrors.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import type { PyprojectDocument } from '../documents/pyproject.ts';
import { inside, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Span } from '../text/span.ts';
import type { Completion, Hover } from './completion.ts';
import { quoted } from './configurationCompletion.ts';
import { configurationPlace } from './configurationPlace.ts';
import type { FeatureContext } from './context.ts';
import { code } from './markdown.ts';

/** The file that `[tool.vercel] entrypoint` means. */
export interface EntrypointReference {
  /** Of the value, without quotes. */
  readonly span: Span;
  /** From the workspace folder. */
  readonly file: string;
  readonly variable: string;
}

/** `undefined` where nothing is set, where no file answers to it, and where the file at `path` is not the one that is read. */
export function entrypointReference(
  document: AnyDocument,
  { path, project }: Pick<FeatureContext, 'path' | 'project'>,
): EntrypointReference | undefined {
  if (!isRead(document, path, project)) return undefined;
  const entry = document.vercelEntrypoint;
  const reference = typeof entry?.value === 'string' ? moduleReference(entry.value) : undefined;
  const file = reference && fileOf(project, reference);
  return entry && reference && file !== undefined
    ? { span: entry.span, file, variable: reference.variable }
    : undefined;
}

function isRead(document: AnyDocument, path: string, project: Project): document is PyprojectDocument {
  return document.kind === 'pyproject.toml' && path === inside(project.root, 'pyproject.toml');
}

const interfaces = {
  asgi: ', an ASGI application',
  wsgi: ', a WSGI application',
  'http-handler': ', an HTTP handler class',
  unknown: '',
} as const;

/** What `[tool.vercel] entrypoint` means, and whether it is what Vercel serves. */
export function entrypointHover(document: AnyDocument, offset: number, context: FeatureContext): Hover | undefined {
  const reference = entrypointReference(document, context);
  if (!reference || offset < reference.span.start || offset > reference.span.end) return undefined;
  const { file, variable, span } = reference;
  const { functions } = context.deployment();
  const served = functions.find((one) => one.path === file && one.variable === variable);
  const what = `${code(variable)} of ${code(relativeTo(context.project.root, file))}`;
  const markdown = served
    ? `Vercel serves ${what}${interfaces[served.interface]}.`
    : `This means ${what}. This deployment does not serve it.`;
  return { span, markdown };
}

/** The modules of the project that hold an application, as `[tool.vercel] entrypoint` names one. */
export function entrypointCompletion(
  document: AnyDocument,
  offset: number,
  { path, project }: FeatureContext,
): readonly Completion[] {
  if (!isRead(document, path, project)) return [];
  const place = configurationPlace({ toml: document.toml, prefix: [] }, offset);
  if (place?.part !== 'value' || place.isElement || place.path.join('.') !== 'tool.vercel.entrypoint') return [];
  return candidatesIn(project).flatMap(({ path: file, variable }): Completion[] => {
    const label = `${moduleName(relativeTo(project.root, file))}:${variable}`;
    const reference = moduleReference(label);
    // A path with a dash, say, is none that the builder could take back from the name.
    if (!reference || fileOf(project, reference) !== file) return [];
    const detail = relativeTo(project.root, file);
    return [{ label, kind: 'word', span: place.word, newText: quoted(label, place), detail, documentation: '' }];
  });
}
