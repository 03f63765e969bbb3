import type { Deployment } from '../../server/src/deployment/deployment.ts';
import { directoryOf, inside, nameOf, relativeTo } from '../../server/src/project/paths.ts';
import type { Run, Verdict } from './realBuilder.ts';

/** One line for each thing in which the two answers differ; none when they agree. */
export function differences(real: Verdict, ours: Deployment, root = ''): readonly string[] {
  const error = ours.errors[0];
  const run = mainRun(real, ours, root);
  const isUnread = real.error?.code === 'CANT_PARSE_JSON_FILE';
  return [
    ...(isUnread ? [] : differing('mode', real.mode, ours.mode)),
    ...(isUnread ? [] : differing('preset', real.preset, ours.framework.preset)),
    ...differing('error', real.error?.code, error?.code),
    ...(real.error && error ? differing('message', real.error.message, error.message) : []),
    ...(run?.version === undefined ? [] : versionDifferences(run, ours)),
    ...(run?.install === undefined ? [] : differing('install', installName(run), ourInstall(ours))),
    ...(real.error ? [] : functionDifferences(real, ours, root)),
  ];
}

/** The run whose answers ours are about: that of our first function, else the first of all. */
function mainRun({ runs }: Verdict, { functions }: Deployment, root: string): Run | undefined {
  return runs.find(({ src }) => inside(root, src) === functions[0]?.path) ?? runs[0];
}

function versionDifferences({ version, source, outcome }: Run, { python }: Deployment): string[] {
  return [
    ...differing('version', version, python.version),
    ...differing('source', source, python.source),
    ...differing('outcome', outcome, python.outcome),
  ];
}

function installName({ install }: Run): string | null {
  if (!install) return null;
  const { name, folder } = install;
  return name.includes('/') || folder === '' ? name : `${folder}/${name}`;
}

/** The builder installs a lock file of a workspace in the workspace's folder and everything else in the manifest's. */
function ourInstall({ install }: Deployment): string | null {
  return install.source;
}

function functionDifferences({ runs }: Verdict, { functions }: Deployment, root: string): string[] {
  const real = runs.flatMap(({ entrypoint }) =>
    entrypoint === undefined ? [] : [plain(entrypoint.replace(/:.*/, ''))],
  );
  const ours = functions.map(({ path }) => moduleOf(relativeTo(root, path)));
  const variables = runs.flatMap(({ entrypoint = '' }) => /:(.*)/.exec(entrypoint)?.[1] ?? []);
  const [variable] = variables;
  const isManaged = runs.some(({ entrypoint }) => entrypoint === undefined);
  return [
    ...(isManaged ? [] : differing('functions', real.join(' '), ours.join(' '))),
    ...(variable === undefined ? [] : differing('variable', variable, functions.at(-1)?.variable)),
  ];
}

function moduleOf(path: string): string {
  const stem = path.replace(/\.py$/i, '');
  const module = nameOf(stem) === '__init__' ? directoryOf(stem) : stem;
  return plain(module.replaceAll('/', '.'));
}

function differing(what: string, real: unknown, ours: unknown): string[] {
  return real === ours ? [] : [`${what}: Vercel ${JSON.stringify(real)}, we ${JSON.stringify(ours)}`];
}

/** A module without the empty parts that the builder leaves in odd ones; a package by its own name. */
function plain(module: string): string {
  return module.replace(/\.{2,}/g, '.').replace(/(?:^|\.)__init__$/, '');
}
