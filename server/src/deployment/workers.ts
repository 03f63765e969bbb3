import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';

/** What the builder makes of one entry of `[[tool.vercel.subscribers]]` or `[[tool.vercel.workflows]]`. */
export type Worker =
  | { readonly name: string; readonly fault?: undefined }
  | {
      readonly fault: string;
      /** When the fault comes up: the entries are read at once, and the first to fail is told. */
      readonly step: number;
    };

/** Reads one entry, which may be anything; `index` counts from 0. */
export type ReadWorker = (project: Project, config: unknown, index: number) => Worker;

/** The steps in which a fault comes up: at the keys, at the text of the entrypoint, after one look at the disk, after two. */
const steps = { keys: 0, text: 1, oneLook: 2, twoLooks: 3 } as const;

/** Source: `parseSubscriber` of @vercel/python 25.0.0. */
export const subscriber: ReadWorker = (project, config, index) => {
  const label = `subscriber #${index + 1}`;
  const entry = entryOf(label, config, ['entrypoint', 'topics']);
  if ('fault' in entry) return entry;
  const target = subscriberTarget(project, label, entry.value.entrypoint, false);
  if ('fault' in target) return target;
  const { topics } = entry.value;
  const fault = topics === undefined ? undefined : topicsFault(target.name, topics, notEmptyWhenProvided);
  return fault === undefined ? { name: target.name } : { fault, step: target.step };
};

/**
 * The format that counts where the project depends on `vercel-workers`.
 * Source: `parseLegacySubscriber` of @vercel/python 25.0.0.
 */
export const legacySubscriber: ReadWorker = (project, config, index) => {
  const label = `subscriber #${index + 1}`;
  const entry = entryOf(label, config, ['entrypoint', 'topics', ...triggers.map(({ field }) => field)]);
  if ('fault' in entry) return entry;
  const target = subscriberTarget(project, label, entry.value.entrypoint, true);
  if ('fault' in target) return target;
  const { name, step } = target;
  const fault = topicsFault(name, entry.value.topics, notEmpty) ?? triggerFault(name, entry.value);
  return fault === undefined ? { name } : { fault, step };
};

/** Source: `parseWorkflow` of @vercel/python 25.0.0. */
export const workflow: ReadWorker = (project, config, index) => {
  const label = `workflow #${index + 1}`;
  const entry = entryOf(label, config, ['entrypoint']);
  if ('fault' in entry) return entry;
  const { entrypoint } = entry.value;
  const fail = (fault: string): Worker => ({ fault: `${label} ${fault}`, step: steps.keys });
  if (typeof entrypoint !== 'string') return fail('must define string field "entrypoint"');
  const reference = referenceIn(entrypoint);
  if (!reference) return fail(`has invalid entrypoint "${entrypoint}". Use "module:object"`);
  const { name, path } = reference;
  if (stepOf(project, path) !== undefined) return { name };
  const fault = `workflow "${name}" has entrypoint "${entrypoint}" but file "${path}" does not exist`;
  return { fault, step: steps.twoLooks };
};

type Fault = Extract<Worker, { readonly fault: string }>;

function entryOf(
  label: string,
  config: unknown,
  fields: readonly string[],
): Fault | { readonly value: Readonly<Record<string, unknown>> } {
  const step = steps.keys;
  if (!config || typeof config !== 'object' || Array.isArray(config)) {
    return { fault: `${label} must be an object`, step };
  }
  const foreign = Object.keys(config).find((key) => !fields.includes(key));
  if (foreign !== undefined) return { fault: `${label} has unrecognized field "${foreign}"`, step };
  return { value: config as Readonly<Record<string, unknown>> };
}

/** The module that an entry names and the step in which it is found. */
function subscriberTarget(
  project: Project,
  label: string,
  entrypoint: unknown,
  needsVariable: boolean,
): Fault | { readonly name: string; readonly step: number } {
  const fail = (fault: string): Fault => ({ fault: `${label} ${fault}`, step: steps.text });
  if (typeof entrypoint !== 'string') return fail('must define string field "entrypoint"');
  if (!needsVariable && /\.py$/i.test(entrypoint)) {
    const module = entrypoint
      .slice(0, -3)
      .replace(/[\\/]+/g, '.')
      .replace(/(^|\.)__init__$/, '');
    const suggestion = moduleIn(module) ? `: "${module}"` : '';
    return fail(`has invalid entrypoint "${entrypoint}". Use an import path, not a file path${suggestion}`);
  }
  const reference = referenceIn(entrypoint) ?? (needsVariable ? undefined : moduleIn(entrypoint));
  if (!reference) {
    const format = needsVariable ? '"module:object"' : '"module:object" or a module path like "pkg.module"';
    return fail(`has invalid entrypoint "${entrypoint}". Use ${format}`);
  }
  const { name, path } = reference;
  const step = stepOf(project, path);
  if (step !== undefined) return { name, step };
  const fault = `subscriber "${name}" has entrypoint "${entrypoint}" but file "${path}" does not exist`;
  return { fault, step: steps.twoLooks };
}

interface Reference {
  readonly name: string;
  /** The module's file, from the root folder. */
  readonly path: string;
}

function referenceIn(text: string): Reference | undefined {
  const [, module, variable] = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):([A-Za-z_]\w*)$/.exec(text) ?? [];
  return module === undefined ? undefined : { name: `${dashed(module)}_${variable}`, path: fileOf(module) };
}

function moduleIn(text: string): Reference | undefined {
  return /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text) ? { name: dashed(text), path: fileOf(text) } : undefined;
}

function dashed(module: string): string {
  return module.replaceAll('.', '-');
}

function fileOf(module: string): string {
  return `${module.replaceAll('.', '/')}.py`;
}

/** After how many looks the module is found; `undefined` where it is not. */
function stepOf({ root, files }: Project, path: string): number | undefined {
  if (files.has(inside(root, path))) return steps.oneLook;
  return files.has(inside(root, path.replace(/\.py$/, '/__init__.py'))) ? steps.twoLooks : undefined;
}

const notEmpty = (name: string) => `subscriber "${name}" must define non-empty array field "topics"`;
const notEmptyWhenProvided = (name: string) =>
  `subscriber "${name}" field "topics" must be a non-empty array when provided`;

function topicsFault(name: string, topics: unknown, empty: (name: string) => string): string | undefined {
  if (!Array.isArray(topics) || topics.length === 0) return empty(name);
  return topics.every((topic) => typeof topic === 'string' && topic.length > 0)
    ? undefined
    : `subscriber "${name}" field "topics" must contain only non-empty strings`;
}

interface Trigger {
  readonly field: string;
  readonly isValid: (value: number) => boolean;
  readonly expected: string;
}

const fromOne = {
  isValid: (value: number) => Number.isInteger(value) && value >= 1,
  expected: 'an integer greater than or equal to 1',
};

const triggers: readonly Trigger[] = [
  { field: 'max_deliveries', ...fromOne },
  { field: 'retry_after_seconds', isValid: (value) => value > 0, expected: 'greater than 0' },
  { field: 'initial_delay_seconds', isValid: (value) => value >= 0, expected: 'greater than or equal to 0' },
  { field: 'max_concurrency', ...fromOne },
];

function triggerFault(name: string, entry: Readonly<Record<string, unknown>>): string | undefined {
  const wrong = triggers.find(({ field, isValid }) => {
    const value = entry[field];
    return value !== undefined && (typeof value !== 'number' || !isValid(value));
  });
  return wrong && `subscriber "${name}" field "${wrong.field}" must be ${wrong.expected}`;
}
