import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogAnalysis } from '../../server/src/logs/analysis.ts';
import { eraSentence } from '../../server/src/logs/eraText.ts';
import { explainLog } from '../../server/src/logs/explain.ts';
import { redacted } from '../../server/src/logs/redacted.ts';
import { verdictOf } from '../../server/src/logs/report.ts';
import { Scanner } from '../../server/src/logs/scanner.ts';
import { signatures } from '../../server/src/logs/signatures/index.ts';
import { explained, namesIn } from '../support/logs.ts';
import '../support/seed.ts';

const verdict = async (log: string, files?: string) => verdictOf(await explained(log, files))?.signature.name;
const crash = (last: string) =>
  `Traceback (most recent call last):\n  File "/var/task/main.py", line 3, in <module>\n    x()\n${last}\n`;

describe('the verdict', () => {
  it('is not a decoy, nor the line that follows every crash', async () => {
    const report = await explained(
      `Vercel CLI 48.9.0
WARN! Due to \`builds\` existing in your configuration file, the Build and Development Settings defined in your Project Settings will not apply.
No Python version specified in pyproject.toml or Pipfile.lock. Using latest installed version: 3.12
Failed to run "/usr/local/bin/uv pip install -r requirements.txt", falling back to pip
ERROR: No matching distribution found for quiet-parser==9.9.9
Failed to run "pip3.12 install -r requirements.txt"
Error: Command failed: pip3.12 install -r requirements.txt
`,
    );
    expect(namesIn(report)[0]).toBe('dependency-version-missing');
    expect(report.entries.slice(1).filter(({ part }) => part !== 'note')).toEqual([]);
    expect(report.unexplained.count).toBe(0);
  });

  it('is none where there are decoys alone, or nothing', async () => {
    const decoy = 'WARN! Due to `builds` existing in your configuration file, the Build and Development Settings\n';
    expect(await verdict(decoy)).toBeUndefined();
    expect(await verdict('')).toBeUndefined();
    expect(await verdict('Build Completed in /vercel/output [9s]\n')).toBeUndefined();
  });

  it('is a symptom where nothing says why', async () => {
    expect(await verdict('500: INTERNAL_SERVER_ERROR\nCode: FUNCTION_INVOCATION_FAILED\n')).toBe('function-crashed');
    expect(await verdict(`FUNCTION_INVOCATION_FAILED\n${crash("ModuleNotFoundError: No module named 'x'")}`)).toBe(
      'module-missing',
    );
  });

  it('is the last error of a build and the first of a function', async () => {
    const build = `Error: could not parse .python-version file: no valid Python version requests found
Error: Function Runtimes must have a valid version, for example \`now-php@1.0.0\`.
`;
    expect(await verdict(build)).toBe('function-runtime-invalid');
    const running = `${crash('RuntimeError: Event loop is closed')}\n${crash("OSError: [Errno 30] Read-only file system: '/x'")}`;
    expect(await verdict(running)).toBe('event-loop-closed');
  });

  it('is not an error of a build that went on to its end', async () => {
    const log = `Error: could not parse .python-version file: no valid Python version requests found
Build Completed in /vercel/output [9s]
${crash("ModuleNotFoundError: No module named 'x'")}`;
    expect(await verdict(log)).toBe('module-missing');
  });

  it('is what led to it, where the log says that too', async () => {
    const log = `Skipping "install" command...\nBuild Completed in /vercel/output [2s]\n${crash("ModuleNotFoundError: No module named 'fastapi'")}`;
    const report = await explained(log);
    expect(namesIn(report).slice(0, 2)).toEqual(['install-skipped', 'module-missing']);
    expect(report.entries[1]?.part).toBe('contributing');
  });

  it('may be a warning that the files prove', async () => {
    const log =
      'WARN! Internal rewrites in backend framework projects now route requests using the rewritten destination path.\n';
    const app = '-- api/index.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n-- requirements.txt\nfastapi\n';
    expect(await verdict(log)).toBeUndefined();
    expect(await verdict(log, app)).toBeUndefined();
    const rewritten = `${app}-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }\n`;
    expect(await verdict(log, rewritten)).toBe('internal-rewrite-changed');
  });

  it('counts what is said again and again as one', async () => {
    const report = await explained(crash('RuntimeError: Event loop is closed').repeat(50));
    expect(report.entries.map(({ signature, count }) => [signature.name, count])).toEqual([['event-loop-closed', 50]]);
  });

  it('tells two exceptions of one type by their place', async () => {
    const log = `${crash('ValueError: 1')}\n${crash('ValueError: 2').replace('line 3', 'line 9')}`;
    const report = await explained(log);
    expect(report.entries.map(({ title }) => title)).toEqual([
      '`main.py`, line 3, raised ValueError: 1.',
      '`main.py`, line 9, raised ValueError: 2.',
    ]);
  });

  it('knows a plain KeyError from a missing variable', async () => {
    expect(await verdict(crash("KeyError: 'EUR'").replace('x()', 'prices["EUR"]'))).toBe('python-exception');
    expect(await verdict(crash("KeyError: 'API_KEY'").replace('x()', 'os.environ["API_KEY"]'))).toBe(
      'environment-variable-missing',
    );
  });
});

describe('what nothing explains', () => {
  it('is counted and shown, once it looks like an error', async () => {
    const { unexplained, entries } = await explained('Error: the moon\nall is well\nFATAL: cheese\n  error in prose\n');
    expect(entries).toEqual([]);
    expect(unexplained.count).toBe(2);
    expect(unexplained.first.map(({ line }) => line)).toEqual([0, 2]);
  });

  it("is an exception whose frames are all somebody else's", async () => {
    const log =
      'Traceback (most recent call last):\n  File "/var/lang/lib/python3.12/x.py", line 1, in f\n    y()\nOddError: z\n';
    expect((await explained(log)).unexplained).toEqual({ count: 1, first: [{ line: 3, text: 'OddError: z' }] });
  });
});

describe('the era', () => {
  const eraOf = async (log: string) => (await explained(log)).era;

  it('comes from the command line, the wording and the line of a traceback', async () => {
    expect((await eraOf('Vercel CLI 48.9.0\n')).builder).toEqual({ from: '6.0.2', to: '6.0.2' });
    expect((await eraOf('Vercel CLI 50.36.0\n')).builder).toEqual({ from: '6.25.0', to: '6.28.0' });
    expect((await eraOf('Vercel CLI 99.0.0\n')).builder).toEqual({ from: '25.0.0' });
    const frame = '  File "/var/task/vc__handler__python.py", line 242, in <module>\n';
    expect(await eraOf(frame)).toMatchObject({
      runtime: 'vc__handler__python',
      builder: { from: '5.0.5', to: '6.0.1' },
    });
    const vendored = '  File "/var/task/_vendor/vercel_runtime/vc_init.py", line 490, in _import\n';
    expect(await eraOf(vendored)).toMatchObject({ runtime: 'vercel-runtime', builder: { from: '6.6.0' } });
    const wording = 'Detected both pyproject.toml and requirements.txt but no lockfile; using pyproject.toml\n';
    expect((await eraOf(wording)).builder).toEqual({ from: '5.0.6', to: '6.1.1' });
  });

  it('says so where lines exclude each other', async () => {
    const era = await eraOf(
      'Vercel CLI 48.9.0\n  File "/var/task/_vendor/vercel_runtime/vc_init.py", line 490, in x\n',
    );
    expect(era.isMixed).toBe(true);
    expect(eraSentence(era)).toContain('more than one deployment');
  });

  it('is told in a sentence', async () => {
    const era = await eraOf('Vercel CLI 48.9.0\nUsing Python 3.12 from pyproject.toml\n');
    expect(eraSentence(era)).toBe(
      'This log is from @vercel/python 6.0.2, so from 2025-10-02 or later (told by the line "Vercel CLI 48.9.0"). It runs Python 3.12.',
    );
    expect(eraSentence(await eraOf('nothing\n'))).toBeUndefined();
  });

  it('tells what is different today only where it is', async () => {
    const old = await explained(
      'Traceback (most recent call last):\n  File "/var/task/vc__handler__python.py", line 213, in <module>\n    if not issubclass(base, BaseHTTPRequestHandler):\nTypeError: issubclass() arg 1 must be a class\n',
    );
    expect(verdictOf(old)?.today).toContain('A deployment today ignores');
  });
});

describe('secrets', () => {
  it('are hidden, and columns stay', () => {
    const url = 'postgresql://ann:hunter2@db.example.test/shop';
    expect(redacted(url)).toBe('postgresql://ann:*******@db.example.test/shop');
    expect(redacted('STRIPE_SECRET_KEY=sk_live_abcdef done')).toBe('STRIPE_SECRET_KEY=************** done');
    expect(redacted("KeyError: 'API_KEY'")).toBe("KeyError: 'API_KEY'");
  });

  it('of a line that is explained are not repeated', async () => {
    const report = await explained(
      'sqlalchemy.exc.OperationalError: could not translate host name "x" in postgresql://ann:hunter2@x/shop: Name or service not known\n',
    );
    expect(JSON.stringify(report.entries)).not.toContain('hunter2');
  });
});

describe('the scanner', () => {
  it('finds what `includes` finds', () => {
    const literal = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(literal, { minLength: 1, maxLength: 12 }), text, (literals, line) => {
        const scanner = new Scanner(new Map(literals.map((one, index) => [one, [index]])));
        const found = new Set<number>();
        scanner.scan(line, (number) => found.add(number));
        expect([...found].sort()).toEqual(literals.flatMap((one, index) => (line.includes(one) ? [index] : [])).sort());
      }),
    );
  });
});

const realLines = signatures.flatMap(({ examples }) =>
  examples.flatMap(({ log }) => log.replace(/[«»]/g, '').split('\n')),
);
const anyLog = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...realLines) }, fc.string()), { maxLength: 30 })
  .map((lines) => lines.join('\n'));

describe('any log', () => {
  it('is explained without a throw, with places that lie in it', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const raw = log.split(/\r\n|\r|\n/);
        const analysis = new LogAnalysis(signatures);
        analysis.push(log);
        for (const { place } of explainLog(analysis.end()).entries) {
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.end).toBeLessThanOrEqual((raw[place.line] ?? '').length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same however it is cut', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.nat(200), { maxLength: 12 }), (log, cuts) => {
        const whole = new LogAnalysis(signatures);
        whole.push(log);
        const cut = new LogAnalysis(signatures);
        let at = 0;
        for (const length of cuts) {
          cut.push(log.slice(at, at + length));
          at += length;
        }
        cut.push(log.slice(at));
        expect(explainLog(cut.end())).toEqual(explainLog(whole.end()));
      }),
      { numRuns: 100 },
    );
  });
});
