import type { AnyDocument } from '../documents/kinds.ts';
import type { TomlDocument } from '../documents/toml.ts';
import { type PyprojectKey, pyprojectKeys } from '../facts/pyprojectKeys.ts';
import { lineAt } from '../text/lines.ts';
import { contains, type Span, textAt } from '../text/span.ts';
import type { Completion, Hover } from './completion.ts';
import { type ConfigurationPlace, configurationPlace } from './configurationPlace.ts';

/** The keys and tables of a pyproject.toml that Vercel reads, where they are not there yet. */
export function pyprojectCompletion(document: AnyDocument, offset: number): readonly Completion[] {
  if (document.kind !== 'pyproject.toml') return [];
  const place = configurationPlace({ toml: document.toml, prefix: [] }, offset);
  if (!place || place.part === 'value' || place.quote !== '') return [];
  return place.part === 'header' ? headers(document.toml, place) : keys(document.toml, place);
}

/** What the key or table at `offset` is for. */
export function pyprojectHover(document: AnyDocument, offset: number): Hover | undefined {
  if (document.kind !== 'pyproject.toml') return undefined;
  // A pointer stands on a character, a caret between two: at the start of a word it is the one behind that counts.
  for (const at of [offset, offset + 1]) {
    const place = configurationPlace({ toml: document.toml, prefix: [] }, at);
    if (!place || place.part === 'value' || place.word.start === place.word.end) continue;
    const path = [...place.path, textAt(document.text, place.word)];
    const key = pyprojectKeys.find((one) => isSame(one.path, path));
    return key && { span: place.word, markdown: key.text };
  }
  return undefined;
}

/** The rest of the name, from the keys on that are typed; `[[` is for tables that may be there several times. */
function headers(toml: TomlDocument, { path, word }: ConfigurationPlace): Completion[] {
  const isList = toml.text.slice(lineAt(toml.text, word.start).start, word.start).trimStart().startsWith('[[');
  return pyprojectKeys
    .filter((key) => key.value === undefined && (key.isList === true) === isList && isBelow(key.path, path))
    .filter((key) => isList || isFree(toml, key, word))
    .map((key) => {
      const label = key.path.slice(path.length).join('.');
      return { ...described(key, label), span: word, newText: label };
    });
}

function keys(toml: TomlDocument, { path, word }: ConfigurationPlace): Completion[] {
  // Of a table that is there several times, the one around the caret counts.
  const table = toml.tables.findLast(({ span }) => contains(span, word));
  const pairs = table?.pairs.filter(({ keySpan }) => keySpan && !contains(keySpan, word)) ?? [];
  const others = toml.keys(path).filter(({ span }) => !contains(span, word));
  const written = [...pairs.map((pair) => pair.path.at(-1)), ...others.map(({ name }) => name)];
  const isNamed = /^[ \t]*[=.]/.test(toml.text.slice(word.end));
  return pyprojectKeys.flatMap((key): Completion[] => {
    const label = key.path.at(-1) ?? '';
    if (key.value === undefined || !isSame(key.path.slice(0, -1), path) || written.includes(label)) return [];
    const typed = isNamed ? { newText: label } : { newText: `${label} = ${key.value}`, isSnippet: true as const };
    return [{ ...described(key, label), span: word, ...typed }];
  });
}

function described({ text }: PyprojectKey, label: string) {
  return { label, kind: 'key', detail: '', documentation: text } as const;
}

/** Whether the table is not there, or is the one whose name is being typed. */
function isFree(toml: TomlDocument, { path }: PyprojectKey, word: Span): boolean {
  const header = toml.table(path)?.header;
  return header === undefined || contains(header, word);
}

function isSame(path: readonly string[], other: readonly string[]): boolean {
  return path.length === other.length && isBelow(path, other);
}

function isBelow(path: readonly string[], above: readonly string[]): boolean {
  return path.length >= above.length && above.every((key, index) => key === path[index]);
}
