import { deployedModules } from '../../deployment/importClosure.ts';
import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import type { InstalledRequirement } from '../../deployment/installed/requirement.ts';
import { contains, parseSpecifierSet } from '../../documents/pep440.ts';
import { type MixUp, mixUps } from '../../facts/mixUps.ts';
import { documentAt } from '../../project/files.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type Fix, type RelatedPlace, type RuleContext } from '../rule.ts';
import { importedModules, isOwn } from './imports.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n';
const app = `${head}-- main.py\nfrom mangum import Mangum\n\napp = 1\n`;

export default defineRule({
  name: 'requirement-mistyped',
  area: 'dependencies',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.2.0',
  summary: 'A package of a similar name, where the code imports another one.',
  why: 'Most of these packages exist, so they install and the build is green. What the code imports is not in them, and the first request ends with ModuleNotFoundError.',
  source: 'https://packaging.python.org/en/latest/discussions/distribution-package-vs-import-package/',
  examples: [
    {
      files: `${app}-- requirements.txt\nfastapi==0.115.6\n«magnum==13.0.0»  # adapter\n`,
      fixed: `${app}-- requirements.txt\nfastapi==0.115.6\nmangum  # adapter\n`,
    },
    {
      files: `${head}-- main.py\nimport settings\n\napp = 1\n-- settings.py\nfrom dotenv import load_dotenv\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["«dotenv==0.0.5»"]\n`,
      fixed: `${head}-- main.py\nimport settings\n\napp = 1\n-- settings.py\nfrom dotenv import load_dotenv\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["python-dotenv"]\n`,
    },
    {
      files: `${head}-- main.py\nimport dotenv\n\napp = 1\n-- requirements.txt\ndotenv\n`,
      note: 'its newest release brings python-dotenv',
    },
    { files: `${app}-- requirements.txt\nmagnum\nmangum\n`, note: 'both are wanted' },
    {
      files: `${app}-- requirements.txt\n-i https://a.b/simple\nmagnum\n`,
      note: 'another index may have another magnum',
    },
    {
      files: `${head}-- main.py\nimport magnum\n\napp = 1\n-- requirements.txt\nmagnum\n`,
      note: 'nothing says otherwise',
    },
    { files: `${app}-- mangum.py\nMangum = 1\n-- requirements.txt\nmagnum\n`, note: 'a module of the project' },
    { files: `${head}-- main.py\nfrom mangu\n\napp = 1\n-- requirements.txt\nmagnum\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { requirements } = installedRequirements(context.project, context.deployment);
    for (const requirement of requirements) {
      const { normalizedName, name, path, span, isLocked } = requirement;
      const mixUp = Object.hasOwn(mixUps, normalizedName) ? mixUps[normalizedName] : undefined;
      if (
        !mixUp ||
        !isMixedUp(requirement, mixUp) ||
        isLocked ||
        requirements.some((other) => other.normalizedName === mixUp.meant)
      )
        continue;
      const place = importOf(context, mixUp.module);
      if (!place || importOf(context, normalizedName.replaceAll('-', '_'), mixUp.module)) continue;
      yield {
        path,
        span,
        message: `\`${name}\` is not the package that \`import ${mixUp.module}\` needs. Write \`${mixUp.meant}\`.`,
        related: [place],
        fixes: fixFor(context, requirement, mixUp.meant),
      };
    }
  },
});

/** Whether the requirement takes a release from PyPI that does not bring the module. */
function isMixedUp({ pin, isFromPyPI }: InstalledRequirement, { releases }: MixUp): boolean {
  if (!isFromPyPI) return false;
  return releases === undefined || (pin !== undefined && contains(pin.version, parseSpecifierSet(releases)));
}

/** Where the code that is deployed imports `module`; `undefined` too where `module` is `other`. */
function importOf({ project, deployment }: RuleContext, module: string, other?: string): RelatedPlace | undefined {
  if (module === other) return undefined;
  for (const [path] of deployedModules(project, deployment)) {
    const document = documentAt(project.files, path, 'python');
    const found = document && importedModules(document).find(({ top }) => top === module);
    if (found && !isOwn(project, path, module))
      return { path, span: found.span, message: `\`${module}\` is imported here.` };
  }
  return undefined;
}

/** The version goes: it is one of the other package. */
function fixFor(
  { project }: RuleContext,
  { path, span, name, nameSpan, specifier }: InstalledRequirement,
  meant: string,
): Fix[] {
  const text = project.files.source(path)?.text ?? '';
  if (text.slice(nameSpan.start, nameSpan.end) !== name) return [];
  const end = specifier?.span.end ?? nameSpan.end;
  if (end > span.end || text.slice(nameSpan.end, end).includes('(')) return [];
  const edit: TextEdit = { span: { start: nameSpan.start, end }, newText: meant };
  return [{ title: `Write ${meant}`, safety: 'unsafe', files: [{ path, edits: [edit] }] }];
}
