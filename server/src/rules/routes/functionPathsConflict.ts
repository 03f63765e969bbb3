import { inside } from '../../project/paths.ts';
import { lineAt } from '../../text/lines.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'function-paths-conflict',
  area: 'routes',
  subject: 'project',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'Two files of the `api` folder would answer the same paths.',
  why: 'The build stops before anything is built. Each file below `api` answers at its path without extension, and a name in brackets stands for any: two that differ in no other way exclude each other, and so do two brackets of one name in one path.',
  source: 'https://vercel.com/docs/errors/error-list#conflicting-functions',
  examples: [
    {
      files: '-- vercel.json\n{}\n-- api/[id].py\n«app = 1»\n-- api/[name].py\napp = 2\n',
    },
    { files: '-- vercel.json\n{}\n-- api/hello.py\n«from app import app»\n-- api/hello.txt\nHello\n' },
    { files: '-- vercel.json\n{}\n-- api/[id]/[id].py\n«app = 1»\n', note: 'one name twice' },
    { files: '-- vercel.json\n{}\n-- api/[id].py\napp = 1\n-- api/users.py\napp = 2\n' },
    { files: '-- vercel.json\n{}\n-- api/users.py\napp = 1\n-- api/users/index.py\napp = 2\n' },
    {
      files: '-- requirements.txt\nfastapi\n-- main.py\napp = 1\n-- api/[id].py\nid = 1\n-- api/[name].py\nname = 2\n',
      note: 'a preset makes one function of all',
    },
    { files: '-- vercel.json\n{}\n-- api/[id].py\napp =\n-- api/[na', note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const error = deployment.errors.find(({ code }) => code.startsWith('conflicting_'));
    const text = error?.file === undefined ? undefined : project.files.source(error.file)?.text;
    if (!error || error.file === undefined || text === undefined) return;
    const line = lineAt(text, 0);
    const span = { start: line.start, end: line.start + text.slice(line.start, line.end).trimEnd().length };
    const [name = '', ...others] = [...error.message.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
    if (error.code === 'conflicting_path_segment') {
      const message = `The build stops: \`[${name}]\` stands twice in ${others[0]}. Give each a name of its own.`;
      yield { span, path: error.file, message };
      return;
    }
    const related = others.map((other) => ({
      path: inside(project.root, other),
      span: { start: 0, end: 0 },
      message: 'The same paths.',
    }));
    const message = `The build stops: ${name} and ${others[0]} would answer the same paths. Rename or move one of them.`;
    yield { span, path: error.file, message, related };
  },
});
