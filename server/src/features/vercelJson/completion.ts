import { parseCronSchedule } from '../../documents/cronSchedule.ts';
import type { AnyDocument } from '../../documents/kinds.ts';
import { type JsonPath, jsonAt, propertiesOf } from '../../documents/vercelJson.ts';
import { inside } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import type { Completion } from '../completion.ts';
import type { FeatureContext } from '../context.ts';
import { cronWords } from '../cronWords.ts';
import { buildableFiles, functionFiles, functionPaths } from '../servedFiles.ts';
import { isPath, type JsonPlace, jsonPlace } from './place.ts';

/** A key or a value that may stand at a place. */
type Candidate = Pick<Completion, 'label' | 'kind' | 'detail'>;

/**
 * What can be written at `offset` and no schema knows: the files of the deployment, the paths that they answer, and schedules
 * in words.
 */
export function vercelJsonCompletion(
  document: AnyDocument,
  offset: number,
  { path, project }: FeatureContext,
): readonly Completion[] {
  const place = document.kind === 'vercel.json' ? jsonPlace(document.text, offset) : undefined;
  if (document.kind !== 'vercel.json' || !place) return [];
  const isRead = path === inside(project.root, 'vercel.json');
  if (place.part === 'key') {
    if (!isRead || !isPath(place.path, ['functions', '*'])) return [];
    const written = propertiesOf(jsonAt(document, ['functions'])).map(({ name }) => name);
    return functionKeys(project)
      .filter(({ label }) => label === place.text || !written.includes(label))
      .map((candidate) => keyAt(document.text, place, candidate));
  }
  if (isPath(place.path, ['crons', '*', 'schedule'])) return schedules.map((one) => valueAt(place, one));
  return isRead ? valuesAt(place.path, project).map((one) => valueAt(place, one)) : [];
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

function valueAt({ span, comma }: JsonPlace, candidate: Candidate): Completion {
  const text = JSON.stringify(candidate.label);
  const before = comma === undefined ? {} : { comma };
  return { documentation: '', ...candidate, ...before, span, newText: text, filterText: text };
}

/** With the object that it is given, where the key has no value yet. */
function keyAt(text: string, place: JsonPlace, candidate: Candidate): Completion {
  const key = valueAt(place, candidate);
  const rest = text.slice(place.span.end);
  if (/^\s*:/.test(rest)) return key;
  const comma = /^\s*"/.test(rest) ? ',' : '';
  return { ...key, isSnippet: true, newText: `${key.newText.replace(/[\\$}]/g, '\\$&')}: {$1}${comma}` };
}
