import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import type { InstalledRequirement, InstalledRequirements } from '../../deployment/installed/requirement.ts';
import { uvSources } from '../../deployment/installed/sources.ts';
import type { PackageFacts, Release } from '../../documents/packages/packageFacts.ts';
import { compareVersions, contains, parseSpecifierSet, parseVersion } from '../../documents/pep440.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { type Companion, companions } from '../../facts/companions.ts';
import type { FileChange, TextEdit } from '../../text/edit.ts';
import { defineRule, type Finding, type Fix, type RuleContext } from '../rule.ts';
import { addition } from './manifestEdits.ts';
import { newestFitting, pinFix, someRelease } from './releases.ts';

const app = '-- vercel.json\n{}\n-- main.py\napp = 1\n';

export default defineRule({
  name: 'requirement-needs-companion',
  area: 'dependencies',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.2.0',
  summary: 'A package that fails at import without another one.',
  why: 'Some releases do not say all that they need. They install, the build is green, and the first request ends with an ImportError: Flask 2.2 with Werkzeug 3, `psycopg` without its `binary` extra (there is no libpq in a function), packages that import `pkg_resources`, which no longer comes with Python 3.12.',
  source: 'https://www.psycopg.org/psycopg3/docs/basic/install.html',
  examples: [
    {
      files: `${app}-- requirements.txt\n# web\n«Flask==2.2.2»  # old\nrequests\n`,
      fixed: `${app}-- requirements.txt\n# web\nFlask==2.2.2  # old\nWerkzeug==2.3.8\nrequests\n`,
    },
    {
      files: `${app}-- requirements.txt\n«psycopg>=3.1»\r\nfastapi\r\n`,
      fixed: `${app}-- requirements.txt\npsycopg[binary]>=3.1\r\nfastapi\r\n`,
    },
    {
      files: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["«psycopg [ pool ]»", "x"]\n`,
      fixed: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["psycopg [ binary,pool ]", "x"]\n`,
    },
    {
      files: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = [\n    "«Flask==2.2.2»",\n    "Werkzeug==3.0.1",\n]\n`,
      fixed: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = [\n    "Flask==2.2.2",\n    "Werkzeug==2.3.8",\n]\n`,
    },
    { files: `${app}-- requirements.txt\n«drf-yasg==1.21.7»\nsetuptools>=60\n` },
    { files: `${app}-- requirements.txt\nFlask==2.2.2\nwerkzeug<3\n` },
    { files: `${app}-- requirements.txt\nFlask==2.2.5\npsycopg[binary,pool]\ndrf-yasg==1.21.10\n` },
    { files: `${app}-- requirements.txt\npsycopg\npsycopg-c\nFlask>=2.2\n`, note: 'a newer Flask is taken' },
    {
      files: `${app}-- requirements.txt\npsycopg\nsqlalchemy[postgresql-psycopgbinary]\n`,
      note: 'the extra brings it',
    },
    { files: `${app}-- requirements.txt\n-e .\nFlask==2.2.2\n`, note: 'what the folder asks for is not known' },
    { files: `${app}-- requirements.txt\nFlask==2.2.\npsycop\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    const installed = installedRequirements(context.project, context.deployment);
    if (!installed.isComplete) return;
    const present = installed.requirements.filter(({ applies }) => applies !== false);
    for (const requirement of present) {
      if (requirement.applies !== true || !requirement.isFromPyPI) continue;
      if (requirement.normalizedName === 'psycopg') yield* withoutLibrary(context, requirement, present);
      for (const companion of companions) {
        if (companion.name !== requirement.normalizedName || !isAffected(requirement, companion)) continue;
        yield* withoutCompanion(context, requirement, { companion, installed });
      }
    }
  },
});

function* withoutLibrary(
  { project }: RuleContext,
  { path, span, nameSpan, extras, isLocked, name }: InstalledRequirement,
  present: readonly InstalledRequirement[],
): Generator<Finding> {
  const brings = (extra: string) => ['binary', 'c'].includes(normalizeName(extra));
  const others = present.some(
    (other) => /^psycopg-(?:binary|c)$|^dbos$/.test(other.normalizedName) || other.extras.some(namesPsycopg),
  );
  if (extras.some(brings) || others) return;
  const text = project.files.source(path)?.text ?? '';
  const isWritten = !isLocked && text.slice(nameSpan.start, nameSpan.end) === name;
  const edit = isWritten ? extraEdit(text.slice(nameSpan.end, span.end), nameSpan.end) : undefined;
  yield {
    path,
    span,
    message: '`psycopg` finds no libpq on Vercel, and its import fails. Ask for `psycopg[binary]`, which brings it.',
    fixes: edit ? [unsafe('Ask for psycopg[binary]', { path, edits: [edit] })] : [],
  };
}

/** Whether an extra, such as that of `sqlalchemy[postgresql-psycopgbinary]`, is about psycopg, and may bring all of it. */
function namesPsycopg(extra: string): boolean {
  return /psycopg/i.test(extra);
}

/** `binary` as the first extra. @param rest what follows the name, which ends at `offset`. */
function extraEdit(rest: string, offset: number): TextEdit {
  const bracket = /^\s*\[\s*/.exec(rest)?.[0];
  const at = offset + (bracket?.length ?? 0);
  const isEmpty = bracket !== undefined && rest.startsWith(']', bracket.length);
  const newText = bracket === undefined ? '[binary]' : isEmpty ? 'binary' : 'binary,';
  return { span: { start: at, end: at }, newText };
}

function isAffected({ pin }: InstalledRequirement, { releases }: Companion): boolean {
  return pin !== undefined && contains(pin.version, parseSpecifierSet(releases));
}

interface Wanted {
  readonly companion: Companion;
  readonly installed: InstalledRequirements;
}

function* withoutCompanion(
  context: RuleContext,
  requirement: InstalledRequirement,
  { companion, installed }: Wanted,
): Generator<Finding> {
  const { requirements, isLocked } = installed;
  const facts = context.project.files.packages();
  const normalized = normalizeName(companion.companion);
  const before = parseVersion(companion.before);
  if (!facts || !before) return;
  if (!isLocked && requirements.some(({ normalizedName }) => companion.heldBy.includes(normalizedName))) return;
  const isTooNew = ({ version }: Release) => compareVersions(version, before) >= 0;
  const declared = requirements.filter(({ normalizedName }) => normalizedName === normalized);
  if (declared.some((other) => isHeld(facts, other, isTooNew))) return;
  if (uvSources(context.project, requirement.path).settled.has(normalized)) return;
  const best = newestFitting(facts, normalized, context.deployment.python.version, (release) => !isTooNew(release));
  const advice = best ? ` Pin ${companion.companion}==${best.text}.` : '';
  yield {
    path: requirement.path,
    span: requirement.span,
    message: `\`${requirement.name}\` ${requirement.pin?.text} needs ${companion.companion} before ${companion.before}: ${companion.fails}.${advice}`,
    fixes: best ? companionFix(context, requirement, { name: companion.companion, best, declared }) : [],
  };
}

/** Whether a requirement for the companion lets in none that is too new. One that does not apply does not hold it. */
function isHeld(facts: PackageFacts, other: InstalledRequirement, isTooNew: (release: Release) => boolean): boolean {
  if (other.applies === false) return false;
  if (other.pin) return !isTooNew({ text: other.pin.text, version: other.pin.version });
  return !other.isFromPyPI || other.applies === undefined || !someRelease(facts, other, isTooNew);
}

interface Chosen {
  readonly name: string;
  readonly best: Release;
  readonly declared: readonly InstalledRequirement[];
}

function companionFix(
  context: RuleContext,
  requirement: InstalledRequirement,
  { name, best, declared }: Chosen,
): Fix[] {
  const [own] = declared;
  if (own) return pinFix(context.project, own, best);
  const change = requirement.isLocked ? undefined : addition(context, [`${name}==${best.text}`], requirement);
  return change ? [unsafe(`Add ${name}==${best.text}`, change)] : [];
}

function unsafe(title: string, change: FileChange): Fix {
  return { title, safety: 'unsafe', files: [change] };
}
