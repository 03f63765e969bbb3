import { normalizeName } from '../../documents/pep508.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import { appendElements, setTomlValue } from '../../documents/tomlEdit.ts';
import { encodeTomlString } from '../../documents/tomlStrings.ts';
import { directoryOf, nameOf } from '../../project/paths.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { declaredNames } from './installed.ts';

/**
 * Makes `dependencies` part of `[project]`, which is added where there is none. What is listed there already stays as it
 * is. A build system of another tool would then build the project as a package, which an application is not, so uv is
 * told not to.
 * @param path of the pyproject.toml, for the name.
 */
export function declareDependencies(
  pyproject: PyprojectDocument,
  path: string,
  dependencies: readonly string[],
): TextEdit[] {
  const { toml } = pyproject;
  const listed = declaredNames(pyproject);
  const missing = dependencies.filter((text) => !listed.has(normalizeName(nameIn(text))));
  if (pyproject.dependencies) return appendElements(toml, pyproject.dependencies.entry, missing);
  if (pyproject.project) return setTomlValue(toml, ['project', 'dependencies'], missing);
  const isPackage = pyproject.hasBuildSystem && !toml.has(['tool', 'uv', 'package']);
  const notPackage = isPackage ? setTomlValue(toml, ['tool', 'uv', 'package'], false) : [];
  return [projectTable(pyproject, projectName(path, dependencies), dependencies), ...notPackage];
}

/** `[project]` at the start of the file, or at its end where keys without a table stand at the start. */
function projectTable({ text, toml }: PyprojectDocument, name: string, dependencies: readonly string[]): TextEdit {
  const ending = lineEndingOf(text);
  const items = dependencies.map((dependency) => `    ${encodeTomlString(dependency)},`);
  const list = items.length > 0 ? ['dependencies = [', ...items, ']'] : ['dependencies = []'];
  const lines = ['[project]', `name = "${name}"`, 'version = "0.1.0"', 'requires-python = ">=3.12"', ...list, ''];
  const block = lines.join(ending);
  const hasRootKeys = toml.tables.some(({ header, pairs }) => !header && pairs.length > 0);
  if (!hasRootKeys) return { span: { start: 0, end: 0 }, newText: `${block}${text.trim() === '' ? '' : ending}` };
  const gap = text.endsWith('\n') ? ending : ending + ending;
  return { span: { start: text.length, end: text.length }, newText: gap + block };
}

/** The folder's name, unless a package is called so: a project cannot depend on itself. */
function projectName(path: string, dependencies: readonly string[]): string {
  const folder = normalizeName(nameOf(directoryOf(path)).replace(/[^\w.-]+/g, '-')).replace(/^-|-$/g, '') || 'app';
  const taken = dependencies.some((text) => normalizeName(nameIn(text)) === folder);
  return taken ? `${folder}-app` : folder;
}

function nameIn(requirement: string): string {
  return /^\s*([\w.-]+)/.exec(requirement)?.[1] ?? '';
}
