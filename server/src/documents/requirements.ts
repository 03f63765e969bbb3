import type { Span } from '../text/span.ts';
import { type MarkerNode, normalizeName, parseRequirement, type Requirement, type RequirementError } from './pep508.ts';
import { parseMarker } from './pep508Marker.ts';
import type { PythonAnalysis } from './python/analysis.ts';
import { type LogicalLine, logicalLines } from './requirementsLines.ts';
import { type Option, type OptionError, parseOptions } from './requirementsOptions.ts';
import { type RequirementsView, requirementsView } from './requirementsView.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';

/** A requirements file, read as `pip` reads it. What the builder's parser refuses on top of that is told by `vercel`. */
export interface RequirementsDocument {
  readonly kind: 'requirements.txt';
  readonly text: string;
  readonly encoding: Encoding;
  /** In order; a line with several options gives one entry for each. */
  readonly entries: readonly RequirementsEntry[];
  /** What the builder's own parser says; absent where it is not at hand. */
  readonly vercel?: RequirementsView;
}

/** A place that `pip` refuses, or passes over without a word. */
export type RequirementsError = RequirementError | OptionError;

/** A value with the place where it is written. */
export interface SpannedText {
  readonly value: string;
  readonly span: Span;
}

interface Entry<K extends string> {
  readonly kind: K;
  /** The entry in the file, with the continuations inside it, without comment and outer blanks. */
  readonly span: Span;
  readonly errors: readonly RequirementsError[];
}

interface Installable {
  /** Values of `--hash`, such as `sha256:2cf2…`. */
  readonly hashes: readonly SpannedText[];
  /** Everything behind the requirement that starts with `-`, `--hash` among it. */
  readonly options: readonly Option[];
}

/** A name with a version or a URL. `requirementSpan` leaves out the options behind it, which `span` takes in. */
export interface RequirementEntry extends Entry<'requirement'>, Omit<Requirement, 'span' | 'errors'>, Installable {
  readonly requirementSpan: Span;
}

/** A URL, a local folder or an archive without `name @` before it. */
export interface LocationEntry extends Entry<'url' | 'path'>, Installable {
  readonly target: string;
  readonly targetSpan: Span;
  /** Where `#egg=` or a wheel's file name tells it. */
  readonly normalizedName?: string;
  readonly marker?: { readonly span: Span; readonly node?: MarkerNode };
}

/** `-r`, `-c` or `-e`. The target is absent where it is not typed yet. */
export interface ReferenceEntry extends Entry<'include' | 'constraint' | 'editable'> {
  readonly option: Option;
  readonly target?: string;
  readonly targetSpan?: Span;
  /** Where `#egg=` tells it. */
  readonly normalizedName?: string;
}

export interface OptionEntry extends Entry<'option'> {
  readonly option: Option;
}

export type RequirementsEntry = RequirementEntry | LocationEntry | ReferenceEntry | OptionEntry;

const references: Readonly<Record<string, ReferenceEntry['kind']>> = {
  ...{ '-r': 'include', '--requirement': 'include', '-c': 'constraint', '--constraint': 'constraint' },
  ...{ '-e': 'editable', '--editable': 'editable' },
};

/**
 * Never throws: every line that is neither blank nor a comment becomes an entry, whatever it holds.
 * @param analysis what answers `RequirementsDocument.vercel`; without it the document lacks that.
 */
export function parseRequirements(file: SourceFile, analysis?: PythonAnalysis): RequirementsDocument {
  const { text, encoding } = file;
  const entries = [...logicalLines(text)].flatMap(entriesOf);
  const vercel = analysis && { vercel: requirementsView(file, analysis) };
  return { kind: 'requirements.txt', text, encoding, entries, ...vercel };
}

function entriesOf(line: LogicalLine): RequirementsEntry[] {
  const start = line.text.startsWith('-') ? 0 : line.text.search(/\s-/);
  if (start === 0) return parseOptions(line, 0, false).map(optionEntry);
  const options = start < 0 ? [] : parseOptions(line, start, true);
  const body = start < 0 ? line.text : line.text.slice(0, start).trimEnd();
  const common = {
    span: line.place(0, line.text.length),
    hashes: options.flatMap(({ name, value, valueSpan }) =>
      name === '--hash' && value !== undefined && valueSpan ? [{ value, span: valueSpan }] : [],
    ),
    options,
  };
  const errors = options.flatMap((option) => option.errors);
  const kind = kindOf(body);
  if (kind !== 'requirement') return [locationEntry(kind, body, line, { ...common, errors })];
  const { span: requirementSpan, ...requirement } = parseRequirement(body, line.place);
  return [{ kind, requirementSpan, ...requirement, ...common, errors: [...requirement.errors, ...errors] }];
}

function optionEntry(option: Option): ReferenceEntry | OptionEntry {
  const { name, span, errors, value, valueSpan } = option;
  const kind = Object.hasOwn(references, name) ? references[name] : undefined;
  if (!kind) return { kind: 'option', span, option, errors };
  const normalizedName = kind === 'editable' && value ? nameFrom(value) : undefined;
  return {
    ...{ kind, span, option, errors },
    ...(value && valueSpan ? { target: value, targetSpan: valueSpan } : {}),
    ...(normalizedName ? { normalizedName } : {}),
  };
}

/** The suffixes by which `pip` knows an archive (ARCHIVE_EXTENSIONS in pip 23.2.1, utils/filetypes.py). */
const archive = /\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))$/i;

/** Follows `parse_req_from_line` in pip 23.2.1, req/constructors.py, without looking at the disk. */
function kindOf(body: string): 'requirement' | 'url' | 'path' {
  const [head = ''] = body.split(/[;\s]/, 1);
  if (/^[A-Z0-9][\w.-]*\s*(?:\[[^\]]*\]\s*)?@/i.test(body)) return 'requirement';
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|(?:git|hg|svn|bzr)\+|file:)/i.test(head)) return 'url';
  if (/^(?:\.{0,2}[\\/]|~\/|[A-Z]:[\\/]|\.{1,2}(?:$|\[))/i.test(head)) return 'path';
  return archive.test(head) || /^[\w.-]+\//.test(head) ? 'path' : 'requirement';
}

function locationEntry(
  kind: 'url' | 'path',
  body: string,
  line: LogicalLine,
  common: Installable & { readonly span: Span; readonly errors: readonly RequirementsError[] },
): LocationEntry {
  const separator = kind === 'url' ? body.search(/;\s/) : body.indexOf(';');
  const target = separator < 0 ? body : body.slice(0, separator).trimEnd();
  const normalizedName = nameFrom(target);
  const location = { kind, ...common, target, targetSpan: line.place(0, target.length) };
  const named = normalizedName ? { ...location, normalizedName } : location;
  if (separator < 0) return named;
  const start = body.length - body.slice(separator + 1).trimStart().length;
  const node = parseMarker(body.slice(start), (from, to) => line.place(start + from, start + to));
  const span = line.place(start, body.length);
  if (!('code' in node)) return { ...named, marker: { span, node } };
  return { ...named, marker: { span }, errors: [node, ...common.errors] };
}

/** The distribution that `#egg=name` or a wheel's file name tells. */
function nameFrom(target: string): string | undefined {
  const egg = /[#&]egg=([A-Z0-9][\w.-]*)/i.exec(target)?.[1];
  const wheel = /(?:^|[\\/])([A-Z0-9][\w.]*)-[^-\\/]+(?:-[^-\\/]+){3,4}\.whl(?:$|[?#])/i.exec(target)?.[1];
  const name = egg ?? wheel;
  return name && normalizeName(name);
}
