import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { newestFitting } from './releases.ts';
import { unneededRequirements } from './unneeded.ts';

const app = '-- vercel.json\n{}\n-- main.py\napp = 1\n';

export default defineRule({
  name: 'requirement-unpinned',
  area: 'dependencies',
  subject: 'project',
  severity: 'info',
  status: 'preview',
  since: '0.2.0',
  summary: 'A requirement without any version.',
  why: 'Every build takes the newest release there is. A deployment that worked can fail tomorrow without a change of yours, and a rollback does not bring the old release back into the next build.',
  ignore: 'You want the newest release in every build.',
  source: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
  examples: [
    {
      files: `${app}-- requirements.txt\n«fastapi»  # web\nhttpx>=0.27\n`,
      fixed: `${app}-- requirements.txt\nfastapi==0.141.1  # web\nhttpx>=0.27\n`,
    },
    {
      files: `${app}-- .python-version\n3.13\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["«psycopg2-binary ; python_version > '3.8'»"]\n`,
      fixed: `${app}-- .python-version\n3.13\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["psycopg2-binary==2.9.12 ; python_version > '3.8'"]\n`,
    },
    { files: `${app}-- requirements.txt\nfastapi<1\nmy-own-package\nx @ https://a.b/c.whl\n` },
    { files: `${app}-- requirements.txt\ngunicorn\n`, note: 'it is better removed' },
    { files: `${app}-- requirements.txt\n--extra-index-url https://a.b/simple\ntorch\n`, note: 'from another index' },
    { files: `${app}-- Pipfile\n[packages]\nfastapi = "*"\n-- Pipfile.lock\n{ "default": { "fastapi": {} } }\n` },
    { files: `${app}-- requirements.txt\nfastap\nhttpx=\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { project, deployment } = context;
    const python = deployment.python.version;
    const { requirements, isLocked } = installedRequirements(project, deployment);
    const bare = requirements.filter(
      ({ specifier, applies, isFromPyPI, specifierPlace }) =>
        !specifier?.text && applies === true && isFromPyPI && specifierPlace !== undefined,
    );
    const facts = !isLocked && bare.length > 0 ? project.files.packages() : undefined;
    if (!facts) return;
    const unneeded = new Set(unneededRequirements(context).map(({ requirement }) => requirement));
    for (const requirement of bare) {
      const { name, nameSpan, normalizedName, path, span, specifierPlace: at } = requirement;
      if (unneeded.has(requirement)) continue;
      const newest = newestFitting(facts, normalizedName, python);
      if (!newest || at === undefined) continue;
      const isWritten = textAt(project.files.source(path)?.text ?? '', nameSpan) === name;
      const edits = [{ span: { start: at, end: at }, newText: `==${newest.text}` }];
      const fix: Fix = { title: `Pin ${name} ${newest.text}`, safety: 'unsafe', files: [{ path, edits }] };
      yield {
        path,
        span,
        message: `\`${name}\` has no version, so every build takes the newest. Pin one, such as ${newest.text} (known ${facts.date}).`,
        fixes: isWritten ? [fix] : [],
      };
    }
  },
});
