import { elementsOf, type JsonNode, jsonAt, propertiesOf, stringOf } from '../documents/vercelJson.ts';
import { inside, join, relativeTo } from '../project/paths.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import { globToRegExp, isGlob } from '../text/glob.ts';
import { uploadedFiles } from './uploadedFiles.ts';

/** One entry of `builds` in vercel.json. */
export interface Build {
  readonly node: JsonNode;
  readonly use?: JsonNode;
  readonly src?: JsonNode;
  readonly config?: JsonNode;
  /** Whether `@vercel/python`, of any version, builds it. */
  readonly isPython: boolean;
}

/** The entries of `builds`, in order. */
export function buildsOf(project: Project): readonly Build[] {
  const document = vercelJsonOf(project);
  if (!document) return [];
  return elementsOf(jsonAt(document, ['builds'])).map((node) => {
    const entries = propertiesOf(node);
    const use = entries.find(({ name }) => name === 'use')?.value;
    const src = entries.find(({ name }) => name === 'src')?.value;
    const config = entries.find(({ name }) => name === 'config')?.value;
    const isPython = isPythonBuilder(stringOf(use));
    return { node, isPython, ...(use ? { use } : {}), ...(src ? { src } : {}), ...(config ? { config } : {}) };
  });
}

/** Whether `use` names the Python builder, in any version. */
export function isPythonBuilder(use: string | undefined): boolean {
  return /^@(vercel|now)\/python(@|$)/.test(use ?? '');
}

/**
 * The files that an entry builds; one without `src` builds every file.
 * Source: `expandBuild` of `vercel` 64.0.2.
 */
export function matchesOf(project: Project, build: Build): readonly string[] {
  const src = sourcePattern(build);
  if (!src || stringOf(build.src)?.endsWith('/')) return [];
  const { root, files } = project;
  if (!isGlob(src) && !src.includes('\\')) return files.has(inside(root, src)) ? [inside(root, src)] : [];
  const pattern = globToRegExp(src);
  return uploadedFiles(project).filter((path) => {
    const name = relativeTo(root, path);
    return name === src || pattern.test(name);
  });
}

/** `src` without `.`, `..` and a slash at its start; empty where nothing is left of it. */
export function sourcePattern({ src }: Build): string | undefined {
  return join('', stringOf(src) || '**');
}
