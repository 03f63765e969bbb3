import type { ReferenceEntry } from '../../documents/requirements.ts';
import { directoryOf, join } from '../../project/paths.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

export default defineRule({
  name: 'requirements-include',
  area: 'dependencies',
  subject: 'requirements.txt',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A `-r` or `-c` line in the requirements file that is installed.',
  why: 'The builder reads the file with a parser of its own, which opens no other file: it stops with PYTHON_REQUIREMENTS_PARSE_ERROR, "Error parsing included file", even where that file is there and pip would accept the line.',
  source: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/#referring-to-other-requirements-files',
  examples: [
    {
      files:
        '-- vercel.json\n{}\n-- requirements.txt\n«-r requirements/base.txt»\nhttpx\n-- requirements/base.txt\n# web\nfastapi\nuvicorn\n-- main.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{}\n-- requirements.txt\n# web\nfastapi\nuvicorn\nhttpx\n-- requirements/base.txt\n# web\nfastapi\nuvicorn\n-- main.py\napp = 1\n',
    },
    {
      files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n«--constraint=constraints.txt»\n-- main.py\napp = 1\n',
    },
    { files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi  # not -r base.txt\n-- main.py\napp = 1\n' },
    {
      files:
        '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- requirements/dev.txt\n-r ../requirements.txt\n-- main.py\napp = 1\n',
      note: 'a file that is not installed',
    },
    { files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-r \n-- main.py\napp = 1\n', note: 'half typed' },
  ],

  *check(document, context) {
    if (context.deployment.install.source !== context.path) return;
    for (const entry of document.entries) {
      if ((entry.kind !== 'include' && entry.kind !== 'constraint') || !entry.target) continue;
      const line = textAt(document.text, entry.span);
      const what = entry.kind === 'include' ? 'Write its lines here instead.' : 'Pin the versions here instead.';
      yield {
        span: entry.span,
        message: `\`${line.length > 60 ? entry.option.name : line}\` stops the build: Vercel's parser opens no other file. ${what}`,
        fixes: fixesFor(entry, context),
      };
    }
  },
});

/** The lines of the file, which may itself refer to no other. */
function fixesFor({ kind, target = '', span }: ReferenceEntry, { path, project: { files } }: RuleContext): Fix[] {
  const included = kind === 'include' ? join(directoryOf(path), target) : undefined;
  const source = included === undefined ? undefined : files.source(included);
  if (!source || source.encoding === 'binary' || /^\s*-/m.test(source.text)) return [];
  const edits = [{ span, newText: source.text.replace(/\s+$/, '') }];
  return [{ title: `Write the lines of ${target} here`, safety: 'unsafe', edits }];
}
