import { constantPath } from '../../deployment/constantPath.ts';
import { djangoSetting, requestSettings } from '../../deployment/djangoSettings.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { constantString } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import type { ModuleContext } from '../rule.ts';
import type { Write } from './writes.ts';

/** Handlers that open their file when they are made. Source: docs.python.org/3/library/logging.handlers.html */
const openingAtOnce = /^logging\.(?:FileHandler|handlers\.(?:Rotating|TimedRotating|Watched)FileHandler)$/;

/**
 * The files that Django opens for the handlers in `LOGGING`, where the module at `context.path` is the one that sets it:
 * `django.setup()` makes every handler there, used or not.
 * Source: docs.djangoproject.com/en/stable/topics/logging/#configuring-logging
 */
export function loggingWrites(document: PythonDocument, context: ModuleContext): Write[] {
  if (!/\bLOGGING\b/.test(document.text)) return [];
  const { project, deployment, path } = context;
  const settings = requestSettings(project, deployment);
  const setting = settings === undefined ? undefined : djangoSetting(project, settings, 'LOGGING');
  if (!setting || settings === undefined || setting.path !== path) return [];
  if (djangoSetting(project, settings, 'LOGGING_CONFIG')) return [];
  return entries(document, entryOf(document, setting.value, 'handlers')).flatMap(([, handler]) => {
    const made = constantOf(document, entryOf(document, handler, 'class'));
    const at = entryOf(document, handler, 'filename');
    if (!at || !openingAtOnce.test(made ?? '') || entryOf(document, handler, 'delay')) return [];
    const file = constantPath({ document, context }, at);
    return file === undefined ? [] : [{ path: file, at, folder: false }];
  });
}

function entryOf(document: PythonDocument, value: Expression | undefined, name: string): Expression | undefined {
  return entries(document, value).find(([key]) => key === name)?.[1];
}

/** What a dict that is written out holds under keys that are strings. */
function entries(document: PythonDocument, value: Expression | undefined): [string, Expression][] {
  if (value?.kind !== 'dict') return [];
  return value.items.flatMap((item): [string, Expression][] => {
    const key = constantOf(document, item.key);
    return key === undefined ? [] : [[key, item.value]];
  });
}

function constantOf(document: PythonDocument, value: Expression | undefined): string | undefined {
  return value && constantString(document, value);
}
