import { documentAt, type Files } from '../../project/files.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { ignoredFolders } from '../../project/walk.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'vercel-json-out-of-reach',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: 'A vercel.json below the folder of another one.',
  why: 'Vercel reads the vercel.json of the Root Directory and no other. This one counts only in a project of its own on Vercel, whose Root Directory is its folder; a deployment of the folder above does not look at it.',
  ignore: 'Both folders are projects of their own on Vercel.',
  source: 'https://vercel.com/docs/monorepos',
  examples: [
    {
      files:
        '-- vercel.json\n{}\n-- backend/vercel.json\n«{»\n  "functions": { "api/index.py": { "maxDuration": 30 } }\n}\n',
    },
    {
      files:
        '-- vercel.json\n{ "version": 2 }\n-- api/v1/vercel.json\n«{» "version": 2 }\n-- api/v1/x/vercel.json\n{}\n',
    },
    { files: '-- apps/web/vercel.json\n{}\n-- backend/vercel.json\n{ "version": 2 }\n', note: 'side by side' },
    {
      files:
        '-- vercel.json\n{}\n-- backend/vercel.json\n{ "version": 2 }\n-- backend/.vercel/project.json\n{ "projectId": "p", "orgId": "o" }\n',
      note: 'the folder is linked to a project of its own',
    },
    { files: '-- vercel.json\n{}\n-- backend/vercel.json\n', note: 'half typed: still empty' },
  ],

  *check(_document, { path, project: { root, files } }) {
    for (const folder of outermostBelow(files, root)) {
      const found = inside(folder, 'vercel.json');
      const object = documentAt(files, found, 'vercel.json')?.root;
      if (!object || files.has(inside(folder, '.vercel/project.json'))) continue;
      yield {
        path: found,
        span: { start: object.offset, end: object.offset + 1 },
        message: `This counts only for a Vercel project with the Root Directory \`${relativeTo(root, folder)}\`. The folder above has its own.`,
        related: [{ path, span: { start: 0, end: 0 }, message: 'A deployment of the folder above reads this one.' }],
      };
    }
  },
});

/** The folders below `directory` with a vercel.json, none below another one. */
function* outermostBelow(files: Files, directory: string): Generator<string> {
  for (const { name, kind } of files.list(directory)) {
    const folder = inside(directory, name);
    if (kind !== 'directory' || ignoredFolders.has(name)) continue;
    if (files.has(inside(folder, 'vercel.json'))) yield folder;
    else yield* outermostBelow(files, folder);
  }
}
