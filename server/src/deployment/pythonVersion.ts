import {
  defaultPython,
  discontinuedPythons,
  installedPythons,
  knownButNotInstalledPythons,
} from '../facts/pythonVersions.ts';
import { documentAt } from '../project/files.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Span } from '../text/span.ts';
import type { BuildError, PythonChoice } from './deployment.ts';
import { admits, type Clause, formatConstraint, parseConstraint } from './pythonConstraint.ts';
import type { PythonPackage } from './pythonPackage.ts';
import { meets, type PythonRequest } from './pythonRequest.ts';
import { explained, shownPath } from './pythonVersionReasons.ts';
import { specifierSpan } from './specifierSpan.ts';

/** What the project asks for, as the builder reads it: the alternatives of one file. */
export interface VersionRequest {
  /** Path of the file that asks. */
  readonly source: string;
  readonly alternatives: readonly Alternative[];
}

export interface Alternative extends Omit<PythonRequest, 'span'> {
  readonly span?: Span;
  /** How it is written. */
  readonly text: string;
}

/** Installed versions in the order in which the builder tries them: its default first, then the newest. */
const candidates = [defaultPython, ...installedPythons.filter((version) => version !== defaultPython)];
const allKnown = [...installedPythons, ...knownButNotInstalledPythons, ...discontinuedPythons];

/**
 * The Python that runs a function whose way up holds `found`.
 * Source: `resolvePythonVersion` of @vercel/python 25.0.0, executed with 3.12, 3.13 and 3.14 installed.
 */
export function pythonOf(project: Project, found: PythonPackage): PythonChoice {
  if (found.error?.code === 'PYTHON_VERSION_FILE_PARSE_ERROR')
    return { ...unreadable(project, found.error), unreachable: found.unreachable };
  const request = requestOf(project, found);
  const choice = request ? chosen(request) : unspecified(project);
  return { ...choice, because: explained(project, found, choice), unreachable: found.unreachable };
}

/** The error with which the builder stops because of the version, if any. */
export function versionErrorOf({ outcome, requested, source }: PythonChoice): BuildError | undefined {
  if (outcome !== 'discontinued' || source === null) return undefined;
  const message = `Python version "${requested}" detected in ${source} is discontinued and must be upgraded.`;
  return { code: 'BUILD_UTILS_PYTHON_VERSION_DISCONTINUED', message, file: source };
}

type Choice = Omit<PythonChoice, 'because' | 'unreachable'>;

function chosen({ source, alternatives }: VersionRequest): Choice {
  const base = { version: defaultPython, source };
  const match = (versions: readonly string[]) => {
    const version = versions.find((candidate) => alternatives.some((one) => meets(candidate, one)));
    const one = version === undefined ? undefined : alternatives.find((candidate) => meets(version, candidate));
    return version !== undefined && one ? { version, one } : undefined;
  };
  const installed = match(candidates);
  if (installed) {
    const requested = requestedBy(installed.one, installed.version);
    return { version: installed.version, source, requested, outcome: 'used', ...spanOf(installed.one) };
  }
  const known = match(allKnown);
  if (known) {
    const isDiscontinued = discontinuedPythons.some((version) => version === known.version);
    const outcome = isDiscontinued ? 'discontinued' : 'not-installed';
    return { ...base, requested: known.version, outcome, ...spanOf(known.one) };
  }
  const odd = alternatives.find(({ constraint }) => constraint && constraint.length > 0);
  const requested = odd?.constraint ? formatConstraint(odd.constraint) : 'unknown';
  return { ...base, requested, outcome: 'unknown', ...spanOf(odd ?? alternatives[0]) };
}

/** A pinned version by its minor version, anything else as it is written. */
function requestedBy({ constraint, text }: Alternative, version: string): string {
  const isPin = constraint?.length === 1 && constraint[0]?.operator === '==';
  return isPin ? version : text;
}

function spanOf(one: Alternative | undefined): { readonly span?: Span } {
  return one?.span ? { span: one.span } : {};
}

/** `.python-version` before `requires-python` of the manifest, and that before the workspace root's. */
function requestOf(
  { files }: Project,
  { versionFile, manifest, workspace }: PythonPackage,
): VersionRequest | undefined {
  if (versionFile) {
    const text = files.source(versionFile.path)?.text ?? '';
    const alternatives = versionFile.requests.map((request) => ({
      ...request,
      text: text.slice(request.span.start, request.span.end),
    }));
    return { source: versionFile.path, alternatives };
  }
  const naming = manifest?.requiresPython ? manifest : workspace;
  const constraint = parseSpecifier(naming?.requiresPython);
  if (!naming?.requiresPython || !constraint) return undefined;
  const span = specifierSpan(files, naming);
  const alternative = { text: naming.requiresPython, constraint, ...(span ? { span } : {}) };
  return { source: naming.path, alternatives: [{ ...alternative, implementation: 'cpython', variant: 'default' }] };
}

/** A specifier that is blank or not well-formed counts as none. */
function parseSpecifier(text: string | undefined): readonly Clause[] | undefined {
  const clauses = text === undefined ? undefined : parseConstraint(text);
  return clauses && clauses.length > 0 ? clauses : undefined;
}

/** Nothing that Vercel reads asks for a version; what runtime.txt asks for is told all the same. */
function unspecified({ root, files }: Project): Choice {
  const runtime = documentAt(files, inside(root, 'runtime.txt'), 'runtime.txt')?.version;
  const requested = runtime ? `${runtime.major}.${runtime.minor}` : null;
  return { version: defaultPython, source: null, requested, outcome: 'default' };
}

function unreadable(project: Project, { file = '' }: BuildError): Omit<PythonChoice, 'unreachable'> {
  const text = project.files.source(file)?.text ?? '';
  const content = text.trim();
  const start = text.indexOf(content);
  const span = { start, end: start + content.length };
  const name = shownPath(project, file);
  const because = [`${name} names no Python version that Vercel can read, so the build stops.`];
  return { version: defaultPython, source: file, span, requested: content || null, outcome: 'unreadable', because };
}

/** Whether `requires-python` written as `text` admits the minor version `candidate` in the builder's eyes. */
export function specifierAdmits(text: string, candidate: string): boolean {
  const clauses = parseSpecifier(text);
  return clauses === undefined || admits(clauses, candidate);
}
