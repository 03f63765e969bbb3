import { elementsOf, jsonAt, propertiesOf, stringOf } from '../documents/vercelJson.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import type { Cron } from './deployment.ts';

/** The entries of `crons` in vercel.json that have a path and a schedule, in order. */
export function cronsOf(project: Project): readonly Cron[] {
  const document = vercelJsonOf(project);
  if (!document) return [];
  return elementsOf(jsonAt(document, ['crons'])).flatMap((entry) => {
    const textOf = (key: string) => stringOf(propertiesOf(entry).findLast(({ name }) => name === key)?.value);
    const path = textOf('path');
    const schedule = textOf('schedule');
    return path === undefined || schedule === undefined ? [] : [{ schedule, path }];
  });
}
