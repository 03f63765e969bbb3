import { directoryOf, inside, isWithin, relativeTo, upTo } from '../../project/paths.ts';
import { lineAt } from '../../text/lines.ts';
import { defineRule, type RuleContext } from '../rule.ts';

export default defineRule({
  name: 'lock-not-read',
  area: 'dependencies',
  subject: 'project',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A lock file without a pyproject.toml beside it.',
  why: 'uv.lock and pylock.toml count only beside a pyproject.toml. Without one the builder takes the next manifest, and installs other versions than the lock file names.',
  source: 'https://vercel.com/docs/functions/runtimes/python#dependencies',
  examples: [
    { files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- uv.lock\n«version = 1»\n-- main.py\napp = 1\n' },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "api/main.py", "use": "@vercel/python" }] }\n-- api/main.py\napp = 1\n-- api/pylock.toml\n«lock-version = "1.0"»\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\n',
      note: 'pyproject.toml lies above it',
    },
    {
      files:
        '-- vercel.json\n{}\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\n-- uv.lock\nversion = 1\n-- main.py\napp = 1\n',
    },
    {
      files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- tools/uv.lock\nversion = 1\n-- main.py\napp = 1\n',
      note: 'not on the way to the function',
    },
    { files: '-- vercel.json\n{}\n-- uv.lock\nversion = 1\n', note: 'no Python function' },
    { files: '-- vercel.json\n{}\n-- requirements.txt\nfast\n-- main.py\napp = 1\n', note: 'half typed' },
  ],

  *check(_document, context) {
    const { project, deployment } = context;
    for (const path of locksOnTheWay(context)) {
      const source = project.files.source(path);
      if (!source || project.files.has(inside(directoryOf(path), 'pyproject.toml'))) continue;
      const instead = deployment.install.source;
      const what = instead === null ? 'nothing' : relativeTo(project.root, instead);
      yield {
        path,
        span: lineAt(source.text, 0),
        message: `This is not read without a pyproject.toml beside it, and Vercel installs ${what}. Add one, or delete this file.`,
      };
    }
  },
});

/** The lock files between the functions and the root folder. */
function locksOnTheWay({ project: { root, files }, deployment }: RuleContext): string[] {
  const paths = deployment.entrypoints.filter(({ via }) => via !== 'name').map(({ path }) => path);
  const folders = paths.filter((path) => isWithin(path, root)).flatMap((path) => upTo(directoryOf(path), root));
  return [...new Set(folders)].flatMap((folder) =>
    ['uv.lock', 'pylock.toml'].map((name) => inside(folder, name)).filter((path) => files.has(path)),
  );
}
