import type { SourceFile } from './sourceFile.ts';

/**
 * The text of a file as Vercel's tools read it: always as UTF-8. A byte order mark stays a character, and UTF-16 becomes
 * a text that no parser takes.
 */
export function builderText({ text, encoding }: SourceFile): string {
  if (encoding === 'utf-8') return text;
  if (encoding === 'utf-8-bom') return `\uFEFF${text}`;
  return `\uFFFD\uFFFD${[...text].join('\0')}`;
}
