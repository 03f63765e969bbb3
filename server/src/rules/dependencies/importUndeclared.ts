import type { Deployment } from '../../deployment/deployment.ts';
import { deployedModules, startingPoints } from '../../deployment/importClosure.ts';
import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import type { InstalledRequirements } from '../../deployment/installed/requirement.ts';
import { nearestManifest } from '../../deployment/installSource.ts';
import { settingsOf } from '../../deployment/projectSettings.ts';
import { uvLockOf } from '../../documents/uvLock.ts';
import { removedModules } from '../../facts/removedModules.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, nameOf } from '../../project/paths.ts';
import { type Project, vercelJsonOf } from '../../project/project.ts';
import { defineRule, type Finding, type RuleContext } from '../rule.ts';
import { type ImportedModule, importedModules, isOwn } from './imports.ts';
import { requirementsBeside, requirementsIn } from './installed.ts';
import { addition } from './manifestEdits.ts';
import { distributionsOf, mayBeInstalled, plainName } from './undeclared.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n';
const lock = `version = 1\n\n[[package]]\nname = "a"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "flask" }]\n\n[package.dev-dependencies]\ndev = [{ name = "requests" }]\n\n[[package]]\nname = "flask"\nversion = "3.1.0"\nsource = { registry = "https://pypi.org/simple" }\ndependencies = [{ name = "werkzeug" }]\n\n[[package]]\nname = "requests"\nversion = "2.32.3"\nsource = { registry = "https://pypi.org/simple" }\n\n[[package]]\nname = "werkzeug"\nversion = "3.1.3"\nsource = { registry = "https://pypi.org/simple" }\n`;
const project = '-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["flask"]\n';

export default defineRule({
  name: 'import-undeclared',
  area: 'dependencies',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.2.0',
  summary: 'The code imports a package that nothing installs.',
  why: 'Vercel installs what the manifest or the lock file lists and nothing else. An import of anything else works on your machine, where it once was installed, and ends with ModuleNotFoundError at the first request. It is an error where a lock file proves it, since that lists everything.',
  source: 'https://vercel.com/docs/functions/runtimes/python#dependencies',
  examples: [
    {
      files: `${head}-- main.py\nfrom flask import Flask\nfrom «flask_cors» import CORS\n\napp = Flask(__name__)\n-- requirements.txt\nFlask\n`,
      fixed: `${head}-- main.py\nfrom flask import Flask\nfrom flask_cors import CORS\n\napp = Flask(__name__)\n-- requirements.txt\nFlask\nflask-cors\n`,
    },
    {
      files: `${head}-- main.py\nimport db\n\napp = 1\n-- db.py\nimport «requests», json\nimport requests\n${project}`,
      fixed: `${head}-- main.py\nimport db\n\napp = 1\n-- db.py\nimport requests, json\nimport requests\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["flask", "requests"]\n`,
    },
    {
      files: `${head}-- main.py\nimport «requests»\n\napp = 1\n${project}-- uv.lock\n${lock}`,
      note: 'locked for development alone',
    },
    {
      files: `${head}-- main.py\nimport «distutils».util\n\napp = 1\n-- requirements.txt\nflask\n`,
      note: 'gone from Python 3.12',
    },
    {
      files: `${head}-- main.py\nimport jinja2, json\nfrom starlette.responses import Response\n\napp = 1\n-- requirements.txt\nflask\nfastapi\n`,
    },
    {
      files: `${head}-- main.py\nimport requests\n\napp = 1\n-- requirements.txt\nsome-client\n`,
      note: 'it may bring it',
    },
    {
      files: `${head}-- main.py\ntry:\n    import requests\nexcept ImportError:\n    requests = None\n\napp = 1\n-- requirements.txt\nflask\n`,
    },
    {
      files: `${head}-- main.py\nimport psycopg2, cgi\nimport cv2\n\napp = 1\n-- requirements.txt\npsycopg2\nopencv-python\n`,
    },
    {
      files: `${head}-- main.py\nimport flask, requests\n\napp = 1\n${project}-- requirements.txt\nrequests\n`,
      note: 'requirements.txt lists it, and is not read: requirements-hidden-by-pyproject says so',
    },
    { files: `${head}-- main.py\nimport flask_\n\napp = 1\n-- requirements.txt\nflask\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { project, deployment } = context;
    const installed = installedRequirements(project, deployment);
    if (!installed.isComplete || installsMore(project) || hasSeveralManifests(project, deployment)) return;
    const documents = [...deployedModules(project, deployment)].flatMap(([path, { conditional }]) => {
      const document = documentAt(project.files, path, 'python');
      return document ? [{ path, document, conditional }] : [];
    });
    if (documents.some(({ document }) => /\bsys\.path\b|\baddsitedir\b/.test(document.text))) return;
    const said = new Set<string>();
    const hidden = hiddenNames(context);
    for (const { path, document, conditional } of documents) {
      if (conditional) continue;
      for (const module of importedModules(document)) {
        const wanted = distributionsOf(module, deployment.python.version);
        const [best] = wanted ?? [];
        if (!wanted || best === undefined || said.has(best) || isOwn(project, path, module.top)) continue;
        const names = wanted.map(plainName);
        if (mayBeInstalled(names, installed) || names.some((name) => hidden.has(name))) continue;
        said.add(best);
        yield { path, span: module.span, ...words(context, { module, best, installed }) };
      }
    }
  },
});

/** Whether some functions have a manifest of their own: one answer does not hold for all of them then. */
function hasSeveralManifests(project: Project, deployment: Deployment): boolean {
  const nearest = startingPoints(project, deployment).map((path) => nearestManifest(project, directoryOf(path)));
  return new Set(nearest).size > 1;
}

/** Whether a build command may install more, or an environment variable makes modules of other folders importable. */
function installsMore(project: Project): boolean {
  const command = settingsOf(project).buildCommand.value;
  const mayInstall =
    typeof command === 'string' && /\b(?:pip3?|uv|poetry|pdm|pipenv|conda|make)\b|\.sh\b/.test(command);
  return mayInstall || vercelJsonOf(project)?.text.includes('PYTHONPATH') === true;
}

/** What a requirements file beside the manifest lists, which is not read: the rules on hidden manifests say so, once. */
function hiddenNames(context: RuleContext): ReadonlySet<string> {
  const { source } = context.deployment.install;
  const beside = source === null ? undefined : requirementsBeside(context, directoryOf(source));
  if (!beside || beside.path === source) return new Set();
  return new Set(requirementsIn(beside.document).map(({ normalizedName }) => normalizedName));
}

interface Missing {
  readonly module: ImportedModule;
  readonly best: string;
  readonly installed: InstalledRequirements;
}

function words(context: RuleContext, { module: { top }, best, installed }: Missing): Omit<Finding, 'span'> {
  const { source } = context.deployment.install;
  const file = nameOf(source ?? '');
  const change = installed.isLocked ? undefined : addition(context, [best]);
  const added = installed.isLocked ? `Add \`${best}\` and lock again.` : `Add \`${best}\`.`;
  const advice = installed.isLocked && file === 'uv.lock' ? `Run \`uv add ${best}\`.` : added;
  return {
    message: `${reason(context, top, best)}: this import fails on Vercel. ${advice}`,
    ...(installed.isLocked ? { severity: 'error' as const } : {}),
    fixes: change ? [{ title: `Add ${best} to ${file}`, safety: 'unsafe', files: [change] }] : [],
  };
}

function reason({ project, deployment }: RuleContext, top: string, best: string): string {
  const { source } = deployment.install;
  const file = nameOf(source ?? '');
  const name = plainName(best);
  const lock = file === 'uv.lock' ? project.files.source(source ?? '') : undefined;
  if (lock && uvLockOf(lock).packages.some((locked) => locked.name === name))
    return `\`${name}\` is in ${file} for a group or an extra alone`;
  if (Object.hasOwn(removedModules, top)) return `\`${top}\` is gone from Python ${removedModules[top]?.since}`;
  return top === name ? `\`${name}\` is not in ${file}` : `\`${top}\` is not installed`;
}
