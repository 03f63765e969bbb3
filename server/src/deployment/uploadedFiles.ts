import { remembered } from '../documents/remembered.ts';
import type { Files } from '../project/files.ts';
import { directoryOf, inside, isWithin, relativeTo, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { globToRegExp } from '../text/glob.ts';
import type { BuildError } from './deployment.ts';

/**
 * What no deployment takes along, unless `.vercelignore`, or `.nowignore` where there is none, says otherwise.
 * Source: `getVercelIgnore` of `vercel` 64.0.2.
 */
const defaults = [
  ...['.hg', '.git', '.gitmodules', '.svn', 'CVS', '.cache', '.next', '.now', '.vercel', '.npmignore'],
  ...['.dockerignore', '.gitignore', '.*.swp', '.DS_Store', '.wafpicke-*', '.lock-wscript', '.env.local'],
  ...['.env.*.local', '.venv', '.yarn/cache', '.pnp*', 'npm-debug.log', 'config.gypi', 'node_modules'],
  ...['__pycache__', 'venv'],
];

interface IgnoreRule {
  readonly pattern: RegExp;
  readonly foldersOnly: boolean;
  readonly negated: boolean;
}

/** Every file below `directory` that a deployment of `project` takes along, by path. Remembered: a view of files never changes. */
export function uploadedFiles(project: Project, directory = project.root): readonly string[] {
  const answers = answersOf(project.files);
  const key = `${project.root}\0${directory}`;
  const found = answers.get(key) ?? [...below(project.files, directory, ignoreRulesOf(project), project.root)].sort();
  answers.set(key, found);
  return found;
}

const answersOf = remembered((_files: Files) => new Map<string, readonly string[]>());

/** Whether a deployment of `project` from this folder takes the file at `path` along. `.gitignore` has no say in that. */
export function isUploaded(project: Project, path: string): boolean {
  return isWithin(path, project.root) && !isLeftOut(relativeTo(project.root, path), ignoreRulesOf(project));
}

/** Whether a `.gitignore` between the workspace folder and the file keeps it out of the repository. */
export function isGitIgnored({ files }: Project, path: string): boolean {
  return upTo(directoryOf(path), '').some((folder) => {
    const text = files.source(inside(folder, '.gitignore'))?.text;
    return text !== undefined && isLeftOut(relativeTo(folder, path), text.split(/\r?\n/).flatMap(ruleOf));
  });
}

/** Whether the rules fit the file, or a folder that it lies in. */
function isLeftOut(path: string, rules: readonly IgnoreRule[]): boolean {
  const parts = path.split('/');
  return parts.some((_part, index) => isIgnored(parts.slice(0, index + 1).join('/'), index < parts.length - 1, rules));
}

function* below(files: Files, directory: string, rules: readonly IgnoreRule[], root: string): Generator<string> {
  for (const { name, kind } of files.list(directory)) {
    const path = inside(directory, name);
    if (isIgnored(relativeTo(root, path), kind === 'directory', rules)) continue;
    if (kind === 'file') yield path;
    else yield* below(files, path, rules, root);
  }
}

/** The last rule that fits decides; what lies in an ignored folder is never looked at. */
function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreRule[]): boolean {
  let ignored = false;
  for (const { pattern, foldersOnly, negated } of rules) {
    if (ignored === negated && (isFolder || !foldersOnly) && pattern.test(path)) ignored = !negated;
  }
  return ignored;
}

const known = new Map<string, readonly IgnoreRule[]>();

function ignoreRulesOf(project: Project): readonly IgnoreRule[] {
  const { own, old } = ignoreFilesOf(project);
  const target = project.files.has(inside(project.root, 'Cargo.toml')) ? '/target' : '';
  const text = `${target}\n${own || old}`;
  const rules = known.get(text) ?? [...defaults, ...text.split(/\r?\n/)].flatMap(ruleOf);
  if (known.size > 20) known.clear();
  known.set(text, rules);
  return rules;
}

/** The texts of `.vercelignore` and of its older name; empty where there is none. */
function ignoreFilesOf({ root, files }: Project): { readonly own: string; readonly old: string } {
  const textOf = (name: string) => files.source(inside(root, name))?.text ?? '';
  return { own: textOf('.vercelignore'), old: textOf('.nowignore') };
}

/** With which `vercel` stops where both files say something. */
export function ignoreFilesError(project: Project): BuildError | undefined {
  const { own, old } = ignoreFilesOf(project);
  if (!own || !old) return undefined;
  const message = 'Cannot use both a `.vercelignore` and `.nowignore` file. Please delete the `.nowignore` file.';
  return { code: 'CONFLICTING_IGNORE_FILES', message, file: inside(project.root, '.nowignore') };
}

/** A line of the format of `.gitignore`, without regard to case. */
function ruleOf(line: string): IgnoreRule[] {
  const written = line.replace(/^\.\//, '').replace(/(?<!\\)\s+$/, '');
  if (!written || written.startsWith('#')) return [];
  const negated = written.startsWith('!');
  const body = negated ? written.slice(1) : written;
  const bare = body.replace(/\/$/, '').replace(/^\//, '');
  if (!bare) return [];
  const isAnchored = /\/./.test(body.replace(/\/$/, '')) || body.startsWith('/');
  const glob = isAnchored ? bare : `**/${bare}`;
  const source = globToRegExp(glob.replace(/[{}()!+@#]/g, '\\$&')).source;
  return [{ pattern: new RegExp(source, 'is'), foldersOnly: body.endsWith('/'), negated }];
}
