import { describe, expect, it } from 'vitest';
import { isOwn, ownFrame, projectFile, shownPath } from '../../server/src/logs/frames.ts';
import { linesOf } from '../../server/src/logs/reader.ts';
import { rootOfChain, type Traceback, TracebackParser } from '../../server/src/logs/traceback.ts';
import type { Files } from '../../server/src/project/files.ts';

/** Every traceback of `log`, in the order in which they begin. */
function tracebacksIn(log: string): readonly Traceback[] {
  const parser = new TracebackParser();
  return [...new Set(linesOf(log).flatMap((line) => parser.push(line)?.traceback ?? []))];
}

const brief = ({ raised }: Traceback) =>
  raised.map(({ type, message, frames }) => [type, message, frames.map(({ path, line }) => `${path}:${line}`)]);

const plain = `Traceback (most recent call last):
  File "/var/task/_vendor/vercel_runtime/vc_init.py", line 490, in _import
    spec.loader.exec_module(module)
  File "<frozen importlib._bootstrap_external>", line 999, in exec_module
  File "<frozen importlib._bootstrap>", line 488, in _call_with_frames_removed
  File "/var/task/api/index.py", line 3, in <module>
    from app.db import engine
  File "/var/task/app/db.py", line 7, in <module>
    engine = create_engine(os.environ["DATABASE_URL"])
                           ~~~~~~~~~~^^^^^^^^^^^^^^^^
  File "<frozen os>", line 714, in __getitem__
KeyError: 'DATABASE_URL'
`;

describe('a traceback', () => {
  it('gives type, message, frames and the frame of the user', () => {
    const [traceback] = tracebacksIn(plain);
    const raised = traceback?.raised[0];
    expect(raised).toMatchObject({ type: 'KeyError', message: "'DATABASE_URL'" });
    expect(raised?.frames).toHaveLength(6);
    expect(raised && ownFrame(raised)).toMatchObject({
      path: '/var/task/app/db.py',
      line: 7,
      within: '<module>',
      source: 'engine = create_engine(os.environ["DATABASE_URL"])',
    });
  });

  it.each([
    ['with timestamps', plain.replace(/^/gm, '20:11:52.120 ')],
    ['in a quote', plain.replace(/^/gm, '> ')],
    ['with CRLF', plain.replaceAll('\n', '\r\n')],
    ['in JSON', JSON.stringify({ message: plain, source: 'lambda' })],
    [
      'as lines of JSON',
      plain
        .trimEnd()
        .split('\n')
        .map((message) => JSON.stringify({ message }))
        .join('\n'),
    ],
    ['in colours', plain.replace(/^/gm, '\u001b[31m').replaceAll('\n', '\u001b[0m\n')],
    ['without indentation', plain.replace(/^ +/gm, '')],
  ])('is the same %s', (_name, log) => {
    const raised = tracebacksIn(log)[0]?.raised[0];
    expect(raised).toMatchObject({ type: 'KeyError', message: "'DATABASE_URL'" });
    expect(raised && ownFrame(raised)).toMatchObject({ path: '/var/task/app/db.py', line: 7 });
  });

  it('may be a chain, of which the cause counts and not what was passed on', () => {
    const log = `Traceback (most recent call last):
  File "/var/task/a.py", line 1, in f
    connect()
psycopg2.OperationalError: connection refused

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/var/task/_vendor/sqlalchemy/x.py", line 2, in g
    raise
sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection refused
(Background on this error at: https://sqlalche.me/e/20/e3q8)

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/var/task/b.py", line 3, in h
    raise Broken(1)
b.Broken: 1
`;
    const [traceback] = tracebacksIn(log);
    expect(traceback && brief(traceback)).toEqual([
      ['psycopg2.OperationalError', 'connection refused', ['/var/task/a.py:1']],
      ['sqlalchemy.exc.OperationalError', '(psycopg2.OperationalError) connection refused', [expect.any(String)]],
      ['b.Broken', '1', ['/var/task/b.py:3']],
    ]);
    expect(traceback && rootOfChain(traceback)?.type).toBe('b.Broken');
    expect(traceback && rootOfChain({ raised: traceback.raised.slice(0, 2) })?.type).toBe('psycopg2.OperationalError');
  });

  it('keeps the lines behind its first one', () => {
    const log = `Traceback (most recent call last):
  File "/var/task/settings.py", line 9, in <module>
    settings = Settings()
pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings
DATABASE_URL
  Field required [type=missing, input_value={}, input_type=dict]

INFO: next
`;
    expect(tracebacksIn(log)[0]?.raised[0]?.detail).toEqual([
      'DATABASE_URL',
      '  Field required [type=missing, input_value={}, input_type=dict]',
    ]);
  });

  it('may be of a syntax error, whose file is the last frame', () => {
    const log = `Traceback (most recent call last):
  File "/var/task/vc_init.py", line 4, in <module>
  File "/var/task/api/index.py", line 4
    await load()
    ^^^^^^^^^^^^
SyntaxError: 'await' outside async function
`;
    const raised = tracebacksIn(log)[0]?.raised[0];
    expect(raised).toMatchObject({ type: 'SyntaxError', message: "'await' outside async function" });
    expect(raised && ownFrame(raised)).toMatchObject({ path: '/var/task/api/index.py', line: 4 });
  });

  it('that is cut explains nothing, and does not swallow what follows', () => {
    expect(tracebacksIn('Traceback (most recent call last):\n  File "a.py", line 1, in f\n')).toEqual([]);
    const log = `Traceback (most recent call last):
  File "/var/task/a.py", line 1, in f
    x()
INFO: something else
Deployed, all is well
${plain}`;
    expect(tracebacksIn(log).map((traceback) => traceback.raised[0]?.type)).toEqual(['KeyError']);
  });
});

describe('the path of a frame', () => {
  it.each([
    ['/var/task/main.py', true],
    ['/vercel/path0/api/index.py', true],
    ['C:\\Users\\ann\\shop\\api\\index.py', true],
    ['/var/task/vc__handler__python.py', false],
    ['/var/task/_vendor/fastapi/app.py', false],
    ['/vercel/path0/.vercel/python/.venv/lib/python3.12/site-packages/django/a.py', false],
    ['/var/lang/lib/python3.12/os.py', false],
    ['C:\\Python312\\Lib\\os.py', false],
    ['/tmp/_vc_deps/lib/quiet.py', false],
    ['<frozen importlib._bootstrap>', false],
  ])("%s is the project's own: %s", (path, expected) => {
    expect(isOwn(path)).toBe(expected);
  });

  it('leads to the file in the project', () => {
    const there = new Set(['backend/api/index.py', 'tools/run.py']);
    const files = { has: (path: string) => there.has(path) } as Files;
    const find = (path: string) => projectFile(path, 'backend', files);
    expect(find('/var/task/api/index.py')).toBe('backend/api/index.py');
    expect(find('/vercel/path0/backend/api/index.py')).toBe('backend/api/index.py');
    expect(find('C:\\Users\\ann\\shop\\backend\\api\\index.py')).toBe('backend/api/index.py');
    expect(find('./api/index.py')).toBe('backend/api/index.py');
    expect(find('/var/task/tools/run.py')).toBe('tools/run.py');
    expect(find('/var/task/gone.py')).toBeUndefined();
    expect(find('../api/index.py')).toBeUndefined();
    expect(shownPath('/var/task/api/index.py')).toBe('api/index.py');
  });
});
