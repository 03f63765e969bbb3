import { describe, expect, it } from 'vitest';
import { vercelSchemaUri } from '../../../server/src/features/vercelJson/schema.ts';
import { accepted, described, explained, labels } from './asked.ts';

/** The text after the completion of this label was accepted, its places empty. */
async function chosen(json: string, label: string): Promise<string | undefined> {
  const found = (await described(json)).find((one) => one.label === label);
  return found && accepted(json.replace('|', ''), found);
}

/** What is typed, with its places. */
async function typed(json: string, label: string): Promise<string | undefined> {
  return (await described(json)).find((one) => one.label === label)?.newText;
}

describe('keys that Vercel describes', () => {
  it('are offered with a value to fill in', async () => {
    expect(await typed('{ "|" }', 'crons')).toBe('"crons": [$1]');
    expect(await typed('{ "|" }', 'functions')).toBe('"functions": {$1}');
    expect(await typed('{ "|" }', 'buildCommand')).toBe('"buildCommand": "$1"');
    expect(await typed('{ "|" }', 'cleanUrls')).toBe('"cleanUrls": $1');
    expect(await typed('{ "crons": [{ | }] }', 'schedule')).toBe('"schedule": "$1"');
  });

  it('have a place and no number for what may be of several types, or a number', async () => {
    expect(await typed('{ "functions": { "a.py": { "|" } } }', 'maxDuration')).toBe('"maxDuration": $1');
    expect(await typed('{ "functions": { "a.py": { "|" } } }', 'memory')).toBe('"memory": $1');
    expect(await typed('{ "functions": { "a.py": { "|" "b": 1 } } }', 'maxDuration')).toBe('"maxDuration": $1,');
  });

  it.each([
    ['{ "cr|": [] }', '{ "crons": [] }'],
    ['{ "cr|', '{ "crons": []'],
    ['{ cr| }', '{ "crons": [] }'],
    ['{|}', '{"crons": []}'],
    ['{ "|" "name": "x" }', '{ "crons": [], "name": "x" }'],
    ['{ | "name": "x" }', '{ "crons": [], "name": "x" }'],
    ['{\n  "|\n  "name": "x"\n}', '{\n  "crons": [],\n  "name": "x"\n}'],
    ['{ "name": "x", "|" }', '{ "name": "x", "crons": [] }'],
  ])('mend what is half typed in %j', async (json, result) => {
    expect(await chosen(json, 'crons')).toBe(result);
  });

  it.each([
    ['{ "name": "x" | }', '{ "name": "x", "crons": [] }'],
    ['{\n  "a": true\n  "|"\n}', '{\n  "a": true,\n  "crons": []\n}'],
    ['{\n  "a": { "b": 1 }\n  cr|\n}', '{\n  "a": { "b": 1 },\n  "crons": []\n}'],
    ['{ "a": [] "|', '{ "a": [], "crons": []'],
    ['{ "a": 1 "|" "b": 2 }', '{ "a": 1, "crons": [], "b": 2 }'],
  ])('bring the comma that lacks in %j', async (json, result) => {
    expect(await chosen(json, 'crons')).toBe(result);
  });

  it('name the usual first, the deprecated last, and each once', async () => {
    const keys = await labels('{ "|" }');
    expect(keys.slice(0, 4)).toEqual(['functions', 'rewrites', 'crons', 'regions']);
    expect(keys.indexOf('builds')).toBeGreaterThan(keys.indexOf('rewrites'));
    expect(keys.indexOf('env')).toBeGreaterThan(keys.indexOf('proxy'));
    expect(new Set(keys).size).toBe(keys.length);
    const builds = (await described('{ "|" }')).find(({ label }) => label === 'builds');
    expect(builds?.detail).toBe('deprecated');
    expect(await labels('{ "crons": [{ "path": "/", "|" }] }')).toEqual(['schedule']);
  });

  it('are explained', async () => {
    const crons = (await described('{ "|" }')).find(({ label }) => label === 'crons');
    expect(crons).toMatchObject({ kind: 'key', documentation: expect.stringContaining('cron jobs') });
  });

  it('follow references, patterns and alternatives', async () => {
    expect(await labels('{ "functions": { "api/*.py": { "|" } } }')).toContain('supportsCancellation');
    expect(await labels('{ "rewrites": [{ "has": [{ "|" }] }] }')).toEqual(
      expect.arrayContaining(['type', 'key', 'value']),
    );
    expect(await labels('{ "rewrites": [{ "has": [{ "type": "host", "|" }] }] }')).not.toContain('key');
    expect(await labels('{ "routes": [{ | }] }')).toEqual(expect.arrayContaining(['src', 'dest', 'handle']));
  });

  it.each(['{ "$schema": "https://example.com/other.json", "|" }', `{ "$schema": "${vercelSchemaUri}", "|" }`])(
    'are those of Vercel in %s',
    async (json) => {
      const keys = await labels(json);
      expect(keys).toContain('functions');
      expect(keys).not.toContain('$schema');
      expect(await chosen(json, 'crons')).toBe(json.replace('"|"', '"crons": []'));
    },
  );
});

describe('values that Vercel describes', () => {
  it('are offered as the JSON that they are', async () => {
    expect(await typed('{ "cleanUrls": | }', 'true')).toBe('true');
    expect(await chosen('{ "cleanUrls": tr| }', 'true')).toBe('{ "cleanUrls": true }');
    expect(await chosen('{ "cleanUrls": tr|\n  "a": 1 }', 'true')).toBe('{ "cleanUrls": true,\n  "a": 1 }');
    expect(await typed('{ "framework": "|" }', 'flask')).toBe('"flask"');
    expect(await typed('{ "framework": | }', 'null')).toBe('null');
    expect(await chosen('{ "framework": "fl|\n}', 'flask')).toBe('{ "framework": "flask"\n}');
    expect(await chosen('{ "framework": "fl| }', 'flask')).toBe('{ "framework": "flask" }');
    expect(await labels('{ "functions": { "a": { "architecture": "|" } } }')).toEqual(['x86_64', 'arm64']);
    expect(await labels('{ "functions": { "a": { "maxDuration": | } } }')).toEqual(['max']);
    expect(await labels('{ "images": { "formats": ["|"] } }')).toContain('image/webp');
  });

  it('begin with the frameworks on Python, and say what they are', async () => {
    const found = await described('{ "framework": | }');
    const first = found.slice(0, 5).map(({ label, detail }) => `${label}: ${detail}`);
    expect(first.sort()).toEqual([
      'django: Django on Python',
      'fastapi: FastAPI on Python',
      'fasthtml: FastHTML on Python',
      'flask: Flask on Python',
      'python: any application on Python',
    ]);
    expect(found.map(({ label }) => label)).toContain('nextjs');
  });

  it('are regions with their places, each once', async () => {
    const found = await described('{ "regions": ["|"] }');
    expect(found.find(({ label }) => label === 'fra1')?.detail).toBe('Frankfurt, Germany');
    expect(await labels('{ "regions": ["fra1", | ] }')).not.toContain('fra1');
    expect(await labels('{ "functions": { "a.py": { "functionFailoverRegions": ["|"] } } }')).toContain('iad1');
    expect(await chosen('{ "regions": ["fra1" "|"] }', 'iad1')).toBe('{ "regions": ["fra1", "iad1"] }');
  });

  it('are whole objects where several properties must be there', async () => {
    expect(await chosen('{ "crons": [|] }', '{ path, schedule }')).toBe(
      '{ "crons": [{ "path": "", "schedule": "" }] }',
    );
    expect(await chosen('{ "crons": | }', '[{ path, schedule }]')).toBe(
      '{ "crons": [{ "path": "", "schedule": "" }] }',
    );
    expect(await labels('{ "rewrites": [|] }')).toEqual(['{ source, destination }']);
    expect(await typed('{ "rewrites": [|] }', '{ source, destination }')).toBe(
      '{ "source": "$1", "destination": "$2" }',
    );
    expect(await typed('{ "builds": [|] }', '{ src, use }')).toBe('{ "src": "$1", "use": "@vercel/python" }');
    expect(await labels('{ "builds": [{ "use": | }] }')).toEqual(['@vercel/python']);
  });

  it('are the schema, in an empty file and behind `$schema`', async () => {
    expect(await chosen('|', '{ "$schema": … }')).toContain(`"$schema": "${vercelSchemaUri}"`);
    expect(await labels('{ "$schema": "|" }')).toEqual([vercelSchemaUri]);
  });
});

describe('what Vercel does not describe', () => {
  it.each([
    '{ "unknown": { "|" } }',
    '{ "toString": "|" }',
    '{ "name": "|" }',
    '{ "name" | }',
    '[{ "|" }]',
    '{ "name": "x|" }',
    '{ "a": 1| }',
    '{ "crons": []| }',
  ])('is not offered in %s', async (json) => {
    expect(await labels(json)).toEqual([]);
  });
});

describe('hover', () => {
  it.each([
    ['{ "|regions": ["iad1"] }', /regions/],
    ['{ "clean|Urls": true }', /extension/],
    ['{ "functions": { "a.py": { "memory": |128 } } }', /^An integer/],
    ['{ "framework": "fla|sk" }', /`flask`: Flask on Python/],
    ['{ "regions": ["|fra1"] }', /Frankfurt, Germany/],
    ['{ "|crons" }', /cron jobs/],
    ['{ "|$schema": "https://example.com/other.json" }', /editors/],
    ['{ "$schema": "https://example.com/other.json", "cr|ons": [] }', /cron jobs/],
    ['{ "crons": [] "rew|rites": [] }', /rewrite/],
  ])('explains %s', async (json, text) => {
    expect((await explained(json))?.markdown).toMatch(text);
  });

  it('does not show what speaks of the file that the schema was made from', async () => {
    expect((await explained('{ "|framework": "flask" }'))?.markdown).not.toContain('AUTO-GENERATED');
  });

  it.each(['|', '{| }', '{ "|constructor": 1 }', '{ "cleanUrls": true |}', '{ "|unknown": true }', '{ "crons": |[] }'])(
    'is silent in %s',
    async (json) => {
      expect(await explained(json)).toBeUndefined();
    },
  );
});
