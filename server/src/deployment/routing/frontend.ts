import { getNodeValue } from 'jsonc-parser';
import { jsonAt, parseJson } from '../../documents/vercelJson.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import type { FrameworkChoice } from '../deployment.ts';
import { settingsOf } from '../projectSettings.ts';
import { uploadedFiles } from '../uploadedFiles.ts';

/** What zero configuration builds beside the functions of the `api` folder. */
export type Frontend =
  | { readonly kind: 'python'; readonly preset: string }
  /** A framework or a build command whose result the files do not show. */
  | { readonly kind: 'foreign'; readonly name: string }
  /** The files of one folder, as if it were the root. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** Every file outside of the `api` folder. */
  | { readonly kind: 'rest' }
  /** Every file, Python sources included: there is nothing to build. */
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' };

/**
 * @param api the functions of the `api` folder, paths from the root
 * Source: `detectBuilders` of @vercel/fs-detectors 7.7.3; `vercel build` 64.0.2 for what happens where it finds nothing
 */
export function frontendOf(project: Project, framework: FrameworkChoice, api: readonly string[]): Frontend {
  const { buildCommand, outputDirectory } = settingsOf(project);
  const isStatic = buildCommand.value === '' || outputDirectory.value === '';
  if (!isStatic) {
    if (framework.python) return { kind: 'python', preset: framework.python };
    if (framework.preset) return { kind: 'foreign', name: framework.preset };
    if (buildCommand.value) return { kind: 'foreign', name: 'the build command' };
    if (hasBuildScript(project)) return { kind: 'foreign', name: 'the `build` script of package.json' };
  }
  return staticFrontend(project, outputDirectory.value, api);
}

function staticFrontend(project: Project, outputDirectory: unknown, api: readonly string[]): Frontend {
  const functions = new Set(api);
  const names = uploadedFiles(project).map((path) => relativeTo(project.root, path));
  const others = names.filter((name) => !functions.has(name));
  const folder = typeof outputDirectory === 'string' && outputDirectory !== '' ? outputDirectory : 'public';
  if (outputDirectory !== '' && others.some((name) => name.startsWith(`${folder}/`))) return { kind: 'folder', folder };
  if (api.length === 0) return { kind: 'everything' };
  const hasRest = others.some((name) => !name.startsWith('api/') && name !== 'package.json');
  return hasRest ? { kind: 'rest' } : { kind: 'nothing' };
}

function hasBuildScript({ root, files }: Project): boolean {
  const source = files.source(inside(root, 'package.json'));
  const script = source && jsonAt(parseJson(source), ['scripts', 'build']);
  return script !== undefined && Boolean(getNodeValue(script));
}
