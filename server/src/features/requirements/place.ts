import type { AnyDocument } from '../../documents/kinds.ts';
import { normalizeName } from '../../documents/pep508.ts';
import type { PipfileDocument } from '../../documents/pipfile.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { configurationPlace } from '../configurationPlace.ts';

/** What the caret is in, where a requirement is written: told by the text before it, so half-typed text has places too. */
export interface RequirementPlace {
  readonly part: 'name' | 'version';
  /** What a choice replaces: the word around the caret. */
  readonly word: Span;
  /** The package whose version it is, as PEP 503 normalizes it; empty in a name. */
  readonly normalizedName: string;
}

/** `undefined` where neither a name nor a version can be written: in comments, options, markers, URLs. */
export function requirementPlace(document: AnyDocument, offset: number): RequirementPlace | undefined {
  if (document.kind === 'requirements.txt') return inLine(document.text, offset);
  if (document.kind === 'pyproject.toml' || document.kind === 'Pipfile') return inToml(document, offset);
  return undefined;
}

function inLine(text: string, offset: number): RequirementPlace | undefined {
  const { start } = lineAt(text, offset);
  const isContinued = /\\\r?\n$/.test(text.slice(0, start));
  return isContinued ? undefined : inRequirement(text, start, offset);
}

const nameBefore = /^\s*([A-Za-z0-9][\w.-]*)$/;
const versionBefore =
  /^\s*([A-Za-z0-9][\w.-]*)(?![\w.-])\s*(?:\[[^\]]*\])?\s*\(?(?:[^;@#,]*,)*\s*(?:[~=!]=|===|[<>]=?)\s*([\w.!+*]*)$/;

/** In a requirement by PEP 508 that starts at `start`. */
function inRequirement(text: string, start: number, offset: number): RequirementPlace | undefined {
  const before = text.slice(start, offset);
  const name = nameBefore.exec(before)?.[1];
  if (name !== undefined) {
    const rest = /^[\w.-]*/.exec(text.slice(offset))?.[0] ?? '';
    return { part: 'name', word: { start: offset - name.length, end: offset + rest.length }, normalizedName: '' };
  }
  const [, owner, version = ''] = versionBefore.exec(before) ?? [];
  return owner === undefined ? undefined : versionPlace(text, offset, version, owner);
}

function versionPlace(text: string, offset: number, version: string, name: string): RequirementPlace {
  const rest = /^[\w.!+*]*/.exec(text.slice(offset))?.[0] ?? '';
  const word = { start: offset - version.length, end: offset + rest.length };
  return { part: 'version', word, normalizedName: normalizeName(name) };
}

/** Where a TOML file writes requirements by PEP 508, `*` for any key. */
const lists: readonly string[][] = [
  ['project', 'dependencies'],
  ['project', 'optional-dependencies', '*'],
  ['dependency-groups', '*'],
  ['build-system', 'requires'],
];

/** Where it gives versions by name. */
const poetryTables: readonly string[][] = [
  ['tool', 'poetry', 'dependencies'],
  ['tool', 'poetry', 'dev-dependencies'],
  ['tool', 'poetry', 'group', '*', 'dependencies'],
];
const pipfileTables: readonly string[][] = [['packages'], ['dev-packages']];

function inToml(document: PyprojectDocument | PipfileDocument, offset: number): RequirementPlace | undefined {
  const { toml, kind } = document;
  const place = configurationPlace({ toml, prefix: [] }, offset);
  if (!place || place.part === 'header') return undefined;
  const { part, path, word, isElement, quote } = place;
  const isPipfile = kind === 'Pipfile';
  if (part === 'value' && isElement && quote !== '' && !isPipfile && lists.some((list) => fits(list, path))) {
    return inRequirement(toml.text, word.start, offset);
  }
  const tables = isPipfile ? pipfileTables : poetryTables;
  if (part === 'key' && tables.some((table) => fits(table, path))) {
    return word.start < offset ? { part: 'name', word, normalizedName: '' } : undefined;
  }
  const owner = path.at(-1) === 'version' ? path.slice(0, -1) : path;
  const name = owner.at(-1);
  if (part !== 'value' || isElement || quote === '' || name === undefined) return undefined;
  if (!tables.some((table) => fits([...table, '*'], owner))) return undefined;
  const typed = /(?:[~=!]=|===|[<>]=?|[\^~])\s*([\w.!+*]*)$/.exec(toml.text.slice(word.start, offset));
  return typed ? versionPlace(toml.text, offset, typed[1] ?? '', name) : undefined;
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((part, index) => part === '*' || part === path[index]);
}
