import type { AnyDocument } from '../documents/kinds.ts';
import type { RequirementsEntry } from '../documents/requirements.ts';
import type { TomlDocument, TomlEntry, TomlTable } from '../documents/toml.ts';
import { fullLines, lineAt } from '../text/lines.ts';
import { contains, type Span, wholeOf } from '../text/span.ts';
import { tomlOf } from './tomlOf.ts';

/**
 * What a growing selection at `offset` takes in, from the smallest on; each holds the one before. `undefined` for kinds that
 * editors know themselves.
 */
export function selectionAt(document: AnyDocument, offset: number): readonly Span[] | undefined {
  const caret = { start: offset, end: offset };
  const spans = spansOf(document, offset)?.filter((span) => span.end > span.start && contains(span, caret));
  return spans && growing([...spans, wholeOf(document.text)]);
}

/** Those that hold all before them. */
function growing(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = kept.at(-1);
    const isLarger = !last || span.end - span.start > last.end - last.start;
    if (isLarger && (!last || contains(span, last))) kept.push(span);
  }
  return kept;
}

function spansOf(document: AnyDocument, offset: number): readonly Span[] | undefined {
  switch (document.kind) {
    case '.python-version':
    case 'runtime.txt':
      return [lineAt(document.text, offset), ...words(document.text, offset)];
    case 'requirements.txt':
      return [...words(document.text, offset), ...document.entries.flatMap((one) => entrySpans(document.text, one))];
    default: {
      const toml = tomlOf(document);
      return toml && tomlSpans(toml);
    }
  }
}

/** The word at `offset`: of letters, digits and what joins them in names and versions. */
function words(text: string, offset: number): Span[] {
  const line = lineAt(text, offset);
  return [...text.slice(line.start, line.end).matchAll(/[\w.-]+/g)].map(({ 0: word, index }) => {
    const start = line.start + index;
    return { start, end: start + word.length };
  });
}

function entrySpans(text: string, entry: RequirementsEntry): Span[] {
  const own = [entry.span, fullLines(text, entry.span)];
  if (entry.kind === 'option') return [...own, entry.option.span];
  if (entry.kind !== 'requirement') return [...own, ...(entry.targetSpan ? [entry.targetSpan] : [])];
  const { nameSpan, extrasSpan, specifier, urlSpan, marker, requirementSpan } = entry;
  const clauses = specifier?.clauses.flatMap(({ span, versionSpan }) => [span, versionSpan]) ?? [];
  const withExtras = extrasSpan && { start: nameSpan.start, end: extrasSpan.end };
  const parts = [nameSpan, extrasSpan, withExtras, specifier?.span, urlSpan, marker?.span, requirementSpan];
  return [...own, ...clauses, ...parts.filter((span) => span !== undefined)];
}

function tomlSpans({ text, tables }: TomlDocument): Span[] {
  return tables.flatMap((table) => [...tableSpans(text, table), ...table.pairs.flatMap((pair) => entryOf(text, pair))]);
}

function tableSpans(text: string, { header, span }: TomlTable): Span[] {
  const trimmed = { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length };
  if (!header) return [trimmed];
  const brackets = text.startsWith('[[', header.start) ? 2 : 1;
  return [{ start: header.start + brackets, end: header.end - brackets }, header, trimmed];
}

function entryOf(text: string, { keySpan, valueSpan, pairSpan, kind, items }: TomlEntry): Span[] {
  const quotes = kind === 'string' && /^(?:"""|''')/.test(text.slice(valueSpan.start, valueSpan.end)) ? 3 : 1;
  const hasInside = kind === 'string' || kind === 'array' || kind === 'inlineTable';
  const inside = hasInside ? [{ start: valueSpan.start + quotes, end: valueSpan.end - quotes }] : [];
  const own = [...inside, keySpan, valueSpan, pairSpan].filter((span) => span !== undefined);
  return [...own, ...items.flatMap((item) => entryOf(text, item))];
}
