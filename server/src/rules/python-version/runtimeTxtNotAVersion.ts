import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'runtime-txt-not-a-version',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: '`runtime.txt` holds something that is no Python version.',
  why: 'The file is meant to hold one line such as `python-3.12.4`. Anything else, a pasted command or quoted text among it, selects nothing on any platform.',
  source: 'https://devcenter.heroku.com/articles/python-runtimes',
  examples: [
    { files: '-- runtime.txt\n«"python-3.9.18"»\n' },
    { files: '-- runtime.txt\n«echo "3.9.18" > runtime.txt»\n' },
    { files: '-- runtime.txt\n«»\n\n', note: 'a blank file' },
    { files: '-- runtime.txt\npython-3.9\n' },
    { files: '-- runtime.txt\n3.12.4' },
    { files: '-- runtime.txt\npyth', note: 'half typed' },
    { files: '-- runtime.txt\npython-3.', note: 'half typed' },
  ],

  *check({ text, content, version }) {
    if (version || isBeingTyped(text)) return;
    if (!content) {
      yield {
        span: { start: 0, end: 0 },
        message: 'runtime.txt is blank. Name a version such as 3.12.10, or delete it.',
      };
      return;
    }
    yield { span: content, message: 'This is no Python version. Write one line such as 3.12.10, without quotes.' };
  },
});

/** The beginning of a version, as it stands for a moment while somebody types. */
function isBeingTyped(text: string): boolean {
  return /^\s*(p|py|pyt|pyth|pytho|python-?)?(\d+\.?){0,3}\s*$/i.test(text) && text.trim() !== '';
}
