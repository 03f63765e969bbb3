import { bundleOf } from '../../deployment/bundleFiles.ts';
import { constantPath, type Module } from '../../deployment/constantPath.ts';
import type { Deployment } from '../../deployment/deployment.ts';
import { type CallSite, calls, constantString, isClosed, keywordsOf } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { fileReads, pathReads } from '../../facts/fileReads.ts';
import { projectFolder } from '../../facts/fileWrites.ts';
import { inside, isWithin } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { filesBelow } from '../../project/walk.ts';
import { defineRule } from '../rule.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n';
const app = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const prices = '-- public/prices.json\n{}\n';

export default defineRule({
  name: 'public-file-read',
  area: 'bundle',
  subject: 'python',
  severity: 'error',
  status: 'stable',
  since: '0.2.0',
  summary: 'The code reads a file below a folder called `public`, which is not bundled.',
  why: 'The Python builder leaves every folder called `public` out of the function, in the root and below. What lies there is served by the CDN, and the code that opens it gets a FileNotFoundError; `StaticFiles` refuses a folder that is not there and ends the import.',
  ignore: 'Where a build step puts the file into the bundle in another way.',
  source: '`packFunctionBundle` of @vercel/python 25.0.0',
  examples: [
    {
      files: `${head}-- main.py\n${app}PRICES = «open("public/prices.json")».read()\n${prices}`,
    },
    {
      files: `${head}-- main.py\n${app}with «open("public/prices.json", encoding="utf-8")» as file:\n    PRICES = file.read()\n${prices}`,
      note: 'with an encoding',
    },
    {
      files: `${head}-- main.py\nfrom pathlib import Path\n\n${app}HERE = Path(__file__).parent\n\n\n@app.get("/")\ndef prices():\n    return «(HERE / "public" / "prices.json").read_text()»\n${prices}`,
    },
    {
      files: `${head}-- main.py\nfrom fastapi.staticfiles import StaticFiles\n\n${app}app.mount("/static", «StaticFiles(directory="public")», name="static")\n${prices}`,
    },
    {
      files: `-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python", "config": { "includeFiles": "public/**" } }] }\n-- main.py\n${app}PRICES = open("public/prices.json").read()\n${prices}`,
      note: '`includeFiles` bundles it',
    },
    { files: `${head}-- main.py\n${app}PRICES = open("data/prices.json").read()\n-- data/prices.json\n{}\n` },
    {
      files: `${head}-- main.py\n${app}if not os.getenv("VERCEL"):\n    PRICES = open("public/prices.json").read()\n${prices}`,
      note: 'not in any case',
    },
    { files: `${head}-- main.py\n${app}PRICES = open("public/gone.json").read()\n`, note: 'it is nowhere' },
    {
      files: `${head}-- main.py\nfrom fastapi.staticfiles import StaticFiles\n\n${app}app.mount("/s", StaticFiles(directory="public", check_dir=False))\n${prices}`,
      note: 'it says that the folder may be missing',
    },
    { files: `${head}-- main.py\n${app}open("/tmp/public/x.json")\nopen("public/prices.json", "w")\n${prices}` },
    { files: `${head}-- main.py\n${app}PRICES = open("public/pri`, note: 'half typed' },
  ],

  *check(document, context) {
    for (const site of calls(document)) {
      if (site.conditional || !isClosed(document, site.call)) continue;
      const at = readBy({ document, context }, site);
      const absolute = at && constantPath({ document, context }, at);
      if (absolute === undefined || !isWithin(absolute, projectFolder)) continue;
      const name = absolute.slice(projectFolder.length + 1);
      if (!isLeftOut(context.project, context.deployment, inside(context.project.root, name))) continue;
      yield {
        span: site.call.span,
        // What only a request would read may never be reached: the CDN answers for files in `public` first.
        severity: site.atImport ? 'error' : 'warning',
        message: `\`${name}\` is not in the bundle: Vercel leaves \`public\` folders out. Move it to another folder.`,
      };
    }
  },
});

/** The expression for the path that a call reads. */
function readBy({ document }: Module, { name, call }: CallSite): Expression | undefined {
  const [first, second] = call.arguments.filter(({ name: keyword }) => keyword === undefined).map(({ value }) => value);
  const { values, complete } = keywordsOf(document, call);
  if (!complete || call.arguments.some(({ star }) => star === '*')) return undefined;
  const read = fileReads.get(name ?? '');
  if (read?.lenientBy !== undefined && values.has(read.lenientBy)) return undefined;
  if (read)
    return readsOnly(document, read.mode ? (values.get('mode')?.value ?? second) : undefined)
      ? (values.get(read.keyword)?.value ?? (read.position === 0 ? first : undefined))
      : undefined;
  if (name !== undefined || call.callee.kind !== 'attribute') return undefined;
  const { attribute, value } = call.callee;
  if (!pathReads.has(attribute) || value.kind === 'string') return undefined;
  const mode = attribute === 'open' ? (values.get('mode')?.value ?? first) : undefined;
  return readsOnly(document, mode) ? value : undefined;
}

function readsOnly(document: Module['document'], mode: Expression | undefined): boolean {
  return mode === undefined || /^[rbt]+$/.test(constantString(document, mode) ?? '');
}

/** Whether the project has it, be it a file or a folder with files, and no function that is deployed does. */
function isLeftOut(project: Project, { functions }: Deployment, path: string): boolean {
  const all = project.files.has(path) ? [path] : [...filesBelow(project.files, path)];
  if (all.length === 0 || functions.length === 0) return false;
  return functions.every((made) => {
    const bundle = bundleOf(project, made);
    return all.every((file) => bundle.excludedBy(file)?.by === 'builder');
  });
}
