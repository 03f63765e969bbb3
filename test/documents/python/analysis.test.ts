import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysisRoot, analysisFrom } from '../../../server/src/documents/python/analysis.ts';
import { bindings } from '../../../server/src/documents/python/scope.ts';
import { utf8 } from '../../../server/src/documents/sourceFile.ts';
import { loadGrammars } from '../../../server/src/transports/wasm.ts';
import { grammars, readWasm } from '../../support/grammars.ts';

const { python } = await grammars;

describe("Vercel's own analysis", () => {
  it.each([
    ['app = 1', true, 'app'],
    ['class HANDLER: pass', true, 'HANDLER'],
    ['x = 1', true, undefined],
    ['if True:\n', false, undefined],
    ['print "x"', false, undefined],
    ['x = \\', false, undefined],
    ['x = 1 # \\', true, undefined],
    ['app = 1\ndef f(', false, undefined],
    ['"""doc', false, undefined],
    ['', true, undefined],
    ['try: pass\nexcept* A: pass\ntype X = int\ndef f[T](x: T): pass\n', true, undefined],
  ])('of %j', (text, valid, entrypoint) => {
    expect(python.parse(utf8(text)).vercel).toEqual({ valid, entrypoint });
  });

  it('answers again after text that makes the component trap', () => {
    for (const depth of [1_000, 5_000, 50_000]) {
      expect(() => python.parse(utf8(`x = ${'('.repeat(depth)}1${')'.repeat(depth)}`)).vercel).not.toThrow();
      expect(python.parse(utf8('app = 1')).vercel).toEqual({ valid: true, entrypoint: 'app' });
    }
  }, 60_000);

  it('makes a new component after a trap, and only then', () => {
    let made = 0;
    const make = (): AnalysisRoot => {
      made++;
      return {
        findAppOrHandler(source) {
          if (source === 'trap') throw new RangeError('memory access out of bounds');
          if (source === 'error') throw Object.assign(new Error('syntax'), { payload: 'syntax' });
          return 'app';
        },
        getStringConstant: () => undefined,
        parseRequirementsTxt: () => undefined,
      };
    };
    const analysis = analysisFrom(make);
    expect(analysis.view('error')).toEqual({ valid: false, entrypoint: undefined });
    expect(analysis.view('app')).toEqual({ valid: true, entrypoint: 'app' });
    expect(made).toBe(1);
    expect(analysis.view('trap')).toBeUndefined();
    expect(analysis.view('app')).toEqual({ valid: true, entrypoint: 'app' });
    expect(made).toBe(2);
  });

  it('is left out with a warning where it cannot be loaded', async () => {
    const warnings: string[] = [];
    const without = await loadGrammars(
      (name) => (name.startsWith('vercel') ? Promise.reject(new Error(`no ${name}`)) : readWasm(name)),
      (message) => warnings.push(message),
    );
    const document = without.python.parse(utf8('app = 1'));
    expect(['vercel' in document, document.statements.length]).toEqual([false, 1]);
    expect(warnings).toEqual([expect.stringContaining('no vercel_python_analysis')]);
  });
});

/** A statement that binds `name` in one of the ways that Python has. */
const binding = fc
  .tuple(
    fc.constantFrom('app', 'application', 'handler', 'Handler', 'HANDLER', 'api', 'App'),
    fc.constantFrom(
      ...[
        '%s = 1',
        '%s: int = 1',
        '%s: int',
        'x = %s = 1',
        '%s, x = 1, 2',
        '[%s] = [1]',
        '(%s) = 1',
        '%s += 1',
        '%s.x = 1',
      ],
      ...['def %s(): pass', 'async def %s(): pass', '@x\ndef %s(): pass', 'class %s: pass', '@x\nclass %s(y): pass'],
      ...[
        'import %s',
        'import x.%s',
        'import x as %s',
        'from x import %s',
        'from x import y as %s',
        'from x import %s as y',
      ],
      ...['from .%s import x', 'from x import *', 'if x: %s = 1', 'try: %s = 1\nfinally: pass', 'for %s in x: pass'],
      ...[
        'with x as %s: pass',
        '(%s := 1)',
        'del %s',
        'type %s = int',
        'def x():\n  global %s\n  %s = 1',
        'x = 1; %s = 1',
      ],
      ...['class x:\n  %s = 1', '%s', '"%s"', '# %s', 'match x:\n  case %s: pass', 'class %s[T]: pass', '%s = (yield)'],
    ),
  )
  .map(([name, template]) => template.replaceAll('%s', name));

/** What platform.md B.2 (F23, F24) says that the builder serves. */
function served(text: string): string | undefined {
  return bindings(python.parse(utf8(text))).find(({ name, how, conditional, tuple }) => {
    if (conditional || tuple) return false;
    if (how === 'class') return name.toLowerCase() === 'handler';
    return /^(app|application)$/.test(name) && /^(assignment|annotation|function|importFrom)$/.test(how);
  })?.name;
}

describe('the entrypoint', () => {
  it('is the one that the bindings tell', () => {
    fc.assert(
      fc.property(fc.array(binding, { maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\n\n# c\n'), (lines, end) => {
        const text = lines.join('\n').replaceAll('\n', end.includes('#') ? '\n' : end) + end;
        expect(python.parse(utf8(text)).vercel?.entrypoint).toBe(served(text));
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
