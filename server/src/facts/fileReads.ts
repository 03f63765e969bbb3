/**
 * Calls that read a file or a folder which must be there, by qualified name.
 *
 * Source: the reference of Python's standard library; `StaticFiles` and `FileResponse` of Starlette, which say that a
 * folder that is missing is refused at once and a file when it is sent: https://www.starlette.io/staticfiles/
 * Date: 2026-11-25
 */
export interface FileRead {
  /** The path is the first argument, or has this keyword. */
  readonly keyword: string;
  readonly position?: 0;
  /** Whether the second argument, or `mode`, may turn it into a write. */
  readonly mode?: boolean;
  /** The keyword with which it puts up with what is missing. */
  readonly lenientBy?: string;
}

const open: FileRead = { position: 0, keyword: 'file', mode: true };
const staticFiles: FileRead = { keyword: 'directory', lenientBy: 'check_dir' };
const fileResponse: FileRead = { position: 0, keyword: 'path' };

export const fileReads: ReadonlyMap<string, FileRead> = new Map([
  ['builtins.open', open],
  ['io.open', open],
  ['starlette.staticfiles.StaticFiles', staticFiles],
  ['fastapi.staticfiles.StaticFiles', staticFiles],
  ['starlette.responses.FileResponse', fileResponse],
  ['fastapi.responses.FileResponse', fileResponse],
]);

/** Methods of `pathlib.Path` that read. */
export const pathReads: ReadonlySet<string> = new Set(['open', 'read_text', 'read_bytes']);
