import { insertion } from '../../documents/jsonEdit.ts';
import { inside, nameOf, relativeTo } from '../../project/paths.ts';
import { type Project, vercelJsonOf } from '../../project/project.ts';
import { defineRule, type Fix } from '../rule.ts';
import { isBelowApi, outOfPlace, placeOf } from './outOfPlace.ts';

const hello = '-- api/hello.py\nfrom http.server import BaseHTTPRequestHandler\n\n\n';

export default defineRule({
  name: 'api-file-in-python-project',
  area: 'handler',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'A manifest selects a Python preset, and files below `api` are no functions beside it.',
  why: 'Any requirements.txt, pyproject.toml or Pipfile in the root folder, even an empty one, selects a Python preset at the first deployment. It looks for one application for all paths; files below `api` do not become functions, and the build stops where it finds none.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `-- requirements.txt\nrequests\n${hello}class «handler»(BaseHTTPRequestHandler):\n    pass\n`,
      fixed: `-- requirements.txt\nrequests\n${hello}class handler(BaseHTTPRequestHandler):\n    pass\n-- vercel.json\n{\n  "framework": null\n}\n`,
    },
    {
      files: `-- vercel.json\n{\n  "regions": ["fra1"]\n}\n-- requirements.txt\nflask\n-- api/v1/orders.py\nfrom flask import Flask\n\n«app» = Flask(__name__)\n-- api/v1/users.py\napp = 1\n`,
      fixed: `-- vercel.json\n{\n  "regions": ["fra1"],\n  "framework": null\n}\n-- requirements.txt\nflask\n-- api/v1/orders.py\nfrom flask import Flask\n\napp = Flask(__name__)\n-- api/v1/users.py\napp = 1\n`,
    },
    {
      files: `-- requirements.txt\nflask\n-- api/index.py\nfrom flask import Flask\n\napp = Flask(__name__)\n`,
      note: 'the preset looks there',
    },
    { files: `-- vercel.json\n{ "framework": null }\n-- requirements.txt\n-- api/hello.py\napp = 1\n` },
    { files: `-- api/hello.py\napp = 1\n`, note: 'no manifest in the root folder' },
    { files: `-- requirements.txt\nrequests\n${hello}class han`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { project, deployment } = context;
    const found = outOfPlace(context);
    const [first] = found?.candidates ?? [];
    if (!found || !first || !found.candidates.every((one) => isBelowApi(project, one))) return;
    const because = deployment.framework.evidence?.path ?? manifestOf(project);
    const what = because === undefined ? 'The settings choose' : `${nameOf(because)} selects`;
    yield {
      path: first.path,
      span: placeOf(project, first),
      message: `${what} a preset that makes no function of ${relativeTo(project.root, first.path)}: the build stops. Set \`"framework": null\`.`,
      fixes: withoutPreset(project),
    };
  },
});

function manifestOf({ root, files }: Project): string | undefined {
  return ['requirements.txt', 'pyproject.toml', 'Pipfile']
    .map((name) => inside(root, name))
    .find((path) => files.has(path));
}

/** Turns the preset off in vercel.json, which is made where there is none. */
function withoutPreset(project: Project): Fix[] {
  const path = inside(project.root, 'vercel.json');
  const title = 'Set `"framework": null` in vercel.json';
  const document = vercelJsonOf(project);
  if (!project.files.has(path)) {
    return [{ title, safety: 'unsafe', files: [{ path, create: '{\n  "framework": null\n}\n' }] }];
  }
  if (document?.root?.type !== 'object' || document.errors.length > 0) return [];
  if (document.text.includes('"framework"')) return [];
  return [
    { title, safety: 'unsafe', files: [{ path, edits: insertion(document.text, document.root, 'framework', null) }] },
  ];
}
