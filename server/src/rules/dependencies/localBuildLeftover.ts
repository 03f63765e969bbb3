import { textAtPath } from '../../documents/tomlValues.ts';
import { directoryOf, inside, nameOf } from '../../project/paths.ts';
import type { FileChange } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { isInstalled, requirementsBeside } from './installed.ts';

const leftover =
  '[project]\nname = "app"\nversion = "0.1.0"\nrequires-python = "~=3.12.0"\ndependencies = [ "fastapi" ]\nclassifiers = [ "Private :: Do Not Upload" ]\n';

export default defineRule({
  name: 'local-build-leftover',
  area: 'dependencies',
  subject: 'pyproject.toml',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A pyproject.toml that a local `vercel build` wrote.',
  why: 'For a project with requirements.txt the builder writes a pyproject.toml and a uv.lock of its own. On Vercel they go with the build machine. After `vercel build` on your own machine they stay, and from then on they are installed: edits to requirements.txt have no effect.',
  source: 'https://vercel.com/docs/cli/build',
  examples: [
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n«[project]»${leftover.slice(9)}-- uv.lock\nversion = 1\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n`,
      fixed: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
    },
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n«[project]»${leftover.slice(9)}-- requirements.in\nfastapi\n-- main.py\napp = 1\n`,
    },
    { files: `-- vercel.json\n{}\n-- pyproject.toml\n${leftover}-- main.py\napp = 1\n`, note: 'no other manifest' },
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n${leftover.replace('~=3.12.0', '>=3.12')}-- requirements.txt\nfastapi\n-- main.py\napp = 1\n`,
      note: 'somebody wrote it',
    },
    {
      files:
        '-- vercel.json\n{}\n-- pyproject.toml\n[project]\nname = "app"\nver\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
      note: 'half typed',
    },
  ],

  *check({ toml, project, requiresPython }, context) {
    const folder = directoryOf(context.path);
    const requirements = requirementsBeside(context, folder);
    if (!project || !requirements || !isInstalled(context, context.path)) return;
    const isWritten =
      textAtPath(toml, ['project', 'name'])?.value === 'app' &&
      textAtPath(toml, ['project', 'version'])?.value === '0.1.0' &&
      /^~=3\.\d+\.0$/.test(requiresPython?.value ?? '');
    if (!isWritten) return;
    const lock = inside(folder, 'uv.lock');
    const paths = [context.path, ...(context.project.files.has(lock) ? [lock] : [])];
    const files: FileChange[] = paths.map((path) => ({ path, remove: true }));
    yield {
      span: project,
      message: `A local \`vercel build\` wrote this file, and ${nameOf(requirements.path)} is no longer read. Delete it.`,
      fixes: [{ title: `Delete ${paths.map(nameOf).join(' and ')}`, safety: 'unsafe', files }],
    };
  },
});
