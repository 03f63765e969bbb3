import {
  fileOf,
  type ModuleReference,
  moduleFile,
  moduleName,
  moduleReference,
} from '../../deployment/moduleReference.ts';
import { candidatesIn } from '../../deployment/presetErrors.ts';
import { variableIn } from '../../deployment/servedVariable.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { nearest } from '../../text/nearest.ts';
import { type Span, textAt } from '../../text/span.ts';
import type { Fix, ModuleContext } from '../rule.ts';

/** `[tool.vercel] entrypoint` of a project whose preset reads it. */
export interface EntrypointSetting {
  readonly value: unknown;
  readonly span: Span;
  /** What the builder makes of it; absent where that is nothing. */
  readonly reference?: ModuleReference;
  /** The module, from the workspace folder; absent where it is not there. */
  readonly file?: string;
}

/** The setting, where the file holds it, is the one that the preset reads, and is not being typed. */
export function entrypointSetting(
  { toml, vercelEntrypoint }: PyprojectDocument,
  { path, project, deployment }: ModuleContext,
): EntrypointSetting | undefined {
  const { mode, framework } = deployment;
  const isRead = mode === 'framework' && framework.python !== null && framework.python !== 'fasthtml';
  if (!isRead || !vercelEntrypoint || toml.errors.length > 0 || path !== inside(project.root, 'pyproject.toml'))
    return undefined;
  const { value } = vercelEntrypoint;
  if (typeof value === 'string' && /^\s*$|[:.]\s*$/.test(value)) return undefined;
  const reference = typeof value === 'string' ? moduleReference(value) : undefined;
  const file = reference && fileOf(project, reference);
  return { ...vercelEntrypoint, ...(reference ? { reference } : {}), ...(file === undefined ? {} : { file }) };
}

/** The module and the variable that the setting was most likely meant to name, as `web.core:app`. */
export function meantEntrypoint(value: string, { project }: ModuleContext): string | undefined {
  const [module = '', variable = ''] = value.trim().split(/\s*:\s*/);
  const dotted = module
    .replace(/\.py$/, '')
    .replace(/^\.?\/+/, '')
    .replaceAll('/', '.');
  const file = /^[A-Za-z_][\w.]*$/.test(dotted) ? moduleFile(project, project.root, dotted) : undefined;
  if (file !== undefined) {
    const served = variableIn(project.files, file);
    return served === undefined ? undefined : `${dotted}:${served}`;
  }
  const all = new Map(
    candidatesIn(project).map((one) => [moduleName(relativeTo(project.root, one.path)), one.variable] as const),
  );
  const last = [...all.keys()].filter((name) => name.split('.').at(-1) === dotted.split('.').at(-1));
  const found = nearest(dotted, all.keys()) ?? (last.length === 1 ? last[0] : undefined);
  return found === undefined ? undefined : `${found}:${all.get(found) ?? variable}`;
}

/** Writes `value` between the quotes; no fix where the setting is no plain string. */
export function changeSetting(
  { text }: PyprojectDocument,
  { span, value: old }: EntrypointSetting,
  value: string,
): Fix[] {
  if (typeof old !== 'string' || textAt(text, span) !== old) return [];
  return [{ title: `Change to ${value}`, safety: 'unsafe', edits: [{ span, newText: value }] }];
}

/** A value as a message shows it: on one line, and short. */
export function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
}
