import { isSpokenOf, pinnedRelease } from '../../deployment/installed/fittingPythons.ts';
import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import type { InstalledRequirement } from '../../deployment/installed/requirement.ts';
import { lacksWheel, refusesPython } from '../../documents/packages/fit.ts';
import type { PackageFacts, Release } from '../../documents/packages/packageFacts.ts';
import { compareVersions } from '../../documents/pep440.ts';
import { buildsWithoutCompiler, compiledOnLinux, pinnedBy, prebuiltAs } from '../../facts/buildsWithoutCompiler.ts';
import { windowsOnly } from '../../facts/windowsOnly.ts';
import type { Project } from '../../project/project.ts';
import { defineRule, type Fix } from '../rule.ts';
import { newestFitting, nextFitting, pinFix } from './releases.ts';

const app = '-- vercel.json\n{}\n-- .python-version\n3.13\n-- main.py\napp = 1\n';

export default defineRule({
  name: 'requirement-no-wheel',
  area: 'dependencies',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.2.0',
  summary: 'A pinned release has no wheel for the Python that runs.',
  why: 'Compiled packages are published as wheels, one for each Python and platform. Where there is none for the Python that Vercel runs on Linux x86_64, the package is compiled during the build, and for want of headers, Rust or Fortran that often ends with "Failed to build". A release without source stops the build in any case.',
  ignore: 'The build compiles it without help from the system.',
  source: 'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/',
  examples: [
    {
      files: `${app}-- requirements.txt\n«pydantic-core==2.14.5»\nfastapi\n`,
      fixed: `${app}-- requirements.txt\npydantic-core==2.20.0\nfastapi\n`,
    },
    {
      files: `${app}-- requirements.txt\n«psycopg2»\n`,
      fixed: `${app}-- requirements.txt\npsycopg2-binary\n`,
    },
    {
      files: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["«psycopg2==2.9.9»"]\n`,
      fixed: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["psycopg2-binary==2.9.10"]\n`,
    },
    {
      files: `${app}-- requirements.txt\nfastapi\r\n«numpy == 1.21.0»  # fast\r\n`,
      fixed: `${app}-- requirements.txt\nfastapi\r\nnumpy == 2.1.0  # fast\r\n`,
    },
    {
      files: `${app}-- requirements.txt\n«mysqlclient>=2»\n`,
      note: 'every release of mysqlclient is compiled on Linux',
    },
    {
      files: `${app}-- requirements.txt\n«torch==2.1.2»\n`,
      fixed: `${app}-- requirements.txt\ntorch==2.5.0\n`,
      note: 'an error, because there is no source that could be compiled',
    },
    {
      files: `${app}-- requirements.txt\npydantic==2.5.2\n«pydantic_core==2.14.5»\n`,
      note: 'one pin alone cannot be raised, so there is no fix',
    },
    { files: `${app}-- requirements.txt\nnumpy==2.1.0\npsycopg2-binary\nfastapi==0.104.1\n` },
    { files: `${app}-- requirements.txt\nsqlalchemy==1.4.49\ndocopt==0.6.2\n`, note: 'they build as pure Python' },
    { files: `${app}-- requirements.txt\npsycopg2; sys_platform == "win32"\nnumpy>=1.21\nnumpy~=1.21.0\n` },
    { files: `${app}-- requirements.txt\nnumpy==1.2\npsycopg\n`, note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const python = deployment.python.version;
    const { requirements } = installedRequirements(project, deployment);
    const candidates = requirements.filter(
      ({ applies, isFromPyPI, index }) => applies === true && (isFromPyPI || index),
    );
    const facts = candidates.length > 0 ? project.files.packages() : undefined;
    if (!facts) return;
    const pinned = new Set(candidates.flatMap(({ pin, normalizedName }) => (pin ? [normalizedName] : [])));
    for (const requirement of candidates) {
      if (isLeftAlone(requirement) || !isSpokenOf(facts, requirement)) continue;
      const release = pinnedRelease(facts, requirement);
      if (release ? !isWithout(release, requirement, python) : !neverHasWheel(facts, requirement, python)) continue;
      yield {
        path: requirement.path,
        span: requirement.span,
        ...said(facts, { project, requirement, release, python, pinned }),
      };
    }
  },
});

/** What builds without a compiler, and what another rule says of packages for Windows. */
function isLeftAlone({ normalizedName }: InstalledRequirement): boolean {
  return buildsWithoutCompiler.has(normalizedName) || windowsOnly.has(normalizedName);
}

/** The lock file knows best which wheels there are; a release that refuses this Python is another rule's. */
function isWithout(release: Release, { hasWheel }: InstalledRequirement, python: string): boolean {
  return hasWheel !== true && lacksWheel(release, python) && !refusesPython(release, python);
}

/** Whether whatever release is taken has no wheel for Linux. */
function neverHasWheel(facts: PackageFacts, { normalizedName, pin, hasWheel }: InstalledRequirement, python: string) {
  const newest = facts.releases(normalizedName)?.at(-1);
  return !pin && !hasWheel && compiledOnLinux.has(normalizedName) && newest !== undefined && lacksWheel(newest, python);
}

interface Found {
  readonly project: Project;
  readonly requirement: InstalledRequirement;
  /** The pinned one; absent where every release lacks a wheel. */
  readonly release: Release | undefined;
  readonly python: string;
  /** The names of all that is pinned. */
  readonly pinned: ReadonlySet<string>;
}

function said(facts: PackageFacts, found: Found): { message: string; fixes: Fix[]; severity?: 'error' } {
  const { project, requirement, release, python, pinned } = found;
  const { name, normalizedName } = requirement;
  const subject = release ? `\`${name}\` ${release.text}` : `\`${name}\``;
  const problem = `${subject} has no wheel for ${release ? `Python ${python} on ` : ''}Linux`;
  const prebuilt = Object.hasOwn(prebuiltAs, normalizedName) ? prebuiltAs[normalizedName] : undefined;
  if (prebuilt !== undefined) {
    const message = `${problem}, and compiling it fails without libpq. Install \`${prebuilt}\`.`;
    return { message, fixes: otherFix(facts, found, prebuilt) };
  }
  const master = Object.hasOwn(pinnedBy, normalizedName) ? pinnedBy[normalizedName] : undefined;
  if (master && pinned.has(master)) {
    return { message: `${problem}: the build compiles it. \`${master}\` asks for it: raise both pins.`, fixes: [] };
  }
  const next = release && nextFitting(facts, normalizedName, { version: release.version, python });
  const advice = next ? `Pin ${next.text}, the next with one.` : 'Take a package that has wheels, or another Python.';
  const fixes = pinFix(project, requirement, next);
  if (release && release.files?.hasSource === false)
    return { message: `${problem} and no source: the build stops. ${advice}`, fixes, severity: 'error' };
  return { message: `${problem}: the build compiles it. ${advice}`, fixes };
}

/** The name is replaced, and the version where the other package has no wheel of it. */
function otherFix(facts: PackageFacts, { project, requirement, release, python }: Found, other: string): Fix[] {
  const { path, nameSpan, pin, isLocked } = requirement;
  const text = project.files.source(path)?.text.slice(nameSpan.start, nameSpan.end);
  if (isLocked || text !== requirement.name) return [];
  const rename = { span: nameSpan, newText: other };
  if (!release || !pin) return [fixOf(path, other, [rename])];
  const same = newestFitting(facts, other, python, ({ version }) => compareVersions(version, release.version) === 0);
  const next = same ?? nextFitting(facts, other, { version: release.version, python });
  return next ? [fixOf(path, other, [rename, { span: pin.span, newText: next.text }])] : [];
}

function fixOf(
  path: string,
  other: string,
  edits: readonly { span: { start: number; end: number }; newText: string }[],
): Fix {
  return { title: `Install ${other}`, safety: 'unsafe', files: [{ path, edits }] };
}
