import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/src/check/problem.ts';
import { type SourceFile, utf8 } from '../../server/src/documents/sourceFile.ts';
import rule from '../../server/src/rules/handler/handlerWrapperFunction.ts';
import { reportOn, withChanges } from '../support/check.ts';
import { grammars } from '../support/grammars.ts';

const { python } = await grammars;
const path = 'api_handler.py';
const vercelJson = utf8(`{ "builds": [{ "src": "${path}", "use": "@vercel/python" }] }`);

/** A module with a wrapper that only calls its adapter. */
interface Module {
  readonly text: string;
  /** What the fix has nothing to do with, before and behind. */
  readonly before: string;
  readonly behind: string;
}

const imports = [
  { line: 'from mangum import Mangum', callee: 'Mangum' },
  { line: 'from mangum import Mangum as M', callee: 'M' },
  { line: 'import mangum', callee: 'mangum.Mangum' },
  { line: 'import mangum as m', callee: 'm.Mangum' },
] as const;

/** Where the application comes from, and what the adapter is given. */
const applications = [
  { line: 'from app.main import app', argument: 'app' },
  { line: 'from app.main import application', argument: 'application' },
  { line: 'from fastapi import FastAPI\napp = FastAPI()', argument: 'app' },
  { line: 'from app.main import app as fastapi_app', argument: 'fastapi_app' },
  { line: 'from app.main import create_app', argument: 'create_app()' },
  { line: 'from app.main import create_app', argument: 'create_app(\n    debug=True,\n)' },
  { line: 'import main', argument: 'main.api' },
  { line: 'import app.main', argument: 'app.main.api' },
  { line: 'try:\n    from main import app\nexcept ImportError:\n    app = None', argument: 'app' },
] as const;

const options = [
  '',
  ', lifespan="off"',
  ', lifespan="off", text_mime_types=["a/b"]',
  ',\n    lifespan="off",  # keep\n',
];
const parameters = [
  'event, context',
  'evt, ctx',
  'request, context',
  'event: dict, context: object = None',
  '*args, **kwargs',
];
const docstrings = ['', '"""AWS style"""', '"""Two\n\n    lines: "quoted", `and` # this.\n    """'];
const before = [
  '',
  '"""Entry."""\n\nimport os\n\n',
  '# -*- coding: utf-8 -*-\nimport os  # keep\n\nX = "ä🐍"\n',
  '@os\nclass A:\n    x = 1\n\n\n',
];
const behind = [
  '',
  '\n',
  '\n\n# end\n',
  '\n\n\ndef other():\n    # inner\n    return 1\n',
  '\nX = [\n    1,\n]  # last',
];

const names = (list: string) =>
  list
    .split(',')
    .map((one) =>
      one
        .trim()
        .replace(/[:=].*$/, '')
        .trim(),
    )
    .join(', ');

const moduleArbitrary: fc.Arbitrary<Module> = fc
  .record({
    adapter: fc.constantFrom(...imports),
    application: fc.constantFrom(...applications),
    option: fc.constantFrom(...options),
    parameter: fc.constantFrom(...parameters),
    docstring: fc.constantFrom(...docstrings),
    how: fc.constantFrom('direct', 'local', 'variable', 'shadowed', 'response', 'shadowed and local', 'below'),
    async: fc.boolean(),
    comments: fc.boolean(),
    localImports: fc.boolean(),
    indentation: fc.constantFrom('  ', '    ', '\t'),
    before: fc.constantFrom(...before),
    behind: fc.constantFrom(...behind),
    crlf: fc.boolean(),
  })
  .map((parts) => {
    const { adapter, application, option, how, comments, indentation } = parts;
    const call = `${adapter.callee}(${application.argument}${option})`;
    const list = names(parts.parameter);
    const wait = parts.async ? 'await ' : '';
    const note = (text: string) => (comments ? `  # ${text}` : '');
    const called =
      how === 'variable'
        ? 'asgi'
        : how === 'below'
          ? 'late'
          : how === 'shadowed'
            ? 'handler'
            : how === 'direct'
              ? call
              : 'inner';
    const isLocal =
      parts.localImports &&
      how !== 'variable' &&
      how !== 'shadowed' &&
      how !== 'below' &&
      !application.line.includes('\n');
    const heads = [adapter.line, application.line];
    const body = [
      ...(parts.docstring ? [parts.docstring] : []),
      ...(comments ? ['# in the body'] : []),
      ...(isLocal ? heads : []),
      ...(called === 'inner' ? [`inner = ${call}${note('made')}`] : []),
      ...(how === 'response' ? [`response = ${wait}${called}(${list})`, `return response${note('done')}`] : []),
      ...(how === 'response' ? [] : [`return ${wait}${called}(${list})${note('done')}`]),
      ...(comments ? ['# at its end'] : []),
    ].map((line) => indentation + line.replaceAll('\n', line.startsWith('"""') ? '\n' : `\n${indentation}`));
    const variables =
      how === 'variable'
        ? [`asgi = ${call}${note('the adapter')}`]
        : how.startsWith('shadowed')
          ? [`handler = ${call}`]
          : [];
    const lines = [
      ...(isLocal ? (how === 'shadowed and local' ? heads : []) : heads),
      ...(comments ? ['', '# above'] : []),
      ...variables,
      '',
      `${parts.async ? 'async ' : ''}def handler(${parts.parameter}):${note('head')}`,
      ...body,
      ...(how === 'below' ? ['', `late = ${call}`] : []),
    ];
    const end = parts.crlf ? (text: string) => text.replaceAll('\n', '\r\n') : (text: string) => text;
    const text = end(parts.before + lines.join('\n') + parts.behind);
    return { text, before: end(parts.before), behind: end(parts.behind.replace(/^\n+/, '')) };
  });

async function problemsOf(text: string): Promise<readonly Problem[]> {
  const files = new Map<string, SourceFile>([
    ['vercel.json', vercelJson],
    [path, utf8(text)],
  ]);
  return (await reportOn(files, [rule])).problems;
}

/** The text after the first fix of the only problem. */
async function collapsed(text: string): Promise<{ after: string; title: string }> {
  const [problem] = await problemsOf(text);
  const fix = problem?.fixes[0];
  if (!fix) return { after: text, title: problem?.message ?? 'nothing found' };
  const after = withChanges(new Map([[path, utf8(text)]]), fix.changes).get(path)?.text ?? '';
  return { after, title: fix.title };
}

const commentsOf = (text: string) => {
  const document = python.parse(utf8(text));
  return document.comments.map(({ start, end }) => text.slice(start, end).trimEnd()).sort();
};

describe('serving the application directly', () => {
  it('leaves a module that deploys, without an adapter', async () => {
    await fc.assert(
      fc.asyncProperty(moduleArbitrary, async ({ text, before }) => {
        fc.pre(python.parse(utf8(text)).vercel?.valid === true);
        const [problem] = await problemsOf(text);
        const fix = problem?.fixes[1];
        expect(fix?.title).toMatch(/^Serve `app(lication)?` directly$/);
        const after = withChanges(new Map([[path, utf8(text)]]), fix?.changes ?? []).get(path)?.text ?? '';
        const document = python.parse(utf8(after));
        expect(document.vercel?.valid).toBe(true);
        expect(['app', 'application']).toContain(document.vercel?.entrypoint);
        expect(after).not.toMatch(/def handler\(/);
        expect(after.trimEnd().startsWith(before.trimEnd())).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('collapsing a wrapper', () => {
  it('leaves a module that deploys, and everything else as it was', async () => {
    await fc.assert(
      fc.asyncProperty(moduleArbitrary, async ({ text, before, behind }) => {
        fc.pre(python.parse(utf8(text)).vercel?.valid === true);
        const { after, title } = await collapsed(text);
        expect(title).toMatch(/^Collapse into `handler = /);
        const document = python.parse(utf8(after));
        expect(document.vercel?.valid).toBe(true);
        expect(['app', 'application']).toContain(document.vercel?.entrypoint);
        expect(after).toMatch(/^handler = /m);
        expect(after).not.toMatch(/def handler\(/);
        expect(await problemsOf(after)).toEqual([]);
        const kept = commentsOf(after);
        expect(commentsOf(text).filter((comment) => !kept.includes(comment))).toEqual([]);
        expect(after.startsWith(before)).toBe(true);
        expect(after.endsWith(behind)).toBe(true);
        if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
        expect((await collapsed(after)).after).toBe(after);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
