import { pinPath } from '../../deployment/pinPath.ts';
import { inside, isWithin } from '../../project/paths.ts';
import { type Project, rootDocument } from '../../project/project.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'python-version-unspecified',
  area: 'python-version',
  subject: 'project',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'Nothing pins the Python version, so the default runs.',
  why: 'Vercel runs 3.12 where nothing chooses a version. That default has changed before, and a change of it can break a deployment that nobody touched.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files:
        '-- vercel.json\n«{»}\n-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n',
      fixed:
        '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n-- .python-version\n3.12\n',
    },
    {
      files: '-- requirements.txt\n«f»lask\n-- app.py\napp = 1\n',
      note: 'without vercel.json it stands at the manifest',
    },
    { files: '-- vercel.json\n{}\n-- .python-version\n3.13\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n' },
    { files: '-- vercel.json\n{}\n-- index.html\n', note: 'no Python in it' },
    {
      files: '-- .python-version\n3.13\n-- api/requirements.txt\nflask\n-- api/index.py\napp = 1\n',
      note: 'one is there, where Vercel does not look',
    },
    {
      files: '-- vercel.json\n{}\n-- requirements.txt\nflask\n-- .python-version\n3\n',
      note: 'half typed: another rule speaks of it',
    },
  ],

  *check(_document, { project, deployment }) {
    const { python, functions, install } = deployment;
    if (python.outcome !== 'default' || python.source !== null || (functions.length === 0 && install.source === null))
      return;
    // A file that names a version where Vercel does not look is spoken of by a rule of its own.
    if (python.unreachable.some((path) => isWithin(path, project.root))) return;
    if (rootDocument(project, 'pyproject.toml', 'pyproject.toml')?.requiresPython) return;
    const path = anchor(project, install.source);
    if (path === undefined) return;
    const pin = pinPath(project, deployment);
    yield {
      path,
      span: { start: 0, end: 1 },
      message: `Nothing pins the Python version: Vercel runs its default, ${python.version}. Pin it in .python-version.`,
      fixes: [
        {
          title: `Pin Python ${python.version} in .python-version`,
          safety: 'unsafe',
          files: [{ path: pin, create: `${python.version}\n` }],
        },
      ],
    };
  },
});

/** The file to speak of it at: vercel.json, or else the manifest. */
function anchor({ root, files }: Project, manifest: string | null): string | undefined {
  return [inside(root, 'vercel.json'), manifest].find(
    (path): path is string => path !== null && (files.source(path)?.text.length ?? 0) > 0,
  );
}
