import { folderIsRefused, isArchive, requirementIsRefused } from './requirementBody.ts';
import { TextCursor } from './textCursor.ts';

/**
 * Why the builder refuses a requirements file, in its parser's words; `undefined` when it takes it. The parser is uv's
 * without its view of the disk: no included file is ever found.
 * Source: `parseRequirementsTxt` of @vercel/python-analysis 0.14.0, executed, and the crate uv-requirements-txt.
 * @param file the path as it stands in messages
 */
export function requirementsFault(text: string, file: string): string | undefined {
  const cursor = new TextCursor(text, file);
  for (;;) {
    cursor.skipBlank();
    if (cursor.atEnd) return undefined;
    const fault = statement(cursor);
    if (fault !== undefined) return fault;
  }
}

type Statement = (cursor: TextCursor, start: number) => string | undefined;

/** Options by how they start: what stands behind the name is not looked at. The first that fits is taken. */
const options: readonly (readonly [string, Statement])[] = [
  ['-r', included('--requirement')],
  ['--requirement', included('--requirement')],
  ['-c', included('--constraint')],
  ['--constraint', included('--constraint')],
  ['-e', editable],
  ['--editable', editable],
  ['-i', location('--index-url')],
  ['--index-url', location('--index-url')],
  ['--extra-index-url', location('--extra-index-url')],
  ['--no-index', () => undefined],
  ['--find-links', location('--find-links')],
  ['-f', location('--find-links')],
  ['--no-binary', packages('--no-binary')],
  ['--only-binary', packages('--only-binary')],
  ...['--prefer-binary', '--require-hashes', '--pre', '--trusted-host', '--use-feature'].map(
    (name): readonly [string, Statement] => [name, ignored],
  ),
];

function statement(cursor: TextCursor): string | undefined {
  const start = cursor.position;
  if (/[A-Za-z0-9./$]/.test(cursor.character)) return requirement(cursor, false);
  for (const [name, parse] of options) if (cursor.eat(name)) return parse(cursor, start);
  return cursor.fault(`Unexpected '${cursor.character}', expected '-c', '-e', '-r' or the start of a requirement`);
}

function ignored(cursor: TextCursor): undefined {
  cursor.takeWhile(/[^\r\n]/);
}

function included(name: string): Statement {
  return (cursor, start) => {
    const { fault } = optionValue(cursor, name, /[^\r\n#]/);
    return fault ?? `Error parsing included file in ${cursor.at(start)}`;
  };
}

function location(name: string): Statement {
  return (cursor, start) => {
    const { value = '', fault } = optionValue(cursor, name, /[^\r\n#]/);
    if (fault !== undefined || isUrl(value)) return fault;
    return `Invalid URL in ${cursor.at(start)}: \`${value}\``;
  };
}

function packages(name: string): Statement {
  return (cursor) => {
    const { value = '', fault } = optionValue(cursor, name, /[^\r\n#]/);
    if (fault !== undefined || /^(?::all:|:none:|[A-Z0-9]|[A-Z0-9][\w.-]*[A-Z0-9])$/i.test(value)) return fault;
    return `Invalid specifier for \`--no-binary\` in \`${cursor.file}\`: ${value}`;
  };
}

/** The WHATWG's idea of a URL as far as a requirements file goes: a scheme, and a host where the scheme needs one. */
function isUrl(value: string): boolean {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(value) ?? [];
  if (!/^(?:https?|ftp|wss?)$/i.test(scheme)) return scheme !== '';
  const authority = /^[\\/]*([^\\/?#]*)/.exec(rest)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  return host !== '' && !/[\s<>^|%]/.test(host);
}

interface Value {
  readonly value?: string;
  readonly fault?: string;
}

/** What follows an option, behind `=` or behind white space of any length, line ends included. */
function optionValue(cursor: TextCursor, name: string, character: RegExp): Value {
  const separator = separated(cursor);
  if (separator !== undefined) return { fault: separator };
  const value = cursor.takeWhile(character).trimEnd();
  return value === '' ? { fault: cursor.fault(`\`${name}\` must be followed by an argument`) } : { value };
}

function separated(cursor: TextCursor): string | undefined {
  if (cursor.eat('=')) return undefined;
  if (cursor.takeWhile(/\s/) !== '') return undefined;
  const found = cursor.atEnd ? 'None' : `Some('${cursor.character}')`;
  return cursor.fault(`Expected '=' or whitespace, found ${found}`);
}

function editable(cursor: TextCursor): string | undefined {
  return separated(cursor) ?? requirement(cursor, true);
}

/** A requirement up to the end of its line, to a comment or to its hashes, and these. */
function requirement(cursor: TextCursor, isEditable: boolean): string | undefined {
  const start = cursor.position;
  let hasHashes = false;
  let end = start;
  for (;;) {
    end = cursor.position;
    if (cursor.eatLineEnd() || cursor.atEnd) break;
    if (cursor.skipSpace()) {
      hasHashes = cursor.startsWith('--');
      if (hasHashes || cursor.eatComment()) break;
    } else cursor.next();
  }
  const body = cursor.text.slice(start, end);
  if (isEditable && isForeign(body)) return `Unsupported editable requirement in \`${cursor.file}\``;
  const isRefused = isEditable ? editableIsRefused(body) : requirementIsRefused(body);
  if (isRefused) return `Couldn't parse requirement in ${cursor.at(start)}`;
  return hasHashes ? hashes(cursor) : undefined;
}

/** An editable that is no folder: a version, a repository or an archive. */
function isForeign(body: string): boolean {
  const isNamed = /^[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]*\]\s*)?[<>=~!]/.test(body) && !requirementIsRefused(body);
  return isNamed || /^(?:[a-z][\w.-]*\s*@\s*)?git\+/i.test(body) || isArchive(body);
}

function editableIsRefused(body: string): boolean {
  const [folder = '', marker] = body.trim().split(/\s*;\s*(.*)/s, 2);
  if (/@\s*https?:/i.test(body)) return true;
  if (body.includes('@')) return requirementIsRefused(body);
  return folderIsRefused(folder) || (marker !== undefined && requirementIsRefused(`x ; ${marker}`));
}

function hashes(cursor: TextCursor): string | undefined {
  if (!cursor.startsWith('--hash')) {
    return cursor.fault(`Expected \`--hash\`, found \`"${/^\S*/.exec(cursor.rest)?.[0] ?? ''}"\``);
  }
  while (cursor.eat('--hash')) {
    const { fault } = optionValue(cursor, '--hash', /\S/);
    if (fault !== undefined) return fault;
    cursor.skipSpace();
  }
  return undefined;
}
