import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/src/check/problem.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn } from '../support/check.ts';

/** What the handler rules say of a module stays while somebody types another statement of it. */

const ours = rules.filter(({ area, subject, name }) => {
  return area === 'handler' && subject === 'entrypoint' && name !== 'entrypoint-syntax-error';
});

/** Statements as they stand for a moment, and which do not parse. */
const typed = {
  'a function': '\n\ndef orders(limit\n',
  'the body of a function': '\n\ndef orders():\n    """All of them."""\n    return [\n',
  'a route': '\n\n@app.get("/orders\n',
  'a call': '\n\nsetup(1,\n',
} as const;

const cases = ours.flatMap((rule) =>
  rule.examples
    .filter(({ files }) => parseExample(files).marks.length > 0)
    .map(({ files }) => [`${rule.name}: ${files.replace(/\s+/g, ' ').slice(0, 60)}`, rule, files] as const),
);

describe.each(Object.entries(typed))('while %s is being typed', (what, statement) => {
  it.each(cases)('%s', async (_title, rule, files) => {
    const before = (await problemsIn(files, [rule])).map(shown);
    const [path = ''] = before.map((problem) => problem.path);
    const after = (await problemsIn(withStatement(files, path, statement), [rule])).map(shown);
    const mayHide = what === 'a call' && /^entrypoint-(?:missing|not-a-function)$/.test(rule.name);
    expect(after).toEqual(mayHide ? [] : before);
  });
});

describe('is silent while what is being typed may change it', () => {
  const file = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
  const adapter = 'from mangum import Mangum\nfrom core import api\n\nhandler = Mangum(api)\n';
  it.each([
    ['app', `${adapter}app = make(\n`],
    ['application', `${adapter}application: Any = make(\n`],
    ['an import', `${adapter}from core import (make as app,\n`],
    ['a star import', `${adapter}from core import * as\n`],
    ['another handler', `${adapter}\ndef handler(event\n`],
    ['a string that may hold the rest', `${adapter}\ntext = """\n`],
    ['Python 2 as well', `${adapter}print "x"\n\ndef f(\n`],
  ])('%s', async (_title, text) => {
    const found = await problemsIn(file + text, ours);
    expect(found.map(({ rule }) => rule.name)).toEqual([]);
  });
});

/** The example with `statement` at the end of the file at `path`. */
function withStatement(files: string, path: string, statement: string): string {
  const sections = files.split(/^(?=-- )/m);
  return sections.map((part) => (part.startsWith(`-- ${path}\n`) ? part.trimEnd() + statement : part)).join('');
}

function shown({ path, span, message, severity }: Problem) {
  return { path, span, message, severity };
}
