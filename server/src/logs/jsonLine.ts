import { type Phase, type Piece, slice } from './line.ts';

/** Keys under which log drains, `vercel logs --json` and the deployment events of Vercel's API hold a line of output. */
const messageKeys = ['message', 'text', 'msg'] as const;

export interface JsonMessage {
  readonly piece: Piece;
  readonly phase?: Phase;
}

/**
 * The messages in a line of JSON, one object or a list of them; `undefined` where the line is no JSON or holds no message.
 * Offsets lead back to the characters in the line, escapes and all.
 */
export function messagesInJson(line: string): readonly JsonMessage[] | undefined {
  const first = line.trimStart()[0];
  if (first === '"') return messageOfPrettyLine(line);
  if (first !== '{' && first !== '[') return undefined;
  const value = parsed(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const found: JsonMessage[] = [];
  let from = 0;
  for (const { message, phase } of messagesOf(value, 0)) {
    const piece = locate(line, message, from);
    if (!piece) continue;
    from = piece.end;
    found.push(phase ? { piece: piece.piece, phase } : { piece: piece.piece });
  }
  return found.length > 0 ? found : undefined;
}

/** Places at which the end of an object is looked for; the text between two objects may stand in a message too. */
const mostEnds = 3;

/**
 * The messages of the objects that are whole in `part`, which is a part of a list: it begins with the bracket or with a comma.
 * `length` is how much of it they take.
 */
export function objectsInList(part: string): { messages: readonly JsonMessage[]; length: number } | undefined {
  let end = part.length;
  for (let round = 0; round < mostEnds; round++) {
    end = part.lastIndexOf('},', end - 1);
    if (end < 0) return undefined;
    const list = `[${part.slice(1, end + 1)}]`;
    if (parsed(list) !== undefined) return { messages: messagesInJson(list) ?? [], length: end + 1 };
  }
  return undefined;
}

interface Message {
  readonly message: string;
  readonly phase?: Phase | undefined;
}

function* messagesOf(value: object, depth: number): Generator<Message> {
  if (depth > 4) return;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) yield* messagesOf(item, depth + 1);
    return;
  }
  const phase = phaseOf(value);
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string' && (messageKeys as readonly string[]).includes(key)) yield { message: item, phase };
    else if (typeof item === 'object' && item !== null) yield* messagesOf(item, depth + 1);
  }
}

/** `source` as log drains name it: https://vercel.com/docs/drains/reference/logs; `vercel logs` says `serverless`. */
function phaseOf(value: object): Phase | undefined {
  const source = 'source' in value ? value.source : undefined;
  if (source === 'build') return 'build';
  return source === 'lambda' || source === 'serverless' || source === 'function' ? 'runtime' : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line.trim().replace(/,$/, ''));
  } catch {
    return undefined;
  }
}

/** One line of an object that was printed over several. */
function messageOfPrettyLine(line: string): JsonMessage[] | undefined {
  const found = /^\s*"(?:message|text|msg)"\s*:\s*("(?:[^"\\]|\\.)*")\s*,?\s*$/.exec(line);
  if (!found?.[1]) return undefined;
  const start = line.indexOf(found[1], line.indexOf(':'));
  return [{ piece: decoded(line, start + 1, start + found[1].length - 1) }];
}

/** The string literal that stands for `message` behind one of the keys, decoded. */
function locate(line: string, message: string, from: number): { piece: Piece; end: number } | undefined {
  const key = /"(?:message|text|msg)"\s*:\s*"/g;
  key.lastIndex = from;
  for (let found = key.exec(line); found; found = key.exec(line)) {
    const start = found.index + found[0].length;
    const end = closingQuote(line, start);
    const piece = decoded(line, start, end);
    if (piece.text === message) return { piece, end };
  }
  return undefined;
}

function closingQuote(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') return at;
  }
  return line.length;
}

const escaped: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function decoded(line: string, start: number, end: number): Piece {
  const columns = [0, start];
  let text = '';
  for (let at = start; at < end; ) {
    const slash = line.indexOf('\\', at);
    const stop = slash < 0 || slash >= end ? end : slash;
    text += line.slice(at, stop);
    if (stop === end) break;
    const letter = line[stop + 1] ?? '';
    const code = letter === 'u' ? Number.parseInt(line.slice(stop + 2, stop + 6), 16) : Number.NaN;
    text += Number.isNaN(code) ? (escaped[letter] ?? letter) : String.fromCharCode(code);
    at = stop + (Number.isNaN(code) ? 2 : 6);
    columns.push(text.length, at);
  }
  return { text, columns };
}

/** A message of several lines, line by line. */
export function linesOfMessage({ piece }: JsonMessage): Piece[] {
  const result: Piece[] = [];
  let start = 0;
  for (const ending of piece.text.matchAll(/\r\n|\r|\n/g)) {
    result.push(slice(piece, start, ending.index));
    start = ending.index + ending[0].length;
  }
  if (start < piece.text.length || result.length === 0) result.push(slice(piece, start));
  return result;
}
