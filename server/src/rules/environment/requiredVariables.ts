import { djangoSettings } from '../../deployment/django.ts';
import { type ClosureEntry, deployedModules } from '../../deployment/importClosure.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { calls, environmentReads, isClosed } from '../../documents/python/scope.ts';
import { remembered } from '../../documents/remembered.ts';
import { jsonAt } from '../../documents/vercelJson.ts';
import { isPresent } from '../../facts/vercelVariables.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, inside, upTo } from '../../project/paths.ts';
import { vercelJsonOf } from '../../project/project.ts';
import type { Span } from '../../text/span.ts';
import type { ModuleContext } from '../rule.ts';
import { hasBundledEnvFile } from './envFile.ts';
import { requiredBySettings } from './pydanticSettings.ts';
import { requiredByReader } from './readerLibraries.ts';

/** A place that raises an error where variables are not set. */
export interface Required {
  readonly span: Span;
  readonly names: readonly string[];
}

/**
 * What importing the module cannot do without and neither Vercel, vercel.json nor the code sets: each variable once, at
 * the place that is reached first. None in modules that may not be imported, and where a `.env` is deployed with the code.
 */
export function neededAtImport(document: PythonDocument, context: ModuleContext): Required[] {
  const required = requirementsIn(document, context);
  if (required.length === 0 || hasBundledEnvFile(context)) return [];
  const closure = deployedModules(context.project, context.deployment);
  if (closure.get(context.path)?.conditional !== false) return [];
  const seen = readBefore(context, closure);
  return required.flatMap(({ span, names }) => {
    const fresh = names.filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    return fresh.length > 0 ? [{ span, names: fresh }] : [];
  });
}

/**
 * Whether the builder loads the module: Django's settings, and what they import, because it runs manage.py. With `builds`
 * no framework is passed to it, and it does not.
 */
export function isLoadedAtBuild({ path, project, deployment }: ModuleContext): boolean {
  if (deployment.framework.python !== 'django' || deployment.mode !== 'framework') return false;
  const chain = deployedModules(project, deployment).get(path)?.chain ?? [];
  return chain.some((file) =>
    upTo(directoryOf(file), project.root).some((folder) => djangoSettings(project, folder) === file),
  );
}

/** What importing the module cannot do without and neither Vercel, vercel.json nor the module sets. */
function requirementsIn(document: PythonDocument, context: ModuleContext): Required[] {
  const isSet = (name: string) => isPresent(name) || isSetInVercelJson(context, name);
  return requiredAtImport(document, context)
    .map(({ span, names }) => ({ span, names: names.filter((name) => !isSet(name)) }))
    .filter(({ names }) => names.length > 0);
}

/**
 * What importing the module cannot do without and the module does not set itself, in the order of the text, wherever else
 * it may be set.
 */
export function requiredAtImport(
  document: PythonDocument,
  context: Pick<ModuleContext, 'path' | 'project'>,
): Required[] {
  const { own, byReader } = requiredBy(document);
  const read = byReader.length > 0 && hasSettingsFile(context) ? [] : byReader;
  return [...own, ...read].sort((a, b) => a.span.start - b.span.start);
}

/** What the module needs by itself, and what it needs where no file lies there that python-decouple reads instead. */
const requiredBy = remembered((document: PythonDocument) => {
  const reads = environmentReads(document).filter(
    (read) => read.required && read.atImport && !read.conditional && /^\w+$/.test(read.name),
  );
  const settings = calls(document).filter(
    (site) => site.atImport && !site.conditional && isClosed(document, site.call),
  );
  const own = [
    ...reads.map(({ span, name }) => ({ span, names: [name] })),
    ...settings.map((site) => ({ span: site.call.span, names: requiredBySettings(document, site) })),
  ];
  const byReader = settings.flatMap((site) => {
    const name = requiredByReader(document, site);
    return name === undefined ? [] : [{ span: site.call.span, names: [name] }];
  });
  return { own: withoutSet(document, own), byReader: withoutSet(document, byReader) };
});

function withoutSet(document: PythonDocument, required: readonly Required[]): Required[] {
  return required
    .map(({ span, names }) => ({ span, names: names.filter((name) => !isSetInCode(document, name)) }))
    .filter(({ names }) => names.length > 0);
}

/** Whether a file lies there that python-decouple reads instead. */
function hasSettingsFile({ path, project: { root, files } }: Pick<ModuleContext, 'path' | 'project'>): boolean {
  return upTo(directoryOf(path), root).some((folder) => files.has(inside(folder, 'settings.ini')));
}

/** The names that modules nearer to the entrypoint need already. */
function readBefore(context: ModuleContext, closure: ReadonlyMap<string, ClosureEntry>): Set<string> {
  const names = new Set<string>();
  for (const [path, { conditional }] of closure) {
    if (path === context.path) break;
    const document = conditional ? undefined : documentAt(context.project.files, path, 'python');
    if (!document) continue;
    for (const required of requirementsIn(document, context)) for (const name of required.names) names.add(name);
  }
  return names;
}

function isSetInVercelJson({ project }: ModuleContext, name: string): boolean {
  const document = vercelJsonOf(project);
  return document !== undefined && jsonAt(document, ['env', name]) !== undefined;
}

/** Whether the module itself puts a value there, in whatever way. */
export function isSetInCode({ text }: PythonDocument, name: string): boolean {
  return new RegExp(
    `environ(?:\\[\\s*["']${name}["']\\s*\\]\\s*=[^=]|\\.setdefault\\(\\s*["']${name}["'])|putenv\\(`,
  ).test(text);
}

/** Whether some module that is imported puts variables there that cannot be told: `load_dotenv(path)`, `environ.update`. */
export function setsUnknownVariables({ project, deployment }: Pick<ModuleContext, 'project' | 'deployment'>): boolean {
  return [...deployedModules(project, deployment).keys()].some((path) =>
    /load_dotenv\([^)]|read_env\(|dotenv_values\(|environ\.update\(|putenv\(|environ\s*\|=/.test(
      documentAt(project.files, path, 'python')?.text ?? '',
    ),
  );
}
