import { lineEndingOf } from '../../text/lines.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { isBeingTyped, meantVersion } from './changeVersion.ts';

export default defineRule({
  name: 'python-version-file-unreadable',
  area: 'python-version',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`.python-version` names no version.',
  why: 'The build stops with "could not parse .python-version file: no valid Python version requests found".',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«latest»\n',
      fixed: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12\n',
    },
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«system»\n',
      fixed: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12\n',
    },
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\nlatest\n3.13\n',
      note: 'one line that can be read is enough',
    },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\npython3.12\n' },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.', note: 'half typed' },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n>=', note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, outcome, version } = deployment.python;
    if (outcome !== 'unreadable' || source === null || !span) return;
    const text = textAt(project.files.source(source)?.text ?? '', span);
    if (isBeingTyped(text)) return;
    const isComment = text === '' || text.startsWith('#');
    const newText = (isComment ? undefined : meantVersion(text)) ?? version;
    const ending = lineEndingOf(project.files.source(source)?.text ?? '');
    const edit = isComment ? { span: { start: 0, end: 0 }, newText: `${newText}${ending}` } : { span, newText };
    yield {
      path: source,
      span,
      message: `This names no Python version, so the build stops. Write one, such as ${newText}.`,
      fixes: [{ title: `Write ${newText}`, safety: 'unsafe', files: [{ path: source, edits: [edit] }] }],
    };
  },
});
