/**
 * Calls that write to the file system, by qualified name.
 *
 * Source: the reference of Python's standard library and of loguru; that everything but /tmp is read-only:
 * https://vercel.com/docs/functions/runtimes#file-system-support and pains.md 19
 * Date: 2026-11-23
 */
export interface FileWrite {
  /** Which argument is the path, by position and by keyword. */
  readonly position?: number;
  readonly keyword: string;
  /** Makes a folder, which is no failure where it is there already. */
  readonly folder?: boolean;
  /** Opens the file only when something is logged, where this keyword is given. */
  readonly lazyBy?: string;
}

export const fileWrites: ReadonlyMap<string, FileWrite> = new Map([
  ['os.mkdir', { position: 0, keyword: 'path', folder: true }],
  ['os.makedirs', { position: 0, keyword: 'name', folder: true }],
  ['logging.FileHandler', { position: 0, keyword: 'filename', lazyBy: 'delay' }],
  ['logging.handlers.RotatingFileHandler', { position: 0, keyword: 'filename', lazyBy: 'delay' }],
  ['logging.handlers.TimedRotatingFileHandler', { position: 0, keyword: 'filename', lazyBy: 'delay' }],
  ['logging.handlers.WatchedFileHandler', { position: 0, keyword: 'filename', lazyBy: 'delay' }],
  ['logging.basicConfig', { keyword: 'filename' }],
  ['loguru.logger.add', { position: 0, keyword: 'sink', lazyBy: 'delay' }],
  ['shutil.copy', { position: 1, keyword: 'dst' }],
  ['shutil.copy2', { position: 1, keyword: 'dst' }],
  ['shutil.copyfile', { position: 1, keyword: 'dst' }],
  ['shutil.copytree', { position: 1, keyword: 'dst' }],
  ['shutil.move', { position: 1, keyword: 'dst' }],
]);

/** Methods of `pathlib.Path` that write. */
export const pathWrites: ReadonlyMap<string, { readonly folder?: boolean }> = new Map([
  ['mkdir', { folder: true }],
  ['touch', {}],
  ['write_text', {}],
  ['write_bytes', {}],
]);

/** Where a function may write, and the devices. */
export const writableFolders = ['/tmp', '/dev', '/proc'] as const;

/** The folder that the project is in when it runs; also the working directory. */
export const projectFolder = '/var/task';

/** The names under which a module has the class `Path`. */
export const pathClasses: ReadonlySet<string> = new Set(['pathlib.Path', 'pathlib.PosixPath']);
