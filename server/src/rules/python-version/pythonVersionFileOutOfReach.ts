import { pinPath } from '../../deployment/pinPath.ts';
import { meets, type PythonRequest, pythonRequests } from '../../deployment/pythonRequest.ts';
import { builderText } from '../../documents/builderText.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import { isWithin, relativeTo } from '../../project/paths.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

const nested =
  '-- vercel.json\n{ "builds": [{ "src": "api/index.py", "use": "@vercel/python" }] }\n-- api/index.py\napp = 1\n';

export default defineRule({
  name: 'python-version-file-out-of-reach',
  area: 'python-version',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: '`.python-version` lies above the manifest that is installed.',
  why: 'The builder goes up from the function to the first manifest and looks for `.python-version` on that way only. One in a folder above the manifest selects nothing, and the build says nothing about it.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files: `${nested}-- api/requirements.txt\nflask\n-- .python-version\n«3.13»\n`,
      fixed: `${nested}-- api/requirements.txt\nflask\n-- api/.python-version\n3.13\n`,
    },
    {
      files: `${nested}-- api/pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n-- .python-version\n# for the whole team\n«3.14»\n`,
      fixed: `${nested}-- api/pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n-- api/.python-version\n# for the whole team\n3.14\n`,
    },
    {
      files: `${nested}-- api/requirements.txt\nflask\n-- .python-version\n«3.11»\n`,
      note: 'it would not be met where it is read either, so there is nothing to move',
    },
    { files: `${nested}-- api/requirements.txt\nflask\n-- .python-version\n3.12\n`, note: 'that is what runs anyway' },
    { files: `${nested}-- requirements.txt\nflask\n-- .python-version\n3.13\n`, note: 'beside the manifest' },
    {
      files: `${nested}-- api/requirements.txt\nflask\n-- api/.python-version\n3.13\n-- .python-version\n3.13\n`,
      note: 'the nearer one says the same',
    },
    { files: `${nested}-- api/requirements.txt\nflask\n-- .python-version\n3.1\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { project, deployment } = context;
    const { version, unreachable } = deployment.python;
    const { source: manifest } = deployment.install;
    if (manifest === null) return;
    for (const path of unreachable) {
      const source = project.files.source(path);
      if (!source || !isWithin(path, project.root)) continue;
      const requests = pythonRequests(builderText(source));
      const [request] = requests;
      if (!request || requests.some((one) => meets(version, one)) || isBeginning(source.text, request)) continue;
      const name = relativeTo(project.root, manifest);
      yield {
        path,
        span: request.span,
        message: `Vercel does not read this file: it lies above ${name}. Python ${version} runs. Move it there.`,
        fixes: moved(path, requests, context),
      };
    }
  },
});

/** `3` and `3.1` are on their way to a version that runs. */
function isBeginning(text: string, { span }: PythonRequest): boolean {
  return /^3(?:\.1?)?$/.test(text.slice(span.start, span.end));
}

/** Puts the file where it counts, if nothing is there yet and Vercel can meet it. */
function moved(path: string, requests: readonly PythonRequest[], { project, deployment }: RuleContext): Fix[] {
  const to = pinPath(project, deployment);
  const isMet = installedPythons.some((version) => requests.some((request) => meets(version, request)));
  const text = project.files.source(path)?.text;
  if (!isMet || text === undefined || project.files.has(to)) return [];
  const files = [
    { path: to, create: text },
    { path, remove: true as const },
  ];
  return [{ title: `Move it to ${relativeTo(project.root, to)}`, safety: 'unsafe', files }];
}
