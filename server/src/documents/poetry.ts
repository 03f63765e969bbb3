import type { PyprojectDocument } from './pyproject.ts';
import { textAtPath } from './tomlValues.ts';

/** Poetry's dependencies as PEP 508 writes them; `undefined` where one of them has no such form. */
export function poetryAsDependencies({ toml, poetryDependencies }: PyprojectDocument): string[] | undefined {
  const result: string[] = [];
  for (const { name } of poetryDependencies) {
    const path = ['tool', 'poetry', 'dependencies', name];
    const keys = toml.keys(path).map((key) => key.name);
    const constraint = (textAtPath(toml, path) ?? textAtPath(toml, [...path, 'version']))?.value;
    const specifier = constraint === undefined ? undefined : asSpecifier(constraint);
    if (specifier === undefined || keys.some((key) => key !== 'version' && key !== 'extras')) return undefined;
    const extras = toml.entry([...path, 'extras'])?.items.flatMap(({ string }) => string ?? []) ?? [];
    result.push(`${name}${extras.length > 0 ? `[${extras.join(',')}]` : ''}${specifier}`);
  }
  return result;
}

/**
 * A constraint of Poetry as a PEP 440 specifier.
 * Source: https://python-poetry.org/docs/dependency-specification/#version-constraints (read 2026-11-23)
 */
export function asSpecifier(constraint: string): string | undefined {
  const text = constraint.trim();
  if (text === '*') return '';
  const caretOrTilde = /^([\^~])\s*(\d+(?:\.\d+)*)$/.exec(text);
  if (caretOrTilde) {
    const [, operator, version = ''] = caretOrTilde;
    return `>=${version},<${operator === '^' ? behindCaret(version) : behindTilde(version)}`;
  }
  if (/^\d+(?:\.\d+)*(?:\.\*)?$/.test(text)) return `==${text}`;
  const clauses = text.split(',').map((clause) => clause.trim());
  const isPlain = clauses.every((clause) => /^(?:[<>]=?|==|!=|~=)\s*\d+(?:\.\d+)*(?:\.\*)?$/.test(clause));
  return isPlain ? clauses.map((clause) => clause.replace(/\s+/g, '')).join(',') : undefined;
}

/** The first version that `^version` leaves out: one more in the first part that is not zero. */
function behindCaret(version: string): string {
  const parts = version.split('.').map(Number);
  const first = parts.findIndex((part) => part > 0);
  return raised(parts, first < 0 ? parts.length - 1 : first);
}

/** The first version that `~version` leaves out: one more in the second part, or in the first where it has no other. */
function behindTilde(version: string): string {
  const parts = version.split('.').map(Number);
  return raised(parts, Math.min(1, parts.length - 1));
}

function raised(parts: readonly number[], index: number): string {
  return parts
    .slice(0, index + 1)
    .map((part, at) => (at === index ? part + 1 : part))
    .join('.');
}
