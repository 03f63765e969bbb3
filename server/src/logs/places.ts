import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Hit } from './analysis.ts';
import type { Era } from './era.ts';
import { ownFrame, projectFile, shownPath } from './frames.ts';
import { redacted } from './redacted.ts';
import type { ProjectPlace } from './report.ts';
import type { Values } from './signature.ts';
import type { Frame, Raised } from './traceback.ts';

/** The user's own frame of the exception, or of one that led to it. */
export function frameOf({ raised, traceback }: Pick<Hit, 'raised' | 'traceback'>): Frame | undefined {
  const own = raised && ownFrame(raised);
  if (own) return own;
  return traceback?.raised.map(ownFrame).find((frame) => frame !== undefined);
}

/** Everything that words of a signature may name. */
export function valuesOf(hit: Hit, era: Era, project: Project | undefined): Values {
  const frame = frameOf(hit);
  const path = hit.groups.file ?? frame?.path;
  const found = path === undefined || !project ? undefined : projectFile(path, project.root, project.files);
  const file = found !== undefined && project ? relativeTo(project.root, found) : path && shownPath(path);
  return {
    ...(era.python === undefined ? {} : { python: era.python }),
    ...(hit.raised
      ? { exception: hit.raised.type, message: redacted(hit.raised.message), ...fieldsOf(hit.raised) }
      : {}),
    ...(frame ? { line: String(frame.line), source: frame.source, function: frame.within } : {}),
    ...hit.groups,
    ...(file === undefined ? {} : { file }),
  };
}

/** The line of a manifest that names `package`; `install` is the manifest that Vercel reads. */
export function requirementPlace(
  values: Values,
  project: Project | undefined,
  install: string | null | undefined,
): ProjectPlace | undefined {
  const text = install ? project?.files.source(install)?.text : undefined;
  if (!install || text === undefined || !values.package) return undefined;
  const name = values.package
    .replace(/[-_.]+/g, '-')
    .split('-')
    .join('[-_.]+');
  const found = new RegExp(`^[ \\t"']*${name}(?![\\w.-]*[A-Za-z0-9_-])[^\\r\\n]*`, 'im').exec(text);
  if (!found) return undefined;
  const start = found.index + (found[0].length - found[0].trimStart().length);
  return { path: install, span: { start, end: found.index + found[0].trimEnd().length } };
}

/** Where in the project the log points: the line of the frame, or the file that is named. */
export function projectPlace(hit: Hit, values: Values, project: Project | undefined): ProjectPlace | undefined {
  const frame = frameOf(hit);
  const named = hit.groups.file ?? frame?.path;
  if (!project || named === undefined) return undefined;
  const path = projectFile(named, project.root, project.files);
  const text = path === undefined ? undefined : project.files.source(path)?.text;
  if (path === undefined || text === undefined) return undefined;
  // A file that no longer says what the log quotes of it was changed since, or is another project's.
  if (values.version !== undefined && !text.includes(values.version)) return undefined;
  const number = Number(values.line ?? 0);
  const now = lineNow(text, Number.isInteger(number) ? number : 0, values.source);
  return now === undefined ? undefined : { path, span: spanOfLine(text, now) };
}

/**
 * Number of the line that reads `source` today: code moves when lines above it change. `undefined` where none reads so, or
 * several: the file is another one than the one that ran.
 */
function lineNow(text: string, number: number, source: string | undefined): number | undefined {
  if (source === undefined) return number;
  const lines = text.split(/\r\n|\r|\n/);
  if (lines[number - 1]?.trim() === source) return number;
  const same = lines.flatMap((line, index) => (line.trim() === source ? [index + 1] : []));
  return same.length === 1 ? same[0] : undefined;
}

/** What stands in line `number`, counted from 1; the start of the text where there is no such line. */
function spanOfLine(text: string, number: number): Span {
  let offset = 0;
  for (let at = 1; at < number; at++) {
    const ending = text.slice(offset).search(/\r\n|\r|\n/);
    if (ending < 0) return { start: 0, end: 0 };
    offset += ending + (text.startsWith('\r\n', offset + ending) ? 2 : 1);
  }
  if (number < 1) return { start: 0, end: 0 };
  const line = lineAt(text, offset);
  const code = text.slice(line.start, line.end);
  const indent = code.length - code.trimStart().length;
  return { start: line.start + indent, end: line.start + Math.max(indent, code.trimEnd().length) };
}

/** The names that stand alone on lines below an exception: the fields that pydantic refuses. */
function fieldsOf({ detail }: Raised): Values {
  const names = detail.filter((line) => /^[A-Za-z_][\w.]*$/.test(line));
  return names.length > 0 ? { fields: names.map((name) => `\`${name}\``).join(', ') } : {};
}
