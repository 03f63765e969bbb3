import { specifierAdmits } from '../deployment/pythonVersion.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import type { PipfileDocument } from '../documents/pipfile.ts';
import type { PyprojectDocument } from '../documents/pyproject.ts';
import { defaultPython, installedPythons } from '../facts/pythonVersions.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Completion, Hover } from './completion.ts';
import { quoted } from './configurationCompletion.ts';
import { configurationPlace } from './configurationPlace.ts';
import type { FeatureContext } from './context.ts';
import { isOnTheWay } from './inlayHints.ts';
import { prose } from './markdown.ts';

/** Which Python runs, and because of what, over the places that name a version. */
export function pythonVersionHover(
  document: AnyDocument,
  offset: number,
  { path, project, isDeployed, deployment: resolve }: FeatureContext,
): Hover | undefined {
  const span = namingSpans(document).find(({ start, end }) => start <= offset && offset <= end);
  if (!span || !isDeployed) return undefined;
  const deployment = resolve();
  if (!isOnTheWay(project, deployment, path)) return undefined;
  const { version, outcome, because } = deployment.python;
  const isStopped = outcome === 'unreadable' || outcome === 'discontinued';
  const title = isStopped ? '**The build stops.**' : `**Vercel runs Python ${version}.**`;
  return { span, markdown: `${title}\n\n${because.map((reason) => `- ${prose(reason)}`).join('\n')}` };
}

function namingSpans(document: AnyDocument): readonly Span[] {
  switch (document.kind) {
    case '.python-version':
      return document.requests.map(({ span }) => span);
    case 'runtime.txt':
      return document.content ? [document.content] : [];
    case 'pyproject.toml':
      return [document.requiresPython, document.poetryPython].flatMap((value) => (value ? [value.span] : []));
    case 'Pipfile':
    case 'Pipfile.lock':
      return [document.pythonVersion, document.pythonFullVersion].flatMap((value) => (value ? [value.span] : []));
    default:
      return [];
  }
}

/** The versions that Vercel has, in the way in which each file names one. */
export function pythonVersionCompletion(document: AnyDocument, offset: number): readonly Completion[] {
  switch (document.kind) {
    case '.python-version':
      return onLine(document.text, offset, versions);
    case 'runtime.txt':
      return onLine(document.text, offset, runtimes);
    case 'pyproject.toml':
      return specifiersAt(document, offset);
    case 'Pipfile':
      return pipfileVersions(document, offset);
    default:
      return [];
  }
}

type Candidate = Pick<Completion, 'label' | 'detail' | 'documentation'>;

const versions: readonly Candidate[] = installedPythons.map((label) => ({
  label,
  detail: label === defaultPython ? 'the default of Vercel' : 'on Vercel',
  documentation:
    label === defaultPython
      ? `Python ${label} also runs where no file names a version.`
      : `Vercel has Python ${label}.`,
}));

const runtimes: readonly Candidate[] = versions.map(({ label }) => ({
  label: `python-${label}`,
  detail: 'not read by Vercel',
  documentation: `Vercel does not read runtime.txt. Write \`${label}\` into \`.python-version\` to get it.`,
}));

/** The word of a line, but nothing in a comment or in a line of several words. */
function onLine(text: string, offset: number, candidates: readonly Candidate[]): readonly Completion[] {
  const line = lineAt(text, offset);
  const word = /^\s*(\S*)\s*$/.exec(text.slice(line.start, line.end))?.[1];
  if (word === undefined || word.startsWith('#')) return [];
  const start = word === '' ? offset : line.start + text.slice(line.start, line.end).indexOf(word);
  const span = { start, end: start + word.length };
  if (offset < span.start || offset > span.end) return [];
  return candidates.map((one) => ({ ...one, kind: 'word', span, newText: one.label }));
}

const specifiers = [`>=${defaultPython}`, ...installedPythons.map((version) => `==${version}.*`)];

function specifiersAt({ toml }: PyprojectDocument, offset: number): readonly Completion[] {
  const place = configurationPlace({ toml, prefix: [] }, offset);
  if (place?.part !== 'value' || place.isElement || place.path.join('.') !== 'project.requires-python') return [];
  return specifiers.map((label) => {
    const version = [defaultPython, ...installedPythons].find((one) => specifierAdmits(label, one));
    return {
      label,
      kind: 'word',
      span: place.word,
      newText: quoted(label, place),
      detail: `Vercel chooses ${version}`,
      documentation: 'Where there is a `.python-version`, it wins over `requires-python`.',
    };
  });
}

function pipfileVersions({ toml }: PipfileDocument, offset: number): readonly Completion[] {
  const place = configurationPlace({ toml, prefix: [] }, offset);
  if (place?.part !== 'value' || place.isElement || place.path.join('.') !== 'requires.python_version') return [];
  return versions.map((one) => ({ ...one, kind: 'word', span: place.word, newText: quoted(one.label, place) }));
}
