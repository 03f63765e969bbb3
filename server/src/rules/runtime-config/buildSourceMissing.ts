import { buildsOf, matchesOf } from '../../deployment/builds.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { nameOf, relativeTo } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { filesBelow } from '../../project/walk.ts';
import { isGlob } from '../../text/glob.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'build-source-missing',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`builds[].src` names a file that is not there.',
  why: 'The builder looks for the file, finds nothing to do and says nothing. The deployment succeeds without the function, and every request to it answers 404.',
  source: 'https://vercel.com/docs/project-configuration#builds',
  examples: [
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": «"api/handlr.py"», "use": "@vercel/python" }] }\n-- api/handler.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{ "builds": [{ "src": "api/handler.py", "use": "@vercel/python" }] }\n-- api/handler.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": «"main.py"», "use": "@vercel/python" }] }\n-- app/main.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{ "builds": [{ "src": "app/main.py", "use": "@vercel/python" }] }\n-- app/main.py\napp = 1\n',
    },
    { files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\napp = 1\n' },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "/api/main.py", "use": "@vercel/python" }] }\n-- api/main.py\napp = 1\n',
    },
    {
      files: '-- vercel.json\n{ "builds": [{ "src": "api/*.py", "use": "@vercel/python" }] }\n',
      note: 'a pattern may match nothing',
    },
    {
      files: '-- vercel.json\n{ "builds": [{ "src": "package.json", "use": "@vercel/next" }] }\n',
      note: 'not built as Python',
    },
    { files: '-- vercel.json\n{ "builds": [{ "src": "ma', note: 'half typed' },
  ],

  *check(_document, { project }) {
    for (const build of buildsOf(project)) {
      const src = stringOf(build.src);
      if (!build.src || !build.isPython || !src || isGlob(src) || matchesOf(project, build).length > 0) continue;
      const meant = nearestFile(project, src);
      yield {
        span: spanOf(build.src),
        message: `No file \`${src}\` is here, so this builds nothing and its routes answer 404. Name the file that holds the app.`,
        fixes: meant ? [{ title: `Change to "${meant}"`, safety: 'unsafe', edits: replacement(build.src, meant) }] : [],
      };
    }
  },
});

/** A file of the same name elsewhere, if there is just one, else the one with the most similar path. */
function nearestFile({ root, files }: Project, src: string): string | undefined {
  const paths = [...filesBelow(files, root)]
    .filter((path) => path.endsWith('.py'))
    .map((path) => relativeTo(root, path));
  const sameName = paths.filter((path) => nameOf(path) === nameOf(src));
  return sameName.length === 1 ? sameName[0] : nearest(src, paths);
}
