import { pinnedReleases } from '../../facts/pythonVersions.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'runtime-txt-unpinned',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: '`runtime.txt` names no exact Python version.',
  why: 'A platform that reads runtime.txt wants an exact release and refuses, or guesses, a shorter one. Vercel reads no runtime.txt at all: see `runtime-txt-not-read` for the pin that works there.',
  source: 'https://devcenter.heroku.com/articles/python-runtimes',
  examples: [
    { files: '-- runtime.txt\n«python-3.9»\n', fixed: '-- runtime.txt\n3.9.18\n' },
    { files: '-- runtime.txt\n«3.9»', fixed: '-- runtime.txt\n3.9.18' },
    { files: '-- runtime.txt\r\n  «Python3.12»\r\n', fixed: '-- runtime.txt\r\n  3.12.10\r\n' },
    { files: '-- runtime.txt\n«python-3.99»\n', note: 'a version of which no release is known has no fix' },
    { files: '-- runtime.txt\n3.9.18\n' },
    { files: '-- runtime.txt\npython-3.12.4\n' },
    { files: '-- runtime.txt\npython-3.\n', note: 'half typed' },
  ],

  *check(document) {
    const { version } = document;
    if (!version || version.patch !== undefined) return;
    const release = pinnedReleases[`${version.major}.${version.minor}`];
    const named = textAt(document.text, version.span);
    yield {
      span: version.span,
      message: `\`${named}\` names no exact version. Pin it to ${release ?? 'an exact release, such as 3.12.10'}.`,
      fixes: release
        ? [{ title: `Pin to ${release}`, safety: 'safe', edits: [{ span: version.span, newText: release }] }]
        : [],
    };
  },
});
