import { type Language, Parser, type Tree } from 'web-tree-sitter';
import type { SourceFile } from '../sourceFile.ts';
import type { PythonAnalysis } from './analysis.ts';
import { changeBetween } from './change.ts';
import { chunkStarts } from './chunks.ts';
import { type Converted, convertTree } from './convert.ts';
import type { PythonDocument, VercelView } from './document.ts';
import { noteMoved } from './perStatement.ts';
import { shifted } from './shift.ts';
import { type Part, viewOfParts } from './vercelView.ts';

/** A part of the text, and what it became. */
interface Chunk extends Converted, Part {
  readonly hasError: boolean;
}

/**
 * Makes documents of Python modules. A module is parsed in chunks, one a statement at top level, each by itself: what a
 * chunk becomes depends on its text alone, so parsing again after an edit gives what a full parse gives.
 */
export class PythonParser {
  readonly #language: Language;
  readonly #analysis: PythonAnalysis | undefined;
  readonly #chunks = new WeakMap<PythonDocument, readonly Chunk[]>();
  #parser: Parser | undefined;

  /** @param analysis what answers `PythonDocument.vercel`; without it documents lack that. */
  constructor(language: Language, analysis?: PythonAnalysis) {
    this.#language = language;
    this.#analysis = analysis;
  }

  /**
   * The document of `file`. Never throws: text that is no Python gives a document with `hasError`.
   * @param previous the document before an edit: chunks that did not change are taken from it, those before the edit as
   * the very same objects, those behind it as copies at their new place. The result is the same, but sooner there.
   */
  parse(file: SourceFile, previous?: PythonDocument): PythonDocument {
    if (previous && previous.text === file.text && previous.encoding === file.encoding) return previous;
    const known = previous ? this.#unchanged(previous, file.text) : () => undefined;
    const starts = chunkStarts(file.text);
    const chunks = starts.map((start, index) => {
      const end = starts[index + 1] ?? file.text.length;
      return known(start, end) ?? this.#parseChunk(file.text, start, end);
    });
    const document = this.#documentOf(file, chunks, previous ? chunks : []);
    this.#chunks.set(document, chunks);
    return document;
  }

  /** Finds the chunk that `previous` had at a place of the new text, moved there; `undefined` where it has changed. */
  #unchanged(previous: PythonDocument, text: string): (start: number, end: number) => Chunk | undefined {
    const change = changeBetween(previous.text, text);
    const by = change.newEnd - change.oldEnd;
    const before = new Map((this.#chunks.get(previous) ?? []).map((chunk) => [chunk.start, chunk]));
    return (start, end) => {
      const behind = start >= change.newEnd;
      if (!behind && end > change.start) return undefined;
      const chunk = before.get(behind ? start - by : start);
      if (!chunk || chunk.end - chunk.start !== end - start) return undefined;
      return start === chunk.start ? chunk : movedTo(chunk, start);
    };
  }

  #parseChunk(text: string, start: number, end: number): Chunk {
    let tree: Tree | null = null;
    try {
      this.#parser ??= new Parser().setLanguage(this.#language);
      tree = this.#parser.parse(text.slice(start, end));
      if (!tree) return unreadable(start, end);
      const root = tree.rootNodeWithOffset(start, { row: 0, column: 0 });
      return { ...convertTree(root, text), start, end, hasError: root.hasError, known: {} };
    } catch {
      this.#parser = undefined;
      return unreadable(start, end);
    } finally {
      // Trees lie in WASM memory, which no garbage collector sees.
      tree?.delete();
    }
  }

  /** @param parts those that `vercel` is worked out from: a file that nobody edits is asked about as a whole, which is sooner. */
  #documentOf({ text, encoding }: SourceFile, chunks: readonly Chunk[], parts: readonly Part[]): PythonDocument {
    const document: PythonDocument = {
      kind: 'python',
      text,
      encoding,
      statements: chunks.flatMap(({ statements }) => statements),
      comments: chunks.flatMap(({ comments }) => comments),
      hasError: chunks.some(({ hasError }) => hasError),
      broken: chunks.flatMap(({ hasError, start, end }) => (hasError ? [{ start, end }] : [])),
    };
    return this.#analysis ? withVercel(document, this.#analysis, parts) : document;
  }
}

/** A chunk that tree-sitter failed on, out of memory say. */
function unreadable(start: number, end: number): Chunk {
  return { start, end, hasError: true, comments: [], statements: [], known: {} };
}

/** `chunk` at its new place. */
function movedTo({ statements, comments, hasError, known, ...old }: Chunk, start: number): Chunk {
  const by = start - old.start;
  const moved = statements.map((statement) => {
    const copy = shifted(statement, by);
    noteMoved(statement, copy);
    return copy;
  });
  return { statements: moved, comments: shifted(comments, by), hasError, known, start, end: old.end + by };
}

/** `document` with `vercel`, which is found out when it is first read: it takes longer than the parse of a keystroke. */
function withVercel(document: PythonDocument, analysis: PythonAnalysis, parts: readonly Part[]): PythonDocument {
  let view: VercelView | undefined;
  let asked = false;
  const fromParts = () => (parts.length > 0 ? viewOfParts(analysis, document.text, parts) : undefined);
  return Object.defineProperty(document, 'vercel', {
    enumerable: true,
    get() {
      if (!asked) view = fromParts() ?? analysis.view(document.text);
      asked = true;
      return view;
    },
  });
}
