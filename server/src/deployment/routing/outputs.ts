import { stringOf } from '../../documents/vercelJson.ts';
import { inside, nameOf, relativeTo } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { globToRegExp } from '../../text/glob.ts';
import { type Build, buildsOf, matchesOf } from '../builds.ts';
import type { Deployment } from '../deployment.ts';
import { uploadedFiles } from '../uploadedFiles.ts';
import { propertyNamed } from '../vercelJson/configuration.ts';
import { withoutExtension } from './apiRouteTable.ts';
import type { Frontend } from './frontend.ts';
import type { Output, Unknown } from './route.ts';

/** What a deployment publishes, and what its files do not tell about that. */
export interface Published {
  readonly outputs: readonly Output[];
  readonly unknowns: readonly Unknown[];
}

/** Never published, not even where everything is. Source: `createStaticBuilder` in `vercel` 64.0.2. */
const unpublished: ReadonlySet<string> = new Set([
  ...['.gitignore', 'package.json', 'package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'],
  ...['README.md', 'vercel.json', 'vercel.toml', '.vercelignore', 'now.json', '.nowignore'],
  ...['cjs', 'js', 'mjs', 'mts', 'ts', 'cts'].map((extension) => `vercel.${extension}`),
]);

/** Beside functions of the `api` folder these are not published. Source: `getStaticFilesPattern` of fs-detectors 7.7.3. */
const platformFiles = globToRegExp(
  '{api/**,node_modules/**,middleware.[jt]s,package.json,package-lock.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb,.gitignore,README.md}',
  { dot: true },
);

/** What the entries of `builds` make: a function or a file answers at the path of its source, extension included. */
export function outputsOfBuilds(project: Project, deployment: Deployment, cleanUrls: boolean): Published {
  const outputs: Output[] = [];
  const unknowns: Unknown[] = [];
  for (const build of buildsOf(project)) {
    const use = stringOf(build.use) ?? '';
    if (/^@(vercel|now)\/static(@|$)/.test(use))
      outputs.push(...staticOf(project, matchesOf(project, build), cleanUrls));
    else if (!makesFunctions(build, use)) unknowns.push({ what: 'frontend', name: use });
    else outputs.push(...matchesOf(project, build).map((path) => functionAt(project, deployment, path)));
  }
  return { outputs, unknowns };
}

function makesFunctions(build: Build, use: string): boolean {
  const config = propertyNamed(build.node, 'config')?.value;
  const isPlain = propertyNamed(config, 'framework') === undefined;
  return isPlain && /^@(vercel|now)\/(python|node|go|ruby|rust)(@|$)/.test(use);
}

function functionAt({ root }: Project, deployment: Deployment, path: string): Output {
  return { name: relativeTo(root, path), kind: 'function', file: path, ...variableOf(deployment, path) };
}

function variableOf({ functions }: Deployment, path: string): { readonly variable?: string } {
  const variable = functions.find((one) => one.path === path)?.variable;
  return variable === undefined ? {} : { variable };
}

/**
 * What zero configuration makes.
 * @param api the functions of the `api` folder, from the root
 */
export function outputsOfZeroConfig(
  project: Project,
  deployment: Deployment,
  {
    api,
    frontend,
    cleanUrls,
  }: { readonly api: readonly string[]; readonly frontend: Frontend; readonly cleanUrls: boolean },
): Published {
  const functions = api.map((name) => {
    const file = inside(project.root, name);
    return { ...functionAt(project, deployment, file), name: withoutExtension(name) };
  });
  const { outputs, unknowns } = publishedBy(project, deployment, frontend, cleanUrls);
  return { outputs: [...outputs, ...functions], unknowns };
}

function publishedBy(project: Project, deployment: Deployment, frontend: Frontend, cleanUrls: boolean): Published {
  const below = (folder: string) => staticBelow(project, folder, cleanUrls);
  if (frontend.kind === 'foreign') return { outputs: [], unknowns: [{ what: 'frontend', name: frontend.name }] };
  if (frontend.kind === 'folder') return { outputs: below(frontend.folder), unknowns: [] };
  if (frontend.kind === 'nothing') return { outputs: [], unknowns: [] };
  if (frontend.kind === 'python')
    return { outputs: [...below('public'), ...presetFunction(deployment, frontend.preset)], unknowns: [] };
  const names = uploadedFiles(project).filter(
    (path) => frontend.kind === 'everything' || !platformFiles.test(relativeTo(project.root, path)),
  );
  return { outputs: staticOf(project, names, cleanUrls), unknowns: [] };
}

/** The function of a preset goes by the preset's name; its entrypoint is the last of the functions. */
function presetFunction({ functions }: Deployment, preset: string): Output[] {
  const entry = functions.at(-1);
  return entry ? [{ name: preset, kind: 'function', file: entry.path, variable: entry.variable }] : [];
}

function staticBelow(project: Project, folder: string, cleanUrls: boolean): Output[] {
  const top = inside(project.root, folder);
  return uploadedFiles(project, top).flatMap((path) => staticAt(relativeTo(top, path), path, cleanUrls));
}

function staticOf(project: Project, paths: readonly string[], cleanUrls: boolean): Output[] {
  return paths.flatMap((path) => staticAt(relativeTo(project.root, path), path, cleanUrls));
}

function staticAt(name: string, file: string, cleanUrls: boolean): Output[] {
  if (unpublished.has(name) || /^(\.git\/|node_modules\/|\.env)/.test(name)) return [];
  const served = cleanUrls && nameOf(name).endsWith('.html') ? name.slice(0, -'.html'.length) : name;
  return [{ name: served, kind: 'static', file }];
}
