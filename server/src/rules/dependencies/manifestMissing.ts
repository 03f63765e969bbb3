import { importClosure } from '../../deployment/importClosure.ts';
import { manifestNames } from '../../deployment/manifest.ts';
import { settingsOf } from '../../deployment/projectSettings.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { commonDistributions } from '../../facts/commonDistributions.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, inside, upTo } from '../../project/paths.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { importedModules, isOwn } from './imports.ts';

const builds = '-- vercel.json\n{ "builds": [{ "src": "api/main.py", "use": "@vercel/python" }] }\n';

export default defineRule({
  name: 'manifest-missing',
  area: 'dependencies',
  subject: 'entrypoint',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'The code imports packages, and no manifest lists any.',
  why: "The builder looks for a manifest from the function's folder up to the root folder. Where it finds none it installs nothing: the build is green, and the first request ends with ModuleNotFoundError.",
  source: 'https://vercel.com/docs/functions/runtimes/python#dependencies',
  examples: [
    {
      files: `${builds}-- api/main.py\nimport os\nfrom «flask» import Flask\nimport jwt\n\napp = Flask(__name__)\n`,
      fixed: `${builds}-- api/main.py\nimport os\nfrom flask import Flask\nimport jwt\n\napp = Flask(__name__)\n-- api/requirements.txt\nflask\npyjwt\n`,
    },
    {
      files: `${builds}-- api/main.py\nimport os, «fastapi».responses\n\napp = 1\n-- other/requirements.txt\nfastapi\n`,
    },
    {
      files: `${builds}-- api/main.py\nfrom flask import Flask\n\napp = Flask(__name__)\n-- requirements.txt\nflask\n`,
    },
    { files: `${builds}-- api/main.py\nimport json, os\n\napp = 1\n`, note: 'the standard library alone' },
    {
      files: `${builds}-- api/main.py\nimport redis\n\napp = 1\n-- redis/__init__.py\n`,
      note: 'a package of the project',
    },
    {
      files: `${builds}-- api/main.py\ntry:\n    import requests\nexcept ImportError:\n    requests = None\n\napp = 1\n`,
      note: 'the code does without',
    },
    { files: `${builds}-- api/main.py\napp = 1\nimport fl\n`, note: 'half typed' },
  ],

  *check(document, context) {
    if (
      hasManifest(context) ||
      context.deployment.entrypoints.some(({ path, via }) => path === context.path && via === 'name')
    )
      return;
    if (/\bsys\.path\b/.test(document.text)) return;
    const [first] = thirdParty(document, context);
    if (!first) return;
    const names = new Set(
      closureModules(context)
        .flatMap((module) => thirdParty(module, context))
        .map(({ distribution }) => distribution),
    );
    const path = inside(directoryOf(context.path), 'requirements.txt');
    const create = [...names]
      .sort()
      .map((name) => `${name}\n`)
      .join('');
    yield {
      span: first.span,
      message: `No manifest lists \`${first.distribution}\`, so Vercel installs nothing and the import fails. Write a requirements.txt.`,
      fixes: [{ title: `Write ${path} from the imports`, safety: 'unsafe', files: [{ path, create }] }],
    };
  },
});

function hasManifest({ path, project, deployment }: RuleContext): boolean {
  const command = settingsOf(project).installCommand.value;
  if (deployment.mode !== 'builds' && typeof command === 'string' && command.trim() !== '') return true;
  const folders = upTo(directoryOf(path), project.root);
  return folders.some((folder) => manifestNames.some((name) => project.files.has(inside(folder, name))));
}

/** The modules that importing this entrypoint runs, itself first. */
function closureModules(context: RuleContext): PythonDocument[] {
  return [...importClosure(context.project, [context.path])].flatMap(
    ([path]) => documentAt(context.project.files, path, 'python') ?? [],
  );
}

/** The well-known packages that importing the module imports in any case. */
function thirdParty(
  document: PythonDocument,
  { path, project }: RuleContext,
): { readonly span: Span; readonly distribution: string }[] {
  return importedModules(document).flatMap(({ top, span }) => {
    const distribution = Object.hasOwn(commonDistributions, top) ? commonDistributions[top] : undefined;
    return distribution === undefined || isOwn(project, path, top) ? [] : [{ span, distribution }];
  });
}
