import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../../server/src/deployment/resolve.ts';
import type { AnyDocument } from '../../../server/src/documents/kinds.ts';
import type { Completion, Hover } from '../../../server/src/features/completion.ts';
import type { FeatureContext } from '../../../server/src/features/context.ts';
import { vercelJsonCompletion } from '../../../server/src/features/vercelJson/completion.ts';
import { vercelJsonHover } from '../../../server/src/features/vercelJson/hover.ts';
import { memoryFileSystem, Workspace } from '../../../server/src/project/workspace.ts';
import { parseExample } from '../../../server/src/rules/example.ts';
import { grammars } from '../../support/grammars.ts';

const now = Date.UTC(2026, 10, 25, 12, 30);
const flask = '-- requirements.txt\nflask\n-- main.py\nfrom flask import Flask\napp = Flask(__name__)\n';
const api =
  '-- api/users.py\nfrom http.server import BaseHTTPRequestHandler\nclass handler(BaseHTTPRequestHandler):\n    pass\n-- api/items/[id].py\napp = 1\n-- api/_helper.py\nx = 1\n';

/** Asks at `|` of vercel.json, the first file of `example`. */
async function ask<T>(
  json: string,
  rest: string,
  question: (document: AnyDocument, offset: number, context: FeatureContext) => T,
  path = 'vercel.json',
): Promise<{ text: string; answer: T }> {
  const offset = json.indexOf('|');
  const text = json.replace('|', '');
  const { files } = parseExample(`-- other.txt\n\n${rest}`);
  const workspace = new Workspace(
    memoryFileSystem(new Map([...files, [path, { text, encoding: 'utf-8' }]])),
    await grammars,
  );
  const answer = await workspace.ask((view) => {
    const document = view.document(path);
    if (!document) return undefined;
    const project = { root: '', files: view };
    const deployment = () => resolveDeployment(project);
    return {
      value: question(document, offset, {
        path,
        now,
        project,
        isDeployed: true,
        rules: [],
        deployment,
      }),
    };
  });
  if (!answer) throw new Error('no answer');
  return { text, answer: answer.value };
}

async function completions(json: string, rest = flask): Promise<{ text: string; answer: readonly Completion[] }> {
  return ask(json, rest, (document, offset, context) => vercelJsonCompletion(document, offset, context));
}

async function labels(json: string, rest = flask): Promise<string[]> {
  return (await completions(json, rest)).answer.map(({ label }) => label);
}

/** The text after the first completion of this label was chosen. */
async function chosen(json: string, label: string, rest = flask): Promise<string | undefined> {
  const { text, answer } = await completions(json, rest);
  const one = answer.find((each) => each.label === label);
  return one && `${text.slice(0, one.span.start)}${one.newText}${text.slice(one.span.end)}`;
}

async function hover(json: string, rest = flask): Promise<Hover | undefined> {
  return (await ask(json, rest, (document, offset, context) => vercelJsonHover(document, offset, context))).answer;
}

describe('completion in vercel.json', () => {
  it('knows the files that `builds` can name', async () => {
    expect(await labels('{ "builds": [{ "src": "|" }] }')).toEqual(['main.py']);
    expect(await labels('{ "builds": [{ "src": | }] }', api)).toEqual(['api/items/[id].py', 'api/users.py']);
    expect(await labels('{ "builds": [{ "src": "|" }] }', '-- deep/down/web.py\napp = 1\n')).toEqual([
      'deep/down/web.py',
    ]);
    expect(await labels('{ "builds": [{ "use": "|" }] }')).toEqual([]);
  });

  it('replaces the whole string, and nothing behind one that is not closed', async () => {
    const result = '{ "builds": [{ "src": "main.py" }] }';
    expect(await chosen('{ "builds": [{ "src": "ma|x" }] }', 'main.py')).toBe(result);
    expect(await chosen('{ "builds": [{ "src": "|" }] }', 'main.py')).toBe(result);
    expect(await chosen('{ "builds": [{ "src": | }] }', 'main.py')).toBe(result);
    expect(await chosen('{ "builds": [{ "src": "ma| }] }', 'main.py')).toBe(result);
    expect(await chosen('{ "builds": [{ "src": "|\n}] }', 'main.py')).toBe('{ "builds": [{ "src": "main.py"\n}] }');
  });

  it('knows the functions that can have settings, but for those that have them', async () => {
    expect(await labels('{ "functions": { "|" } }')).toEqual(['main.py']);
    expect(await labels('{ "functions": { | } }', api)).toEqual(['api/items/[id].py', 'api/users.py', 'api/**/*.py']);
    expect(await labels('{ "functions": { "api/users.py": {}, "|" } }', api)).not.toContain('api/users.py');
    expect(await labels('{ "functions": { "main.py|": {} } }')).toEqual(['main.py']);
    expect(await labels('{ "builds": [], "functions": { "main.py": { "|" } } }')).toEqual([]);
    expect(await labels('{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "functions": { "|" } }')).toEqual(
      [],
    );
  });

  it('gives a new key an object, and leaves the value of an old one alone', async () => {
    expect(await chosen('{ "functions": { "|" } }', 'main.py')).toBe('{ "functions": { "main.py": {$1} } }');
    expect(await chosen('{ "functions": { "m|": { "memory": 128 } } }', 'main.py')).toBe(
      '{ "functions": { "main.py": { "memory": 128 } } }',
    );
    expect(await chosen('{ "functions": { "|" "x.py": {} } }', 'main.py')).toBe(
      '{ "functions": { "main.py": {$1}, "x.py": {} } }',
    );
  });

  it('knows the paths that functions answer, as destinations and for cron jobs', async () => {
    const paths = ['/api/items/[id]', '/api/users'];
    expect((await labels('{ "rewrites": [{ "source": "/a", "destination": "|" }] }', api)).sort()).toEqual(paths);
    expect((await labels('{ "crons": [{ "path": "|" }] }', api)).sort()).toEqual(paths);
    const builds = '"builds": [{ "src": "main.py", "use": "@vercel/python" }]';
    expect(await labels(`{ ${builds}, "routes": [{ "src": "/(.*)", "dest": "|" }] }`)).toEqual(['/main.py']);
    expect(await labels(`{ ${builds}, "routes": [{ "src": "/(.*)", "dest": "/m|`)).toEqual(['/main.py']);
    expect(await labels('{ "rewrites": [{ "destination": "|" }] }')).toEqual([]);
  });

  it('offers schedules in words', async () => {
    const { answer } = await completions('{ "crons": [{ "schedule": "|" }] }');
    expect(answer[0]).toMatchObject({ label: '0 5 * * *', detail: 'At 05:00 UTC every day.' });
    expect(answer.every(({ detail }) => detail !== '')).toBe(true);
  });

  it.each([
    '|',
    '{ "|" }',
    '{ "name": "|" }',
    '[|]',
    '{ "functions": [ "|" ] }',
    '{ "builds": { "src": "|" } }',
    '"|"',
  ])('is silent in %s', async (json) => {
    expect(await labels(json)).toEqual([]);
  });

  it('speaks of no files where the file is not that of the root', async () => {
    const { answer } = await ask(
      '{ "builds": [{ "src": "|" }] }',
      flask,
      (document, offset, context) => vercelJsonCompletion(document, offset, context),
      'docs/vercel.json',
    );
    expect(answer).toEqual([]);
  });
});

describe('hover in vercel.json', () => {
  it('says when a cron job runs, on the key and on the value', async () => {
    const found = await hover('{ "crons": [{ "path": "/", "schedule": "|0 5 * * *" }] }');
    expect(found?.markdown).toMatch(/^At 05:00 UTC every day\..*26 November 2026, 05:00/s);
    expect(found?.span).toEqual({ start: 39, end: 50 });
    expect((await hover('{ "crons": [{ "|schedule": "0 5 * * *" }] }'))?.markdown).toContain('At 05:00');
    expect((await hover('{ "crons": [{ "schedule": |"0 5 * * *" }] }'))?.markdown).toContain('At 05:00');
    expect((await hover('{ "crons": [{ "schedule": "|0 5 * *" }] }'))?.markdown).toMatch(/^A schedule has five fields/);
    expect(await hover('{ "crons": [{ "schedule": |5 }] }')).toBeUndefined();
    expect((await hover('{ "crons": [{ "schedule": "|0 5 * * *'))?.markdown).toContain('At 05:00');
  });

  it('says what settings of functions are allowed, with the source', async () => {
    const json = (key: string, value: string) => `{ "functions": { "main.py": { "|${key}": ${value} } } }`;
    expect((await hover(json('maxDuration', '60')))?.markdown).toMatch(/1 to 3600.*Hobby plan allows 300.*\]\(https:/s);
    expect((await hover(json('memory', '128')))?.markdown).toMatch(/128 to 10240.*\]\(https:/s);
    expect((await hover(json('excludeFiles', '""')))?.markdown).toContain('`tests/**`');
    expect(await hover(json('runtime', '""'))).toBeUndefined();
    expect(await hover(json('constructor', '1'))).toBeUndefined();
  });

  it('says which functions a pattern takes', async () => {
    const markdown = async (json: string) => (await hover(json, api))?.markdown;
    expect(await markdown('{ "functions": { "|api/users.py": { "memory": 128 } } }')).toBe(
      'These settings are for `api/users.py`.',
    );
    expect(await markdown('{ "functions": { "|api/**/*.py": { "memory": 128 } } }')).toContain('`api/items/[id].py`');
    expect(await markdown('{ "functions": { "|none.py": { "memory": 128 } } }')).toBeUndefined();
  });

  it.each(['|', '{| }', '{ "name": "|x" }', '{ "crons": "|0 5 * * *" }', '{ "functions": { "memory": |5 } }'])(
    'is silent in %s',
    async (json) => {
      expect(await hover(json)).toBeUndefined();
    },
  );
});
