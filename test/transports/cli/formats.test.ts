import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from './run.ts';

const vercelJson = '{\r\n\t"name": "ünï 🚀", "builds": []\r\n}\r\n';
const folder = await folderWith({
  'my api/vercel.json': vercelJson,
  'my api/runtime.txt': 'so slow\n',
  'my api/old.txt': '',
});
const inner = path.join(folder, 'my api');
const at = (line: number, start: number, end = start) => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe('verify --format json', () => {
  it('is the contract, field by field', async () => {
    const { code, stdout, stderr } = await run(inner, ['verify', '..', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['version', 'projects', 'summary']);
    expect(report).toMatchObject({ version: 1, summary: { errors: 1, warnings: 1, infos: 0 } });
    const [project, ...others] = report.projects;
    expect(others).toEqual([]);
    expect(Object.keys(project)).toEqual(['root', 'deployment', 'areas', 'problems']);
    expect(project.root).toBe('my api');
    expect(project.areas.map(({ id }: { id: string }) => id)).toEqual(areaIds);
    expect(project.areas[0]).toEqual({
      id: 'python-version',
      title: 'Python version',
      status: 'warn',
      evidence: expect.stringMatching(/\.$/),
    });
    expect(project.problems).toEqual([slowProblem, buildsProblem]);
  });

  it('has the deployment as resolve prints it', async () => {
    const verified = JSON.parse((await run(inner, ['verify', '--format', 'json'])).stdout);
    const resolved = JSON.parse((await run(inner, ['resolve', '--format', 'json'])).stdout);
    const describes = { builder: '25.0.0', cli: '64.0.2', date: '2026-11-23' };
    expect(resolved).toEqual({ version: 1, describes, projects: [verified.projects[0].deployment] });
    expect(Object.keys(resolved.projects[0])).toEqual(deploymentKeys);
    expect(resolved.projects[0]).toMatchObject({ root: '.', python: { version: '3.12' }, functions: [] });
  });
});

describe('verify --format sarif', () => {
  it('names rules, places and fixes as SARIF does', async () => {
    const { code, stdout } = await run(folder, ['verify', '--format', 'sarif']);
    expect(code).toBe(1);
    const { version, runs } = JSON.parse(stdout);
    expect({ version, runs: runs.length, columnKind: runs[0].columnKind }).toEqual({
      version: '2.1.0',
      runs: 1,
      columnKind: 'utf16CodeUnits',
    });
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['slow-word', 'old-builds']);
    const [slow, builds] = runs[0].results;
    const region = { startLine: 1, startColumn: 4, endLine: 1, endColumn: 8 };
    expect(slow).toMatchObject({ ruleId: 'slow-word', ruleIndex: 0, level: 'warning' });
    expect(slow.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'my%20api/runtime.txt' }, region } },
    ]);
    expect(slow.fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: region, insertedContent: { text: 'slower' } },
    ]);
    expect(builds).toMatchObject({ ruleId: 'old-builds', ruleIndex: 1, level: 'error' });
    expect(builds.fixes, 'SARIF cannot create files').toBeUndefined();
    expect(builds.relatedLocations[0].message.text).toBe('Because of this.');
  });
});

describe('verify --format github', () => {
  it('escapes what would end a command', async () => {
    const { code, stdout } = await run(folder, ['verify', '--format', 'github']);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      '::warning file=my api/runtime.txt,line=1,endLine=1,col=4,endColumn=8,title=slow-word::This is slow. Write slower.%0AFix: Write slower',
      '::error file=my api/vercel.json,line=2,endLine=2,col=20,endColumn=28,title=old-builds::`builds` is old: 100%25 of it, really.%0AFix: Rename `builds`',
      '',
    ]);
  });
});

describe('verify --format markdown', () => {
  it('has a verdict for each area and a link to each place', async () => {
    const { code, stdout } = await run(folder, ['verify', '--format', 'markdown']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^# /);
    expect(stdout).toContain('(my%20api/runtime.txt#L1)');
    expect(stdout).toContain('| Runtime configuration |');
  });
});

describe('rules', () => {
  it('lists by area in each format', async () => {
    const text = await run(folder, ['rules']);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toBe(
      [
        'Python version\n  slow-word   warning  A word is slow.',
        'Runtime configuration\n  old-builds  error    `builds` is old.',
        '2 rules. `vercel-preflight rules NAME` explains one.\n',
      ].join('\n\n'),
    );
    const json = JSON.parse((await run(folder, ['rules', '--format', 'json'])).stdout);
    expect(json.rules[0]).toEqual({
      name: 'slow-word',
      area: 'python-version',
      severity: 'warning',
      status: 'stable',
      since: '0.1.0',
      summary: 'A word is slow.',
      docs: 'https://github.com/vercel-python-preflight/vercel-python-preflight/blob/main/docs/rules/slow-word.md',
    });
    const markdown = (await run(folder, ['rules', '--format', 'markdown'])).stdout;
    expect(markdown).toContain('## Runtime configuration\n\n| Rule | Severity | What it reports |');
    expect(markdown).toContain('| [old-builds](old-builds.md) | error | `builds` is old. |');
  });

  it('explains one as its page does, with the example as files', async () => {
    const { stdout } = await run(folder, ['rules', 'slow-word']);
    expect(stdout).toBe(slowPage);
    expect((await run(folder, ['rules', 'slow-word', '--format', 'markdown'])).stdout).toBe(slowPage);
    const json = JSON.parse((await run(folder, ['rules', 'slow-word', '--format', 'json'])).stdout);
    expect(json).toMatchObject({
      version: 1,
      name: 'slow-word',
      why: 'It fails on Vercel.',
      ignore: null,
      page: slowPage,
    });
    expect((await run(folder, ['rules', 'old-builds'])).stdout).toContain(
      '## When to ignore it\n\nYou like it | old.\n',
    );
  });
});

const areaIds = [
  'python-version',
  'handler',
  'runtime-config',
  'dependencies',
  'cold-start',
  'database',
  'environment',
  'routes',
  'bundle',
];
const deploymentKeys = ['root', 'mode', 'framework', 'python', 'install', 'functions', 'crons', 'bundle', 'errors'];
const docs = (rule: string) =>
  `https://github.com/vercel-python-preflight/vercel-python-preflight/blob/main/docs/rules/${rule}.md`;

const slowProblem = {
  rule: 'slow-word',
  area: 'python-version',
  severity: 'warning',
  file: 'my api/runtime.txt',
  range: at(0, 3, 7),
  message: 'This is slow. Write slower.',
  docs: docs('slow-word'),
  related: [],
  fixes: [
    {
      title: 'Write slower',
      safety: 'safe',
      edits: [{ file: 'my api/runtime.txt', range: at(0, 3, 7), newText: 'slower' }],
    },
  ],
};

const buildsProblem = {
  rule: 'old-builds',
  area: 'runtime-config',
  severity: 'error',
  file: 'my api/vercel.json',
  range: at(1, 19, 27),
  message: '`builds` is old: 100% of it, really.',
  docs: docs('old-builds'),
  related: [{ file: 'my api/runtime.txt', range: at(0, 0, 4), message: 'Because of this.' }],
  fixes: [
    {
      title: 'Rename `builds`',
      safety: 'unsafe',
      edits: [
        { file: 'my api/vercel.json', range: at(1, 19, 27), newText: '"built"' },
        { file: 'my api/new folder/.python-version', create: true, range: at(0, 0), newText: '3.12\n' },
        { file: 'my api/old.txt', delete: true, range: at(0, 0), newText: '' },
      ],
    },
  ],
};

const slowPage = `# slow-word

A word is slow. (warning, stable since 0.1.0, \`runtime.txt\`)

## Why it matters

It fails on Vercel.

## Example

It is slow.

\`runtime.txt\`:

\`\`\`text
slow 
\`\`\`

\`app/main.py\`:

\`\`\`\`python
x = """\`\`\`"""
\`\`\`\`

## After the fix

\`runtime.txt\`:

\`\`\`text
slower 
\`\`\`

\`app/main.py\` is gone.

## Source

<https://vercel.com/docs>
`;
