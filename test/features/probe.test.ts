import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { checkOf, type ProbeReport, reportOf } from '../../server/src/features/probe.ts';
import { type HttpAnswer, judge, vercelErrorCode } from '../../server/src/features/probeAnswer.ts';
import { compareWithFiles } from '../../server/src/features/probeComparison.ts';
import { answeredBy } from '../../server/src/features/probeFramework.ts';
import { readOpenApi } from '../../server/src/features/probeOpenApi.ts';
import { probePage } from '../../server/src/features/probePage.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { grammars } from '../support/grammars.ts';

const vercel = { server: 'Vercel', 'x-vercel-id': 'fra1::abcde-1764100000000-0123456789ab' };

function answer(status: number, body = '', headers: Record<string, string> = vercel): HttpAnswer {
  return { kind: 'answer', status, body, headers, milliseconds: 12.4 };
}

describe('an answer', () => {
  it('of Vercel has its code in a header or on the page', () => {
    expect(vercelErrorCode(answer(404, '', { ...vercel, 'x-vercel-error': 'NOT_FOUND' }))).toBe('NOT_FOUND');
    const page = '504: GATEWAY_TIMEOUT\nCode: FUNCTION_INVOCATION_TIMEOUT\nID: hnd1::fs8k9-1679151302268-044a719e1f27';
    expect(vercelErrorCode(answer(504, page))).toBe('FUNCTION_INVOCATION_TIMEOUT');
  });

  it('of the application is not taken for one of Vercel', () => {
    expect(vercelErrorCode(answer(500, 'FUNCTION_INVOCATION_FAILED'))).toBeUndefined();
    expect(vercelErrorCode(answer(200, '', { ...vercel, 'x-vercel-error': 'NOT_FOUND' }))).toBeUndefined();
    expect(vercelErrorCode(answer(404, '', { 'x-vercel-error': 'NOT_FOUND' }))).toBeUndefined();
    expect(judge(answer(404, '{"detail":"Not Found"}'))).toMatchObject({ verdict: 'info' });
  });

  it('with a traceback tells its type and nothing else of it', () => {
    const body = 'Traceback (most recent call last):\n  File "a.py"\nsqlalchemy.exc.OperationalError: user:hunter2@db';
    const { verdict, note } = judge(answer(500, body));
    expect(verdict).toBe('error');
    expect(note).toContain('ends with sqlalchemy.exc.OperationalError,');
    expect(note).not.toContain('hunter2');
  });

  it('with a code that nobody knows leads to the page of Vercel', () => {
    const { note } = judge(answer(500, '', { ...vercel, 'x-vercel-error': 'SOMETHING_NEW' }));
    expect(note).toContain('https://vercel.com/docs/errors/SOMETHING_NEW');
  });
});

describe('who answered', () => {
  it.each([
    ['fastapi', answer(404, '{"detail":"Not Found"}', { 'content-type': 'application/json' })],
    ['starlette', answer(404, 'Not Found', { 'content-type': 'text/plain; charset=utf-8' })],
    ['flask', answer(404, '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>')],
    ['django', answer(404, '<h1>Not Found</h1><p>The requested resource was not found on this server.</p>')],
    ['django', answer(200, '', { 'set-cookie': 'csrftoken=x; Path=/' })],
    [null, answer(404, 'nothing')],
    [null, answer(200, '{"detail":"Not Found"}', { 'content-type': 'application/json' })],
  ])('is %s', (framework, one) => {
    expect(answeredBy([one], undefined).framework).toBe(framework);
  });

  it('is Python in a version where the server says so', () => {
    const found = answeredBy([answer(200, '', { server: 'Werkzeug/3.0.1 Python/3.12.4' })], undefined);
    expect(found).toMatchObject({ framework: 'flask', python: '3.12.4' });
  });
});

describe('an OpenAPI document', () => {
  it('gives the routes below its server, and resolves what it refers to', () => {
    const parameters = { Q: { name: 'q', required: true }, P: { name: 'p' } };
    const api = readOpenApi(
      JSON.stringify({
        openapi: '3.0.0',
        servers: [{ url: '/v1/' }],
        components: { parameters },
        paths: {
          '/a': { get: { parameters: [{ $ref: '#/components/parameters/P' }] } },
          '/b': { get: { parameters: [{ $ref: '#/components/parameters/Q' }] } },
          '/c': { parameters: [{ $ref: 'other.json#/Q' }], get: {} },
          '/d': { post: {} },
          'https://evil.example/e': { get: {} },
        },
      }),
    );
    expect(api).toEqual({ title: null, paths: ['/v1/a'], withParameters: 2, isFastApi: false });
  });

  it.each(['', '{', '[]', 'null', '{"openapi":"3"}', '{"paths":{}}', '<html>'])('is not %s', (text) => {
    expect(readOpenApi(text)).toBeUndefined();
  });
});

/** A report on one route. */
function reportWith(path: string, one: HttpAnswer): ProbeReport {
  const reached = { result: one, elsewhere: null, milliseconds: 12.4 };
  return reportOf('https://shop.vercel.app/', [checkOf(path, reached)], { first: reached, later: [], answers: [one] });
}

async function comparison(files: string, report: ProbeReport): Promise<string[] | undefined> {
  const workspace = new Workspace(memoryFileSystem(parseExample(files).files), await grammars);
  return workspace.ask((view) => {
    const project = { root: '', files: view };
    return compareWithFiles(project, resolveDeployment(project), report).map(({ message }) => message);
  });
}

const flask = '-- requirements.txt\nflask\n-- app.py\nfrom flask import Flask\napp = Flask(__name__)\n';
const notFound = answer(404, '', { ...vercel, 'x-vercel-error': 'NOT_FOUND' });

describe('the comparison with the files', () => {
  it('is silent where both agree', async () => {
    expect(await comparison(flask, reportWith('/', answer(200, '{}')))).toEqual([]);
  });

  it('finds a route that the files promise', async () => {
    const [message] = (await comparison(flask, reportWith('/items', notFound))) ?? [];
    expect(message).toContain('The files promise that `app` of app.py answers /items, but Vercel has nothing there.');
  });

  it('finds another framework, another Python, and files that would not build', async () => {
    const other = answer(404, '{"detail":"Not Found"}', { 'content-type': 'application/json', server: 'Python/3.9.1' });
    expect(await comparison(flask, reportWith('/', other))).toEqual([
      'The files promise Flask, but FastAPI answered. The URL may belong to another project.',
      'Vercel would run Python 3.12, but Python 3.9.1 answered.',
    ]);
    const broken = '-- requirements.txt\nfastapi\n-- main.py\nprint(1)\n';
    const [message] = (await comparison(broken, reportWith('/', answer(200, '{}')))) ?? [];
    expect(message).toContain('The files would not build (');
  });
});

describe('the page of a check', () => {
  it('names what failed, and no more than the files of others may say', () => {
    const page = probePage(reportWith('/<script>|x', notFound));
    expect(page).toContain('**The URL failed.**');
    expect(page).toContain('| ✗ | `/<script>\\|x` | 404 NOT\\_FOUND | 12 ms | Vercel answers NOT\\_FOUND.');
    expect(page).toContain('*Nothing but GET was sent, and only to this host.*');
  });
});
