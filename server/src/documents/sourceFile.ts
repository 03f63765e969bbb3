/** How the bytes of a file become text. `utf-8-bom` and UTF-16 are told by their byte order mark, as every editor does. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'binary';

/** A file as it was read: its text without any byte order mark, and how it was encoded. */
export interface SourceFile {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The text of a new or an open file that has never been anything but UTF-8. */
export function utf8(text: string): SourceFile {
  return { text, encoding: 'utf-8' };
}
