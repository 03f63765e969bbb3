import { directoryOf, isWithin, nameOf } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';
import { hiddenFinding, hiddenRequirements } from './hiddenRequirements.ts';
import { folderOfRequirements, requirementsBeside } from './installed.ts';

const builds = '-- vercel.json\n{ "builds": [{ "src": "api/index.py", "use": "@vercel/python" }] }\n';
const main = '-- api/index.py\nfrom flask import Flask\nimport redis\n\napp = Flask(__name__)\n';

export default defineRule({
  name: 'requirements-hidden-by-nearer-file',
  area: 'dependencies',
  subject: 'requirements.txt',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A manifest nearer to the function is installed, and this requirements.txt is not read.',
  why: "The builder takes the manifest in the function's folder, else the next one above. It does not put them together: what stands in the upper file alone is not installed, and the import fails with ModuleNotFoundError.",
  source: 'https://vercel.com/docs/functions/runtimes/python#dependencies',
  examples: [
    { files: `${builds}-- requirements.txt\nflask\n«redis»\n-- api/requirements.txt\nflask\n${main}` },
    {
      files: `${builds}-- requirements.txt\n«flask»\nredis\n-- api/pyproject.toml\n[project]\nname = "api"\nversion = "1"\ndependencies = ["redis"]\n${main}`,
    },
    { files: `${builds}-- requirements.txt\nflask\nredis\n-- api/requirements.txt\nflask\nRedis==5.2.1\n${main}` },
    {
      files: `${builds}-- requirements.txt\nflask\npytest\n-- api/requirements.txt\nflask\nredis\n${main}`,
      note: 'nothing that is deployed imports what is missing',
    },
    { files: `${builds}-- requirements.txt\nflask\nredis\n${main}`, note: 'the only manifest' },
    { files: `${builds}-- requirements.txt\nflask\nredi\n-- api/requirements.txt\nflask\n${main}`, note: 'half typed' },
  ],

  *check(document, context) {
    const folder = folderOfRequirements(context.path);
    const { source, ignored } = context.deployment.install;
    if (source === null || !ignored.includes(context.path)) return;
    const nearer = nameOf(source) === 'prod.txt' ? folderOfRequirements(source) : directoryOf(source);
    if (nearer === folder || !isWithin(nearer, folder)) return;
    if (requirementsBeside(context, folder)?.path !== context.path) return;
    const finding = hiddenFinding(hiddenRequirements(document, context, source), context, source);
    if (finding) yield finding;
  },
});
