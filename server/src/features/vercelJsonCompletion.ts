import { parseCronSchedule } from '../documents/cronSchedule.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import { type JsonPath, jsonAt, propertiesOf } from '../documents/vercelJson.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Completion } from './completion.ts';
import type { FeatureContext } from './context.ts';
import { cronWords } from './cronWords.ts';
import { buildableFiles, functionFiles, functionPaths } from './servedFiles.ts';
import { isPath, type JsonPlace, jsonPlace } from './vercelJsonPlace.ts';

/** A string that may stand at a place. */
type Candidate = Pick<Completion, 'label' | 'kind' | 'detail'> & { readonly documentation?: string };

/** What the deployment knows that a schema does not: files, the paths they answer, and schedules in words. */
export function vercelJsonCompletion(
  document: AnyDocument,
  offset: number,
  { path, project }: FeatureContext,
): readonly Completion[] {
  if (document.kind !== 'vercel.json') return [];
  const place = jsonPlace(document.text, offset);
  const isRead = path === inside(project.root, 'vercel.json');
  if (place.part === 'key') {
    if (!isRead || !isPath(place.path, ['functions', '*'])) return [];
    const written = propertiesOf(jsonAt(document, ['functions'])).map(({ name }) => name);
    return functionKeys(project)
      .filter(({ label }) => label === place.text || !written.includes(label))
      .map((candidate) => keyAt(document.text, place, candidate));
  }
  const candidates = isPath(place.path, ['crons', '*', 'schedule'])
    ? schedules
    : isRead
      ? valuesAt(place.path, project)
      : [];
  return candidates.map((candidate) => valueAt(place, candidate));
}

function valuesAt(path: JsonPath, project: Project): readonly Candidate[] {
  if (isPath(path, ['builds', '*', 'src'])) {
    return buildableFiles(project).map((file) => ({ label: file, kind: 'file', detail: 'serves an application' }));
  }
  const isTarget = targets.some((target) => isPath(path, target));
  if (!isTarget) return [];
  return functionPaths(project).map(({ path: label, file }) => ({ label, kind: 'file', detail: file }));
}

/** The values that are request paths of the deployment itself. */
const targets = [
  ['rewrites', '*', 'destination'],
  ['routes', '*', 'dest'],
  ['crons', '*', 'path'],
] as const;

function functionKeys(project: Project): readonly Candidate[] {
  const files = functionFiles(project);
  const isManyInApi = files.filter((file) => /^api\/.*\.py$/.test(file)).length > 1;
  return [
    ...files.map((label): Candidate => ({ label, kind: 'file', detail: 'a function of this deployment' })),
    ...(isManyInApi
      ? [{ label: 'api/**/*.py', kind: 'file', detail: 'every Python function below api' } as const]
      : []),
  ];
}

const schedules: readonly Candidate[] = [
  '0 5 * * *',
  '0 5 * * 1',
  '0 5 * * 1-5',
  '0 5 1 * *',
  '0 * * * *',
  '*/15 * * * *',
].map((label) => {
  const schedule = parseCronSchedule(label);
  return { label, kind: 'word', detail: schedule ? cronWords(schedule) : '' };
});

/** A string for a place where only a string can stand: not over a number or an object. */
function valueAt(place: JsonPlace, candidate: Candidate): Completion {
  const text = JSON.stringify(candidate.label);
  return { documentation: '', ...candidate, span: place.span, newText: text, filterText: text };
}

/** With an object to fill in, where the key has no value yet. */
function keyAt(text: string, place: JsonPlace, candidate: Candidate): Completion {
  const key = valueAt(place, candidate);
  if (/^\s*:/.test(text.slice(place.span.end))) return key;
  const comma = /^\s*"/.test(text.slice(place.span.end)) ? ',' : '';
  return { ...key, isSnippet: true, newText: `${key.newText.replace(/[\\$}]/g, '\\$&')}: {$1}${comma}` };
}
