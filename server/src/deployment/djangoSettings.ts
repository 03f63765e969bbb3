import type { PythonDocument } from '../documents/python/document.ts';
import { bindings } from '../documents/python/scope.ts';
import { surveyOf } from '../documents/python/survey.ts';
import type { Expression } from '../documents/python/syntax.ts';
import { jsonAt, stringOf } from '../documents/vercelJson.ts';
import { documentAt } from '../project/files.ts';
import { directoryOf } from '../project/paths.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import type { Deployment } from './deployment.ts';
import { deployedModules } from './importClosure.ts';
import { moduleFiles, splitLevel } from './modulePath.ts';
import { managedFolder } from './presetEntrypoint.ts';

/** How deep settings modules that import everything from one another are followed. */
const deepest = 5;

/** A setting of Django's, and where it is written. */
export interface DjangoSetting {
  readonly path: string;
  readonly document: PythonDocument;
  readonly value: Expression;
}

/** `DJANGO_SETTINGS_MODULE` with a name behind it, in `setdefault(...)` or as a subscript that is assigned to. */
const naming = /DJANGO_SETTINGS_MODULE["']\s*[\],][\s=]*["']([\w.]+)["']/;

/**
 * Path of the settings module that a request runs with: vercel.json's, else that of the first deployed module which names
 * one, else manage.py's. `undefined` where nothing of Django is deployed, or a module names one in a way that cannot be read.
 */
export function requestSettings(project: Project, deployment: Deployment): string | undefined {
  const document = vercelJsonOf(project);
  const set = document && stringOf(jsonAt(document, ['env', 'DJANGO_SETTINGS_MODULE']));
  const modules = [...deployedModules(project, deployment).keys()];
  const textOf = (path: string) => project.files.source(path)?.text ?? '';
  const first = modules.find((path) => textOf(path).includes('DJANGO_SETTINGS_MODULE'));
  if (first !== undefined) {
    const named = set ?? naming.exec(textOf(first))?.[1];
    return named === undefined ? undefined : moduleAt(project, first, named);
  }
  const [some] = modules.filter((path) => /\bdjango\b/.test(textOf(path)));
  if (some === undefined) return undefined;
  return set === undefined ? buildSettings(project) : moduleAt(project, some, set);
}

/** Path of the settings module with which the build runs manage.py. */
export function buildSettings(project: Project): string | undefined {
  const folder = managedFolder(project);
  if (folder === undefined) return undefined;
  const manage = folder === '' ? 'manage.py' : `${folder}/manage.py`;
  const document = vercelJsonOf(project);
  const set = document && stringOf(jsonAt(document, ['build', 'env', 'DJANGO_SETTINGS_MODULE']));
  const named = set ?? naming.exec(project.files.source(manage)?.text ?? '')?.[1];
  return named === undefined ? undefined : moduleAt(project, manage, named);
}

function moduleAt(project: Project, from: string, dotted: string): string | undefined {
  const path = moduleFiles(project, from, splitLevel(dotted)).at(-1);
  const name = dotted.slice(dotted.lastIndexOf('.') + 1);
  return path !== undefined &&
    (path.endsWith(`/${name}.py`) || path === `${name}.py` || directoryOf(path).endsWith(name))
    ? path
    : undefined;
}

/**
 * What the settings module at `path` binds to `name`, itself or by `from .base import *`, where that is one value that
 * nothing changes later; `undefined` where it is not bound or cannot be told.
 */
export function djangoSetting(
  project: Project,
  path: string,
  name: string,
  depth = deepest,
): DjangoSetting | undefined {
  const document = documentAt(project.files, path, 'python');
  if (!document || depth === 0 || surveyOf(document).changesOf(name).length > 0) return undefined;
  const own = bindings(document).filter((binding) => binding.name === name);
  const [binding, ...more] = own;
  if (binding) {
    const isPlain = binding.how === 'assignment' || binding.how === 'annotation';
    const isCertain = isPlain && more.length === 0 && !binding.conditional && !binding.tuple;
    return isCertain && binding.value ? { path, document, value: binding.value } : undefined;
  }
  const stars = document.statements.flatMap((statement) =>
    statement.kind === 'importFrom' && statement.star ? [`${'.'.repeat(statement.level)}${statement.module}`] : [],
  );
  if (/\bimport \*/.test(document.text) && stars.length === 0) return undefined;
  for (const star of stars.reverse()) {
    const file = moduleFiles(project, path, splitLevel(star)).at(-1);
    if (file === undefined) return undefined;
    const found = djangoSetting(project, file, name, depth - 1);
    if (found || mentions(project, file, name)) return found;
  }
  return undefined;
}

/** Whether the module, which does not tell what `name` is, has it at all. */
function mentions(project: Project, path: string, name: string): boolean {
  return project.files.source(path)?.text.includes(name) ?? false;
}
