import { nameOf } from '../../project/paths.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'python-version-patch-ignored',
  area: 'python-version',
  subject: 'project',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: 'A patch number in the Python version selects nothing.',
  why: 'Vercel drops the patch number and runs the release of that minor version that its image has.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«3.12.4»\n' },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«python3.13.1»\n' },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12\n' },
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.9.18\n',
      note: 'not available at all: another rule speaks of it',
    },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12.\n', note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, outcome, version } = deployment.python;
    if (outcome !== 'used' || source === null || !span || nameOf(source) !== '.python-version') return;
    const text = textAt(project.files.source(source)?.text ?? '', span);
    if (!/^(?:v|c?python@?-?|==\s*)?\d+\.\d+\.\d+$/i.test(text)) return;
    yield {
      path: source,
      span,
      message: `Vercel chooses by ${version} only: the patch number selects nothing. Expect any release of ${version}.`,
    };
  },
});
