import { describe, expect, it } from 'vitest';
import type { ProjectReport } from '../../server/src/check/checkProject.ts';
import type { Deployment } from '../../server/src/deployment/deployment.ts';
import { deployReport, headline, type ReportedProject } from '../../server/src/features/report.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { reportOn } from '../support/check.ts';
import { prefixRule, versionFileRule } from '../transports/lsp/fixture.ts';

const files = '-- vercel.json\n{}\n-- runtime.txt\npython-3.9\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n';

async function reported(change: Partial<Deployment> = {}): Promise<ReportedProject> {
  const report = await reportOn(parseExample(files).files, [prefixRule, versionFileRule]);
  return {
    report: { ...report, deployment: { ...report.deployment, ...change } },
    name: 'back`end',
    place: (path, offset) => ({ text: offset === undefined ? path : `${path}:7`, address: `file:///a (b)/${path}` }),
  };
}

describe('the headline', () => {
  const deployment = (codes: string[], functions: string[]) => ({
    errors: codes.map((code) => ({ code, message: code })),
    functions,
  });
  const headlineOf = (severities: string[], codes: string[] = [], functions = ['main.py']) =>
    headline({
      project: { root: '', files: { document: () => undefined } },
      deployment: deployment(codes, functions),
      problems: severities.map((severity) => ({ severity })),
    } as never as ProjectReport);

  it.each([
    [[], [], 'is ready to deploy'],
    [['info'], [], 'is ready to deploy'],
    [['warning'], [], 'is ready to deploy, with 1 warning'],
    [['error', 'warning', 'warning'], [], 'is not ready: 1 error and 2 warnings'],
    [['warning'], ['PYTHON_ENTRYPOINT_NOT_FOUND'], 'will fail to build'],
  ])('of %j and %j', (severities, codes, expected) => {
    expect(headlineOf(severities, codes)).toBe(expected);
  });

  it('promises nothing where there is no Python', () => {
    expect(headlineOf([], [], [])).toBe('has no Python that Vercel would serve');
  });

  it('says that services are not followed', async () => {
    const files = '-- vercel.json\n{ "services": { "api": { "root": "backend" } } }\n-- backend/main.py\napp = 1\n';
    expect(headline(await reportOn(parseExample(files).files, []))).toBe(
      'is made of services: check the folder of each',
    );
  });
});

describe('the report', () => {
  it('has a line for each area, and for each problem its place, page and fixes', async () => {
    const markdown = deployReport([await reported()]);
    expect(markdown).toMatch(/^# Deploy config\n\n## ``back`end`` is not ready: 1 error and 1 warning\n/);
    expect(markdown.match(/^\| .* \| (✓ pass|⚠ warn|✗ fail|–) \| .* \|$/gm)).toHaveLength(9);
    expect(markdown).toContain(
      '- `python-` is not read. [runtime.txt:7](file:///a%20%28b%29/runtime.txt) ' +
        '([runtime-prefix](https://github.com/vercel-python-preflight/vercel-python-preflight/blob/main/docs/rules/runtime-prefix.md))\n' +
        '  - Fix: Remove `python-`\n' +
        '  - Fix: Remove everything (look at the result)',
    );
    expect(markdown.indexOf('### Errors')).toBeLessThan(markdown.indexOf('### Warnings'));
  });

  it('says why a build stops, in the words of the builder, and that nothing is served then', async () => {
    const errors = [{ code: 'SOME_CODE', message: 'no <b>app</b> in *x*\n  at all', file: 'main.py' }];
    const markdown = deployReport([await reported({ errors, functions: [] })]);
    expect(markdown).toContain(
      'Vercel would stop with `SOME_CODE`: no \\<b\\>app\\</b\\> in \\*x\\* at all ([main.py](file:///a%20%28b%29/main.py))',
    );
    expect(markdown).toContain('- **Serves** nothing, because the build stops.');
  });

  it('names what is served, what is installed, and what is not read', async () => {
    const markdown = deployReport([
      await reported({
        functions: [
          { path: 'main.py', variable: 'app', interface: 'asgi' },
          { path: 'api/x.py', variable: 'handler', interface: 'unknown' },
        ],
        install: { source: 'uv.lock', ignored: ['requirements.txt'], because: 'The lock file wins.' },
      }),
    ]);
    expect(markdown).toContain(
      '- **Serves** `app` of [main.py](file:///a%20%28b%29/main.py) (ASGI), `handler` of [api/x.py]',
    );
    expect(markdown).toContain(
      ', and does not read [requirements.txt](file:///a%20%28b%29/requirements.txt). The lock file wins.',
    );
  });

  it('says what it looked for when there is nothing', () => {
    expect(deployReport([])).toContain('none has a `vercel.json`');
  });
});

it('says how large the bundle is, where anything is known of it', async () => {
  const of = async (requirement: string) => {
    const example = `-- vercel.json\n{}\n-- requirements.txt\n${requirement}\n-- main.py\napp = 1\n`;
    const report = await reportOn(parseExample(example).files, []);
    return deployReport([{ report, name: 'a', place: (path) => ({ text: path, address: path }) }]);
  };
  expect(await of('flask')).not.toContain('Weighs');
  expect(await of('torch==2.13.0')).toContain(
    '- **Weighs** at least 426.8 MB, over the 225 MB of a function: torch 426.8 MB. Vercel takes packages out',
  );
});
