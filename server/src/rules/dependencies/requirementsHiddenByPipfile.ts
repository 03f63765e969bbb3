import { directoryOf, nameOf } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';
import { hiddenFinding, hiddenRequirements } from './hiddenRequirements.ts';
import { folderOfRequirements, requirementsBeside } from './installed.ts';

const main = '-- main.py\nfrom flask import Flask\nimport redis\n\napp = Flask(__name__)\n';
const pipfile = '-- Pipfile\n[packages]\nflask = "*"\n';

export default defineRule({
  name: 'requirements-hidden-by-pipfile',
  area: 'dependencies',
  subject: 'requirements.txt',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A Pipfile is installed, and requirements.txt beside it is not read.',
  why: 'Pipfile.lock and Pipfile come before requirements.txt. What stands in requirements.txt alone is not installed: the build is green, and the import fails with ModuleNotFoundError.',
  source: 'https://vercel.com/docs/functions/runtimes/python#dependencies',
  examples: [
    { files: `-- vercel.json\n{}\n${pipfile}-- requirements.txt\nflask\n«redis>=5»\n${main}` },
    {
      files: `-- vercel.json\n{}\n-- Pipfile.lock\n{ "_meta": {}, "default": { "flask": { "version": "==3.1.0" } } }\n-- requirements.txt\n«redis»\nflask\n${main}`,
    },
    { files: `-- vercel.json\n{}\n${pipfile}redis = "*"\n-- requirements.txt\nflask\nredis\n${main}` },
    {
      files: `-- vercel.json\n{}\n${pipfile}-- requirements.txt\nflask\ngunicorn\n-- main.py\nfrom flask import Flask\n\napp = Flask(__name__)\n`,
      note: 'nothing imports what is missing',
    },
    {
      files: `-- vercel.json\n{ "framework": "flask", "installCommand": "pip install -r requirements.txt" }\n${pipfile}-- requirements.txt\nflask\nredis\n${main}`,
      note: 'a command of its own installs',
    },
    { files: `-- vercel.json\n{}\n${pipfile}-- requirements.txt\nflask\nredis>=\n${main}`, note: 'half typed' },
  ],

  *check(document, context) {
    const folder = folderOfRequirements(context.path);
    const { source } = context.deployment.install;
    if (source === null || !/^Pipfile(?:\.lock)?$/.test(nameOf(source)) || directoryOf(source) !== folder) return;
    if (requirementsBeside(context, folder)?.path !== context.path) return;
    const finding = hiddenFinding(hiddenRequirements(document, context, source), context, source);
    if (finding) yield finding;
  },
});
