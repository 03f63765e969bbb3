import { contains, parseVersion } from '../../documents/pep440.ts';
import { normalizeName, parseRequirement, type Requirement } from '../../documents/pep508.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import type { TomlText } from '../../documents/tomlValues.ts';
import { type UvLock, type UvLockPackage, uvLockOf } from '../../documents/uvLock.ts';
import { directoryOf, inside, isWithin, nameOf, relativeTo, upTo } from '../../project/paths.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { hasOwnInstallCommand } from './installed.ts';

const project = (dependencies: string) =>
  `-- vercel.json\n{}\n-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "shop"\nversion = "1.0"\ndependencies = ${dependencies}\n`;
const locked = (requires: string) =>
  `-- uv.lock\nversion = 1\n\n[[package]]\nname = "fastapi"\nversion = "0.110.0"\nsource = { registry = "https://pypi.org/simple" }\n\n[[package]]\nname = "shop"\nversion = "1.0"\nsource = { virtual = "." }\ndependencies = [\n    { name = "fastapi" },\n]\n\n[package.metadata]\nrequires-dist = [${requires}]\n`;

export default defineRule({
  name: 'lock-out-of-date',
  area: 'dependencies',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'uv.lock does not hold what pyproject.toml asks for.',
  why: 'The builder runs `uv sync --frozen`, which installs the lock file as it stands and does not compare it with pyproject.toml. The build is green, and the first import of what is missing fails with ModuleNotFoundError.',
  source: 'https://docs.astral.sh/uv/concepts/projects/sync/#automatic-lock-and-sync',
  examples: [
    { files: `${project('["fastapi", "«httpx»"]')}${locked('{ name = "fastapi" }')}` },
    {
      files: `${project('["«fastapi>=0.115»"]')}${locked('{ name = "fastapi", specifier = ">=0.100" }')}`,
      note: 'a version that the new specifier leaves out',
    },
    {
      files: `${project('["«fastapi[standard]»"]')}${locked('{ name = "fastapi" }')}`,
      note: 'an extra that is not locked',
    },
    {
      files: `-- vercel.json\n{ "builds": [{ "src": "api/main.py", "use": "@vercel/python" }] }\n-- api/main.py\napp = 1\n-- api/pyproject.toml\n[project]\nname = "shop"\nversion = "1.0"\ndependencies = ["«httpx»"]\n-- pyproject.toml\n[project]\nname = "top"\nversion = "1"\ndependencies = ["rich"]\n[tool.uv.workspace]\nmembers = ["api"]\n${locked('{ name = "fastapi" }').replace('virtual = "."', 'editable = "api"')}`,
      note: 'a member of a workspace',
    },
    { files: `${project('["FastAPI>=0.100"]')}${locked('{ name = "fastapi", specifier = ">=0.100" }')}` },
    {
      files: `${project('["fastapi>=0.105"]')}${locked('{ name = "fastapi", specifier = ">=0.100" }')}`,
      note: 'another specifier that the locked version still satisfies',
    },
    {
      files: `${project('["fastapi"]')}${locked('{ name = "fastapi" }, { name = "httpx" }')}`,
      note: 'the lock file holds more than is needed',
    },
    { files: `${project('["fastapi", "httpx"]')}-- uv.lock\nversion = 1\n`, note: 'a lock file that tells nothing' },
    { files: `${project('["fastapi", "httpx>"]')}${locked('{ name = "fastapi" }')}`, note: 'half typed' },
  ],

  *check(document, context) {
    const { source } = context.deployment.install;
    const file = source === null ? undefined : context.project.files.source(source);
    if (source === null || !file || nameOf(source) !== 'uv.lock') return;
    const folder = directoryOf(source);
    if (nearestPyproject(context) !== context.path || hasOwnInstallCommand(context, document)) return;
    const lock = uvLockOf(file);
    const root = packageAt(lock, relativeTo(folder, directoryOf(context.path)));
    const unknown = ['project.dynamic', 'tool.uv.override-dependencies', 'tool.uv.conflicts', 'tool.poetry'];
    if (!root || unknown.some((path) => document.toml.has(path.split('.')))) return;
    for (const { text, requirement } of requirementsOf(document)) {
      const fault = faultOf(lock, root, requirement);
      if (!fault) continue;
      yield {
        span: text.span,
        message: `uv.lock ${fault.words}, and Vercel installs it as it stands. Run \`uv lock\`.`,
        related: [{ path: source, span: fault.span, message: 'This is installed.' }],
      };
    }
  },
});

/** The pyproject.toml that the builder takes: of a workspace the member's, though the lock file lies at the root. */
function nearestPyproject({ project: { root, files }, deployment }: RuleContext): string | undefined {
  const { ignored, source } = deployment.install;
  const start = deployment.entrypoints.find(({ via }) => via !== 'name')?.path;
  if (start === undefined || source === null || !isWithin(start, root)) return undefined;
  return upTo(directoryOf(start), root)
    .map((folder) => inside(folder, 'pyproject.toml'))
    .find((path) => files.has(path) && !ignored.includes(path) && isWithin(path, directoryOf(source)));
}

/** The package that lies in `folder`, from the folder of the lock file. */
function packageAt({ packages }: UvLock, folder: string): UvLockPackage | undefined {
  return packages.find(
    ({ source }) =>
      source !== undefined &&
      ['virtual', 'editable', 'directory'].includes(source.kind) &&
      source.value === (folder || '.'),
  );
}

interface Asked {
  readonly text: TomlText;
  readonly requirement: Requirement;
}

/** The dependencies that are whole, and name no place of their own. */
function requirementsOf({ dependencies }: PyprojectDocument): Asked[] {
  return (dependencies?.items ?? []).flatMap((text) => {
    const requirement = parseRequirement(text.value);
    const isWhole = requirement.errors.length === 0 && requirement.name !== '' && requirement.url === undefined;
    return isWhole ? [{ text, requirement }] : [];
  });
}

interface Fault {
  /** What follows "uv.lock". */
  readonly words: string;
  /** In the lock file. */
  readonly span: Span;
}

function faultOf({ packages }: UvLock, root: UvLockPackage, requirement: Requirement): Fault | undefined {
  const { name, normalizedName, extras, marker, specifier } = requirement;
  const asked = (root.requiresDist ?? root.dependencies).filter((one) => one.name === normalizedName);
  if (asked.length === 0) {
    // Without the metadata a dependency whose marker never holds is missing for good reason.
    return root.requiresDist || !marker ? { words: `does not hold \`${name}\``, span: root.nameSpan } : undefined;
  }
  const known = new Set(asked.flatMap((one) => one.extras.map(normalizeName)));
  const extra = root.requiresDist && extras.find((one) => !known.has(normalizeName(one)));
  if (extra !== undefined) return { words: `does not hold \`${name}[${extra}]\``, span: root.nameSpan };
  const own = packages.filter((one) => one.name === normalizedName);
  if (!specifier || specifier.errors.length > 0 || asked.some((one) => 'hasOwnSource' in one && one.hasOwnSource))
    return;
  const versions = own.map(({ version }) => (version === undefined ? undefined : parseVersion(version)));
  const [first] = own;
  if (!first?.version || versions.some((version) => !version || contains(version, specifier))) return;
  if (marker) return undefined;
  return { words: `holds \`${name}\` ${first.version}, which \`${specifier.text}\` excludes`, span: first.nameSpan };
}
