import { bindings, constantString } from '../documents/python/scope.ts';
import { documentAt } from '../project/files.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { moduleFiles, splitLevel } from './modulePath.ts';
import { moduleFile } from './moduleReference.ts';

/** The application that Django's settings name. */
export interface DjangoApplication {
  readonly path: string;
  readonly variable: string;
}

/** How deep settings modules that import everything from one another are followed. */
const deepest = 5;

/**
 * The application that the settings behind manage.py in `folder` name: `ASGI_APPLICATION`, else `WSGI_APPLICATION`.
 * The builder executes manage.py to learn it; here the files are read. `undefined` where they do not tell.
 */
export function djangoApplication(project: Project, folder: string): DjangoApplication | undefined {
  const file = djangoSettings(project, folder);
  if (!file) return undefined;
  const dotted = settingOf(project, file, 'ASGI_APPLICATION') ?? settingOf(project, file, 'WSGI_APPLICATION');
  const dot = dotted?.lastIndexOf('.') ?? -1;
  if (dotted === undefined || dot < 0) return undefined;
  const path = inside(folder, `${dotted.slice(0, dot).replaceAll('.', '/')}.py`);
  return project.files.has(path) ? { path, variable: dotted.slice(dot + 1) } : undefined;
}

/** The settings module that manage.py in `folder` names. The builder runs manage.py, so these settings are loaded at build time. */
export function djangoSettings(project: Project, folder: string): string | undefined {
  const manage = project.files.source(inside(folder, 'manage.py'))?.text ?? '';
  const settings = /DJANGO_SETTINGS_MODULE["']\s*[\],][\s=]*["']([\w.]+)["']/.exec(manage)?.[1];
  return settings === undefined ? undefined : moduleFile(project, folder, settings);
}

/** The string that a settings module binds to `name`, itself or by `from .base import *`. */
function settingOf(project: Project, path: string, name: string, depth = deepest): string | undefined {
  const document = documentAt(project.files, path, 'python');
  if (!document || depth === 0) return undefined;
  const own = bindings(document)
    .filter((binding) => binding.name === name && !binding.conditional)
    .at(-1);
  if (own) return own.value && constantString(document, own.value);
  for (const statement of [...document.statements].reverse()) {
    if (statement.kind !== 'importFrom' || !statement.star) continue;
    const module = splitLevel(`${'.'.repeat(statement.level)}${statement.module}`);
    const file = moduleFiles(project, path, module).at(-1);
    const value = file === undefined ? undefined : settingOf(project, file, name, depth - 1);
    if (value !== undefined) return value;
  }
  return undefined;
}
