import { deployedModules } from '../../deployment/importClosure.ts';
import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import type { InstalledRequirements } from '../../deployment/installed/requirement.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { remembered } from '../../documents/remembered.ts';
import { uvLockOf } from '../../documents/uvLock.ts';
import { broughtBy, importNames, rarelyBrought, removedModules } from '../../facts/importNames.ts';
import { mixUps } from '../../facts/mixUps.ts';
import { documentAt } from '../../project/files.ts';
import { nameOf } from '../../project/paths.ts';
import { defineRule, type Finding, type RuleContext } from '../rule.ts';
import { type ImportedModule, importedModules, isOwn } from './imports.ts';
import { addition } from './manifestEdits.ts';

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
    { files: `${head}-- main.py\nimport flask_\n\napp = 1\n-- requirements.txt\nflask\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { project, deployment } = context;
    const installed = installedRequirements(project, deployment);
    if (!installed.isComplete) return;
    const paths = [...deployedModules(project, deployment)].flatMap(([path, { conditional }]) =>
      conditional ? [] : [path],
    );
    const documents = paths.flatMap((path) => {
      const document = documentAt(project.files, path, 'python');
      return document ? [{ path, document }] : [];
    });
    if (documents.some(({ document }) => /\bsys\.path\b/.test(document.text))) return;
    const said = new Set<string>();
    for (const { path, document } of documents) {
      for (const module of importedModules(document)) {
        const wanted = distributionsOf(module, deployment.python.version);
        const [best] = wanted ?? [];
        if (!wanted || best === undefined || said.has(best) || isOwn(project, path, module.top)) continue;
        if (mayBeInstalled(wanted.map(plainName), installed)) continue;
        said.add(best);
        yield { path, span: module.span, ...words(context, { module, best, installed }) };
      }
    }
  },
});

/** What brings the module, best first; `undefined` for one that is not known, or that Python brings. */
function distributionsOf({ names, top }: ImportedModule, python: string): readonly string[] | undefined {
  const removed = Object.hasOwn(removedModules, top) ? removedModules[top] : undefined;
  if (removed) return minorOf(python) >= minorOf(removed.since) ? removed.distributions : undefined;
  const dotted = names.flatMap((name) =>
    name.split('.').map((_, index, parts) => parts.slice(0, parts.length - index).join('.')),
  );
  const found = dotted.find((name) => Object.hasOwn(importNames, name));
  return found === undefined ? undefined : importNames[found];
}

function minorOf(python: string): number {
  return Number(python.split('.')[1]);
}

/** `psycopg[binary]` is psycopg. */
function plainName(distribution: string): string {
  return normalizeName(distribution.replace(/\[.*/, ''));
}

/** Whether one of the distributions is installed, or may be because of what is. */
function mayBeInstalled(wanted: readonly string[], installed: InstalledRequirements): boolean {
  const { requirements, isLocked } = installed;
  const present = isLocked ? [] : requirements.filter(({ applies }) => applies !== false);
  const names = namesOf(installed);
  if (wanted.some((name) => isLike(names, name))) return true;
  if (isLocked) return false;
  if (present.some(({ normalizedName }) => wanted.includes(mixUpOf(normalizedName) ?? ''))) return true;
  const brought = withAllTheyBring(names);
  if (wanted.some((name) => brought.has(name))) return true;
  if (wanted.every((name) => rarelyBrought.has(name))) return false;
  return present.some(({ normalizedName, extras }) => extras.length > 0 || !Object.hasOwn(broughtBy, normalizedName));
}

const namesOf = remembered(({ requirements }: InstalledRequirements): ReadonlySet<string> => {
  const present = requirements.filter(({ applies }) => applies !== false);
  return new Set(present.map(({ normalizedName }) => normalizedName));
});

/** Whether the name is there, or a distribution of the same family, such as psycopg2 for psycopg2-binary. */
function isLike(names: ReadonlySet<string>, wanted: string): boolean {
  return names.has(wanted) || names.has(wanted.replace(/-(?:binary|python|client|headless)$/, ''));
}

function mixUpOf(name: string): string | undefined {
  return Object.hasOwn(mixUps, name) ? mixUps[name]?.meant : undefined;
}

function withAllTheyBring(names: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(names);
  for (const name of all)
    for (const other of Object.hasOwn(broughtBy, name) ? (broughtBy[name] ?? []) : []) all.add(other);
  return all;
}

interface Missing {
  readonly module: ImportedModule;
  readonly best: string;
  readonly installed: InstalledRequirements;
}

function words(context: RuleContext, missing: Missing): Omit<Finding, 'span'> {
  const { best, installed } = missing;
  const { source } = context.deployment.install;
  const file = nameOf(source ?? '');
  const isUv = installed.isLocked && file === 'uv.lock';
  const change = installed.isLocked ? undefined : addition(context, [best]);
  const advice = isUv ? `Run \`uv add ${best}\`.` : `Add \`${best}\`.`;
  const lockFile = isUv ? context.project.files.source(source ?? '') : undefined;
  const isLeftOut = lockFile && uvLockOf(lockFile).packages.some(({ name }) => name === best);
  return {
    message: `${reason(missing, file, isLeftOut === true)}: this import fails on Vercel. ${advice}`,
    ...(installed.isLocked ? { severity: 'error' as const } : {}),
    fixes: change ? [{ title: `Add ${best} to ${file}`, safety: 'unsafe', files: [change] }] : [],
  };
}

function reason({ module, best }: Missing, file: string, isLeftOut: boolean): string {
  const { top } = module;
  const removed = Object.hasOwn(removedModules, top) ? removedModules[top] : undefined;
  if (removed) return `\`${top}\` is gone from Python ${removed.since}, and ${file} does not bring it back`;
  const name = plainName(best);
  if (isLeftOut) return `\`${name}\` is in ${file} for a group or an extra alone`;
  return top === name ? `\`${name}\` is not in ${file}` : `\`${top}\` comes with \`${name}\`, which is not in ${file}`;
}
