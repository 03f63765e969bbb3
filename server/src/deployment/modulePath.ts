import { remembered } from '../documents/remembered.ts';
import type { SourceFile } from '../documents/sourceFile.ts';
import { directoryOf, inside, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';

/** A module as an import statement names it. */
export interface ModuleName {
  /** Number of leading dots. */
  readonly level: number;
  /** Dotted; empty for `from . import x`. */
  readonly name: string;
}

/** `..a.b` as two dots and `a.b`. */
export function splitLevel(dotted: string): ModuleName {
  const level = /^\.*/.exec(dotted)?.[0].length ?? 0;
  return { level, name: dotted.slice(level) };
}

/**
 * The files that importing a module of the project runs: the `__init__.py` of its packages, then its own; none where the
 * name leads out of the project. On Vercel absolute names are looked up in the root folder, behind folders that the
 * importer puts on the path. Where those do not have them, the importer's folder, those above it and `src` are tried: a
 * project may be installed, or change the path elsewhere.
 */
export function moduleFiles(project: Project, importer: string, { level, name }: ModuleName): readonly string[] {
  const parts = name ? name.split('.') : [];
  for (const base of searchPath(project, importer, level)) {
    const found = filesBelow(project, base, parts);
    if (found) return found;
  }
  return [];
}

function searchPath(project: Project, importer: string, level: number): string[] {
  const { root } = project;
  const own = directoryOf(importer);
  if (level > 0) {
    const base = upTo(own, '')[level - 1];
    return base === undefined ? [] : [base];
  }
  return [...new Set([...addedFolders(project, importer), root, ...upTo(own, root), inside(root, 'src')])];
}

/** The folders that the module seems to put on the path itself, as in `sys.path.insert(0, str(ROOT / "backend"))`. */
function addedFolders({ root, files }: Project, importer: string): string[] {
  const source = files.source(importer);
  const names = source ? namedFolders(source) : [];
  if (names.length === 0) return [];
  const bases = upTo(directoryOf(importer), root);
  return names.flatMap((name) => {
    const folders = bases.map((base) => inside(base, name)).reverse();
    return folders.filter((folder) => files.list(folder).length > 0);
  });
}

/** What lines of a module that changes `sys.path` call folders: the strings of each, alone and one behind the other. */
const namedFolders = remembered(({ text }: SourceFile): readonly string[] => {
  if (!/\bsys\.path\s*\.(?:insert|append|extend)\b/.test(text)) return [];
  const lines = text.split(/\r\n|\r|\n/).filter((line) => /^[^#]*(?:\bpath\b|\bPath\(|\/\s*["'])/.test(line));
  const names = lines.flatMap((line) => {
    const words = [...line.matchAll(/["']([\w./-]+)["']/g)].flatMap(([, word = '']) => {
      const plain = word.replace(/^(?:\.{0,2}\/)+|^\.+$|\/+$/g, '');
      return plain === '' ? [] : [plain];
    });
    return [words.join('/'), ...words];
  });
  return [...new Set(names)].filter((name) => name !== '');
});

/**
 * As CPython looks: a package with `__init__.py` before a module before a folder without one. `undefined` where the first
 * part is not there, so that the next folder is looked in; the others are looked for in the first part alone, unless that
 * is a folder without `__init__.py`: those of one name count as one.
 */
function filesBelow({ files }: Project, base: string, parts: readonly string[]): string[] | undefined {
  const found: string[] = [];
  let folder = base;
  if (parts.length === 0) return files.has(inside(base, '__init__.py')) ? [inside(base, '__init__.py')] : [];
  for (const [index, part] of parts.entries()) {
    const module = inside(folder, `${part}.py`);
    folder = inside(folder, part);
    const init = inside(folder, '__init__.py');
    if (files.has(init)) found.push(init);
    else if (files.has(module)) return index === parts.length - 1 ? [...found, module] : [];
    else if (files.list(folder).length === 0) return found.length === 0 ? undefined : [];
  }
  return found.length === 0 ? undefined : found;
}
