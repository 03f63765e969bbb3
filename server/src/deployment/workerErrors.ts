import { normalizeName, parseRequirement } from '../documents/pep508.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { BuildError } from './deployment.ts';
import { tomlTable, valueAt } from './manifestData.ts';
import { legacySubscriber, type ReadWorker, subscriber, workflow } from './workers.ts';

/**
 * With which the builder stops at `[[tool.vercel.subscribers]]` or `[[tool.vercel.workflows]]`, which it reads before
 * anything else where a Python preset is at work.
 * Source: `getPyprojectSubscribers` and `getPyprojectWorkflows` of @vercel/python 25.0.0.
 */
export function workerError(project: Project): BuildError | undefined {
  const file = inside(project.root, 'pyproject.toml');
  const table = tomlTable(project.files, file);
  const declared = (name: string) => valueAt(table, 'tool', 'vercel', name);
  const readSubscriber = dependsOnWorkers(table) ? legacySubscriber : subscriber;
  const subscribers = listFault(project, 'subscriber', declared('subscribers'), readSubscriber);
  if (subscribers) return { code: 'PYTHON_INVALID_SUBSCRIBER_CONFIG', message: subscribers, file };
  const workflows = listFault(project, 'workflow', declared('workflows'), workflow);
  return workflows ? { code: 'PYTHON_INVALID_WORKFLOW_CONFIG', message: workflows, file } : undefined;
}

function listFault(project: Project, noun: string, declared: unknown, read: ReadWorker): string | undefined {
  if (!declared) return undefined;
  if (!Array.isArray(declared)) return `"tool.vercel.${noun}s" must be an array`;
  const names = new Set<string>();
  let first: { readonly fault: string; readonly step: number } | undefined;
  let twice: string | undefined;
  for (const [index, config] of declared.entries()) {
    const worker = read(project, config, index);
    if (worker.fault !== undefined) first = first && first.step <= worker.step ? first : worker;
    else if (names.has(worker.name)) twice ??= worker.name;
    else names.add(worker.name);
  }
  return first?.fault ?? (twice === undefined ? undefined : `${noun} "${twice}" is declared more than once`);
}

function dependsOnWorkers(table: unknown): boolean {
  const dependencies = valueAt(table, 'project', 'dependencies');
  return (
    Array.isArray(dependencies) &&
    dependencies.some((text) => typeof text === 'string' && nameOf(text) === 'vercel-workers')
  );
}

function nameOf(text: string): string | undefined {
  const { name, errors } = parseRequirement(text);
  return errors.length === 0 ? normalizeName(name) : undefined;
}
