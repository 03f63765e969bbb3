import type { AnyDocument } from '../documents/kinds.ts';
import type { RequirementsDocument } from '../documents/requirements.ts';
import type { TomlDocument, TomlEntry } from '../documents/toml.ts';
import type { Span } from '../text/span.ts';
import { tomlOf } from './tomlOf.ts';

/** A part of a document that can be folded away but for its first line. */
export interface Fold {
  /** From somewhere in the first line to somewhere in the last. */
  readonly span: Span;
  readonly kind: 'region' | 'comment';
}

/** What can be folded; `undefined` for kinds that editors fold themselves, or that have nothing to fold. */
export function foldsIn(document: AnyDocument): readonly Fold[] | undefined {
  if (document.kind === 'requirements.txt') return requirementFolds(document);
  const toml = tomlOf(document);
  return toml && tomlFolds(toml);
}

function tomlFolds(toml: TomlDocument): Fold[] {
  const values = toml.tables.flatMap(({ pairs }) => pairs).flatMap(withItems);
  const texts = values.filter(({ kind }) => kind === 'string').map(({ valueSpan }) => valueSpan);
  const tables = toml.tables.flatMap(({ header, span }) => (header ? [tableSpan(toml.text, span)] : []));
  const isInText = ({ start }: Span) => texts.some((text) => text.start < start && start < text.end);
  const comments = blocksOf(toml.text, isComment).filter((block) => !isInText(block));
  return [
    ...[...tables, ...values.map(({ valueSpan }) => valueSpan)].map((span) => ({ span, kind: 'region' }) as const),
    ...comments.map((span) => ({ span, kind: 'comment' }) as const),
  ].filter(({ span }) => hasSeveralLines(toml.text, span));
}

function withItems(entry: TomlEntry): TomlEntry[] {
  return [entry, ...entry.items.flatMap(withItems)];
}

/** Without the comment right before the next header, which belongs to that, and the blank lines before it. */
function tableSpan(text: string, { start, end }: Span): Span {
  const isLast = end === text.length;
  const own = text.slice(start, end).replace(isLast ? /$/ : /(?:^[ \t]*#.*(?:\r\n|\r|\n))+$/m, '');
  return { start, end: start + own.trimEnd().length };
}

/** Requirements with the lines that belong to them, and parts that begin with a comment and end at a blank line. */
function requirementFolds({ text }: RequirementsDocument): Fold[] {
  const parts = blocksOf(text, ({ content }) => content.trim() !== '').map((span) => text.slice(span.start, span.end));
  let at = 0;
  const folds = parts.flatMap((part) => {
    const start = text.indexOf(part, at);
    at = start + part.length;
    return partFolds(part).map(({ span, kind }) => ({
      kind,
      span: { start: start + span.start, end: start + span.end },
    }));
  });
  return folds.filter(({ span }) => hasSeveralLines(text, span));
}

function partFolds(part: string): Fold[] {
  const isHeaded = part.startsWith('#');
  const comments = blocksOf(part, isComment).filter(({ start, end }) => !isHeaded || start > 0 || end === part.length);
  const lines = linesOf(part);
  const owners = lines.flatMap((line, index): Span[] => {
    const next = lines.slice(index + 1).findIndex(({ content }) => !/^\s/.test(content));
    const last = lines[next < 0 ? lines.length - 1 : index + next];
    return /^\s/.test(line.content) || !last ? [] : [{ start: line.start, end: last.start + last.content.length }];
  });
  const whole = isHeaded && /^[^#\s]/m.test(part) ? [{ start: 0, end: part.length }] : [];
  return [
    ...[...whole, ...owners].map((span) => ({ span, kind: 'region' }) as const),
    ...comments.map((span) => ({ span, kind: 'comment' }) as const),
  ];
}

interface Line {
  readonly start: number;
  readonly content: string;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/(.*)(?:\r\n|\r|\n|$)/g)].map(({ index, 1: content = '' }) => ({ start: index, content }));
}

function isComment({ content }: Line): boolean {
  return content.startsWith('#');
}

/** The runs of lines that are as asked. */
function blocksOf(text: string, is: (line: Line) => boolean): Span[] {
  const blocks: { start: number; end: number }[] = [];
  let open = false;
  for (const line of linesOf(text)) {
    const end = line.start + line.content.length;
    const last = blocks.at(-1);
    if (!is(line)) open = false;
    else if (open && last) last.end = end;
    else {
      blocks.push({ start: line.start, end });
      open = true;
    }
  }
  return blocks;
}

function hasSeveralLines(text: string, { start, end }: Span): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}
