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
import { type Candidate, schemaKeys, schemaWords } from './vercelJsonWords.ts';

/**
 * What can be written at `offset`: the files that the deployment knows, the paths they answer, schedules in words, and, unless
 * the editor knows them, the keys and words of Vercel's schemas.
 */
export function vercelJsonCompletion(
  document: AnyDocument,
  offset: number,
  context: FeatureContext,
): readonly Completion[] {
  const place = document.kind === 'vercel.json' ? jsonPlace(document.text, offset) : undefined;
  if (document.kind !== 'vercel.json' || !place) return [];
  const { path, project } = context;
  const isRead = path === inside(project.root, 'vercel.json');
  const known = !context.editorKnowsSchema(document);
  if (place.part === 'key') {
    const parent = place.path.slice(0, -1);
    const written = propertiesOf(jsonAt(document, parent)).map(({ name }) => name);
    const files = isRead && isPath(place.path, ['functions', '*']) ? functionKeys(project) : [];
    return [...files, ...(known ? schemaKeys(document, parent) : [])]
      .filter(({ label }) => label === place.text || !written.includes(label))
      .map((candidate) => keyAt(document.text, place, candidate));
  }
  const own = isPath(place.path, ['crons', '*', 'schedule']) ? schedules : isRead ? valuesAt(place.path, project) : [];
  return [...own, ...(known ? schemaWords(document, place.path) : [])].map((one) => valueAt(place, one));
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

/** The label of a string is its text, that of another value its JSON. */
function valueAt({ span }: JsonPlace, { json, ...candidate }: Candidate): Completion {
  const text = json ?? JSON.stringify(candidate.label);
  return { documentation: '', ...candidate, span, newText: text, filterText: text };
}

/** With a value to fill in, where the key has none yet. */
function keyAt(text: string, place: JsonPlace, { value = '{$1}', ...candidate }: Candidate): Completion {
  const key = valueAt(place, candidate);
  const rest = text.slice(place.span.end);
  if (/^\s*:/.test(rest)) return key;
  const comma = /^\s*"/.test(rest) ? ',' : '';
  return { ...key, isSnippet: true, newText: `${key.newText.replace(/[\\$}]/g, '\\$&')}: ${value}${comma}` };
}
