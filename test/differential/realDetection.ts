import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, normalize } from 'node:path';
import { schemaJudge } from './vercelJsonOracle.ts';

/** One build that Vercel would run with @vercel/python. */
export interface RealBuild {
  readonly src: string;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface RealDetection {
  readonly mode: 'builds' | 'framework' | 'zero-config';
  readonly preset: string | null;
  readonly builds: readonly RealBuild[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** The folder that is deployed, and the one in it that is the Root Directory. */
export interface Place {
  readonly repository: string;
  readonly project: string;
}

interface Detected {
  readonly builders: readonly { use: string; src: string; config: Record<string, unknown> }[] | null;
  readonly errors: readonly { code: string; message: string }[] | null;
}

interface Settings {
  framework?: string | null;
  [name: string]: unknown;
}

interface Link {
  readonly settings?: Settings;
}

interface Config {
  readonly builds?: readonly { use: string; src?: string; config?: Record<string, unknown> }[];
  readonly functions?: unknown;
  readonly [name: string]: unknown;
}

const require = createRequire(import.meta.url);
const detectors = require('@vercel/fs-detectors');
const { frameworkList } = require('@vercel/frameworks');
const { getTransformedRoutes } = require('@vercel/routing-utils');

const minimatch = createRequire(require.resolve('@vercel/fs-detectors'))('minimatch');

const parseJson = require('json-parse-better-errors');
const python = /^@(vercel|now)\/python(@|$)/;

/** What `vercel build` 64.0.2 does before it calls a builder, the schema check included. */
export async function buildsOfTree(
  { repository, project: folder }: Place,
  all: readonly string[],
): Promise<RealDetection> {
  const nothing = { mode: 'zero-config', preset: null, builds: [] } as const;
  const pkg = json(join(folder, 'package.json'));
  if (pkg.error) return { ...nothing, error: pkg.error };
  const read = json(join(folder, 'vercel.json'));
  if (read.error) return { ...nothing, error: read.error };
  const config = (read.value ?? {}) as Config;
  const files = all.filter(isUploaded(folder)).sort();
  const settings = await settingsOf({ repository, project: folder }, config);
  const preset = typeof settings.framework === 'string' && settings.framework ? settings.framework : null;
  const isPython = ['fastapi', 'flask', 'django', 'fasthtml', 'python'].includes(preset ?? '');
  const hasBuilds = (config.builds?.length ?? 0) > 0;
  const answer = { preset, mode: hasBuilds ? 'builds' : isPython ? 'framework' : 'zero-config', builds: [] } as const;
  const refusal = schemaJudge(config);
  if (refusal) return { ...answer, error: refusal };
  const proxy = config.proxy ? detectors.validateProxyConfig(config.proxy) : null;
  if (proxy) return { ...answer, error: { code: proxy.code.toUpperCase(), message: proxy.message } };
  if (config.functions && config.builds) {
    return { ...answer, error: { code: 'FUNCTIONS_AND_BUILDS', message: functionsAndBuilds } };
  }
  const routes = getTransformedRoutes(config);
  if (routes.error) return { ...answer, error: routes.error };
  if (hasBuilds) return { ...answer, ...expanded(files, config.builds ?? []) };
  return { ...answer, ...(await zeroConfiguration({ folder, files, pkg: pkg.value, config, settings })) };
}

interface ZeroConfiguration {
  readonly folder: string;
  readonly files: readonly string[];
  readonly pkg: unknown;
  readonly config: Config;
  readonly settings: Settings;
}

async function zeroConfiguration(given: ZeroConfiguration): Promise<Partial<RealDetection>> {
  const { folder, files, pkg, config, settings } = given;
  const found: Detected = await detectors.detectBuilders([...files], pkg, {
    ...config,
    projectSettings: settings,
    ignoreBuildScript: true,
    featHandleMiss: true,
    workPath: folder,
  });
  if (found.errors?.[0]) return { error: found.errors[0] };
  const builds = (found.builders ?? []).filter(({ use }) => python.test(use));
  const hasPreset = builds.some(({ config: own }) => own.framework !== undefined);
  const mode = hasPreset ? 'framework' : 'zero-config';
  return { mode, builds: builds.map(({ src, config: own }) => ({ src, config: own })) };
}

const functionsAndBuilds =
  'The `functions` property cannot be used in conjunction with the `builds` property. Please remove one of them.';

const overrides = ['buildCommand', 'devCommand', 'framework', 'installCommand', 'outputDirectory'];

async function settingsOf({ repository, project: folder }: Place, config: Config): Promise<Settings> {
  const stored = [folder, repository]
    .map((place) => ({ place, link: json(join(place, '.vercel/project.json')).value as Link | undefined }))
    .find(({ place, link }) => link && join(place, `${link.settings?.rootDirectory ?? ''}`) === folder)?.link;
  // Every project has a day of creation. One before 2020 lets Next.js win over any preset.
  const settings: Settings = { createdAt: Date.parse('2026-11-23'), ...stored?.settings };
  for (const name of overrides) if (config[name] !== undefined) settings[name] = config[name];
  const isConfigured = Object.hasOwn(config, 'framework') || stored?.settings !== undefined;
  if (isConfigured || settings.framework) return settings;
  const fs = new detectors.LocalFileSystemDetector(folder);
  const found: { slug: string } | null = await detectors.detectFrameworkRecord({ fs, frameworkList });
  return found ? { ...settings, framework: found.slug } : settings;
}

function expanded(files: readonly string[], specs: NonNullable<Config['builds']>): Partial<RealDetection> {
  const code = 'invalid_build_specification';
  const builds: RealBuild[] = [];
  for (const spec of specs) {
    if (!spec.use) return { error: { code, message: 'Field `use` is missing in build specification' } };
    let src = normalize(spec.src || '**');
    if (src === '.' || src === './')
      return { error: { code, message: 'A build `src` path resolves to an empty string' } };
    if (src.startsWith('/')) src = src.slice(1);
    if (!python.test(spec.use)) continue;
    const matches = files.filter((name) => name === src || minimatch(name, src, { dot: true }));
    builds.push(...matches.map((match) => ({ src: match, config: spec.config ?? {} })));
  }
  return { builds };
}

/** What the command line uploads; of `.vercelignore` names alone are understood here. */
function isUploaded(folder: string): (path: string) => boolean {
  const own = existsSync(join(folder, '.vercelignore')) ? readFileSync(join(folder, '.vercelignore'), 'utf8') : '';
  const ignored = new Set([
    ...['.git', '.vercel', '.next', '.venv', 'venv', 'node_modules', '__pycache__', '.gitignore', '.env.local'],
    ...own.split('\n'),
  ]);
  return (path) => !path.split('/').some((part) => ignored.has(part));
}

function json(path: string): { value?: unknown; error?: { code: string; message: string } } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  try {
    return { value: parseJson(text) };
  } catch (error) {
    const reason = `${error instanceof Error ? error.message : error}`;
    return { error: { code: 'CANT_PARSE_JSON_FILE', message: `Can't parse json file ${path}: ${reason}` } };
  }
}
