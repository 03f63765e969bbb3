import type { Encoding, SourceFile } from '../documents/sourceFile.ts';
import type { Span } from '../text/span.ts';

/** A set of files in the notation of rule examples. */
export interface ParsedExample {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Where findings must point, in the order of files and places. */
  readonly marks: readonly { readonly path: string; readonly span: Span }[];
}

/**
 * Reads the notation of rule examples: a line `-- path` heads each file, `-- path (utf-16le)` names its encoding, and
 * `«` and `»` stand around the text a finding must point at. `«»` marks a place between two characters.
 * The last line ending of the text belongs to the last file.
 * @throws Error when the text does not begin with a header or a mark is not closed: an example is code.
 */
export function parseExample(text: string): ParsedExample {
  const files = new Map<string, SourceFile>();
  const marks: { path: string; span: Span }[] = [];
  for (const { path, encoding, body } of sections(text)) {
    const { plain, spans } = withoutMarks(body, path);
    files.set(path, { text: plain, encoding });
    for (const span of spans) marks.push({ path, span });
  }
  return { files, marks };
}

interface Section {
  readonly path: string;
  readonly encoding: Encoding;
  readonly body: string;
}

function sections(text: string): Section[] {
  const headers = [...text.matchAll(/^-- (.+?)(?: \((utf-8-bom|utf-16le|utf-16be|binary)\))?(?:\r?\n|$)/gm)];
  if (headers[0]?.index !== 0) throw new Error('an example begins with a line `-- path`');
  return headers.map((header, index) => ({
    path: header[1] ?? '',
    encoding: (header[2] as Encoding | undefined) ?? 'utf-8',
    body: text.slice(header.index + header[0].length, headers[index + 1]?.index ?? text.length),
  }));
}

function withoutMarks(body: string, path: string): { plain: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let plain = '';
  for (const character of body) {
    if (character === '«') open.push(plain.length);
    else if (character !== '»') plain += character;
    else {
      const start = open.pop();
      if (start === undefined) throw new Error(`a mark is closed but not opened in ${path}`);
      spans.push({ start, end: plain.length });
    }
  }
  if (open.length > 0) throw new Error(`a mark is not closed in ${path}`);
  return { plain, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}
