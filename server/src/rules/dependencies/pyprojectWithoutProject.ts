import { poetryAsDependencies } from '../../documents/poetry.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import { directoryOf } from '../../project/paths.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { asDependencies, hasOwnInstallCommand, isInstalled, requirementsBeside } from './installed.ts';
import { declareDependencies } from './projectTable.ts';

const main = '-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n';

export default defineRule({
  name: 'pyproject-without-project',
  area: 'dependencies',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`pyproject.toml` has no `[project]` table.',
  why: 'Vercel installs with uv, which stops with "No `project` table found". A file for Poetry or for the settings of tools alone is chosen all the same, because any pyproject.toml comes before the other manifests.',
  source: 'https://docs.astral.sh/uv/concepts/projects/layout/#the-pyprojecttoml',
  examples: [
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n«[tool.poetry]»\nname = "shop"\n\n[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "^0.115.0"\nuvicorn = { version = "*", extras = ["standard"] }\n\n[build-system]\nrequires = ["poetry-core"]\n${main}`,
      fixed: `-- vercel.json
{}
-- pyproject.toml
[project]
name = "app"
version = "0.1.0"
requires-python = ">=3.12"
dependencies = [
    "fastapi>=0.115.0,<0.116",
    "uvicorn[standard]",
]

[tool.poetry]
name = "shop"

[tool.poetry.dependencies]
python = "^3.12"
fastapi = "^0.115.0"
uvicorn = { version = "*", extras = ["standard"] }

[build-system]
requires = ["poetry-core"]

[tool.uv]
package = false
${main}`,
    },
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n# settings\n«[tool.black]»\nline-length = 100\n-- requirements.txt\nfastapi\n${main}`,
      fixed: `-- vercel.json\n{}\n-- pyproject.toml\n[project]\nname = "app"\nversion = "0.1.0"\nrequires-python = ">=3.12"\ndependencies = [\n    "fastapi",\n]\n\n# settings\n[tool.black]\nline-length = 100\n-- requirements.txt\nfastapi\n${main}`,
    },
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n«[tool.poetry.dependencies]»\nfastapi = { git = "https://example.com/fastapi.git" }\n${main}`,
      note: 'a dependency that has no other form: no fix',
    },
    { files: `-- vercel.json\n{}\n-- pyproject.toml\n[project]\nname = "shop"\nversion = "1.0"\n${main}` },
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\nproject.name = "shop"\nproject.version = "1.0"\n${main}`,
      note: 'the table in another spelling',
    },
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n[tool.uv.workspace]\nmembers = ["api"]\n${main}`,
      note: 'a workspace needs none',
    },
    { files: `-- vercel.json\n{}\n-- pyproject.toml\n[tool.black\n${main}`, note: 'half typed' },
  ],

  *check(document, context) {
    if (document.project || document.uvWorkspace || !document.toml.value) return;
    if (context.deployment.install.source !== context.path || !isInstalled(context, context.path)) return;
    if (hasOwnInstallCommand(context, document)) return;
    const header = document.toml.tables.find((table) => table.header)?.header;
    const poetry = document.hasPoetry ? ", which reads none of Poetry's tables" : '';
    yield {
      span: header ?? { start: 0, end: 0 },
      message: `Without a \`[project]\` table the build stops in uv${poetry}. Add one.`,
      fixes: fixesFor(document, context),
    };
  },
});

/** Offered where all that is to be installed can be written there; requirements.txt goes before Poetry's tables. */
function fixesFor(document: PyprojectDocument, context: RuleContext): Fix[] {
  const requirements = requirementsBeside(context, directoryOf(context.path));
  const dependencies =
    document.hasPoetry || !requirements ? poetryAsDependencies(document) : asDependencies(requirements.document);
  if (!dependencies) return [];
  const edits = declareDependencies(document, context.path, dependencies);
  return [{ title: 'Add a `[project]` table', safety: 'unsafe', edits }];
}
