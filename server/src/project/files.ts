import type { AnyDocument, DocumentOf, FileKind } from '../documents/kinds.ts';
import type { PackageFacts } from '../documents/packages/packageFacts.ts';
import type { SourceFile } from '../documents/sourceFile.ts';

/** One name in a folder. Links count as what they point at. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** Where files come from. Paths are relative to the workspace folder, with `/`; the folder itself is `''`. */
export interface FileSystem {
  /** The names in a folder; none when it is missing or cannot be read. */
  list(directory: string): Promise<readonly Entry[]>;
  /** The file, or `undefined` when it is missing or cannot be read. */
  read(path: string): Promise<SourceFile | undefined>;
  /** How many bytes the file has; `undefined` when it is missing. Absent where nobody can tell. */
  size?(path: string): Promise<number | undefined>;
}

/** What one computation sees of a workspace folder: it does not change while the computation runs. */
export interface Files {
  /** The names in a folder, open editors included. */
  list(directory: string): readonly Entry[];
  /** Whether there is a file at `path`. */
  has(path: string): boolean;
  /** The file at `path` as it was read, or as it stands in an open editor. */
  source(path: string): SourceFile | undefined;
  /** The parsed file at `path`; `undefined` when it is missing, of no known kind, or too large to read as one. */
  document(path: string): AnyDocument | undefined;
  /** How many bytes the file at `path` has on disk, without reading it; `undefined` where that is not known. */
  size(path: string): number | undefined;
  /** What is known of published packages, loaded when it is first asked for; `undefined` where there is none. */
  packages(): PackageFacts | undefined;
}

/** Files with more UTF-16 units than this are not parsed. */
export const largestDocument = 1024 * 1024;

/** The document at `path` if it is of the given kind. */
export function documentAt<K extends FileKind>(files: Files, path: string, kind: K): DocumentOf<K> | undefined {
  const document = files.document(path);
  return document?.kind === kind ? (document as DocumentOf<K>) : undefined;
}
