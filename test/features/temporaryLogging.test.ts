import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../support/seed.ts';
import type { PythonDocument } from '../../server/src/documents/python/document.ts';
import { withoutTemporaryLogging } from '../../server/src/documents/python/temporaryLogging.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { withTemporaryLogging } from '../../server/src/features/temporaryLogging.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { deploymentOf } from '../deployment/deploymentOf.ts';
import { realisticHandlers } from '../documents/python/sources.ts';
import { reportOn } from '../support/check.ts';
import { grammars } from '../support/grammars.ts';

const { python, analysis } = await grammars;
const parse = (text: string): PythonDocument => python.parse(utf8(text));
const added = (text: string) => applyEdits(text, withTemporaryLogging(parse(text), 'api/index.py'));
const removed = (text: string) => applyEdits(text, withoutTemporaryLogging(parse(text)));
const mark = '  # preflight: temporary';

describe('adding', () => {
  it('tells of each import and of the application, and stands behind docstring and future', () => {
    const text = `#!/usr/bin/env python
"""The API."""
from __future__ import annotations

import os
from fastapi import FastAPI  # the framework

try:
    import orjson
except ImportError:
    orjson = None

app = FastAPI(
    title="Demo",
)


@app.get("/")
def root(): ...
`;
    const lines = added(text)
      .split('\n')
      .filter((line) => !line.endsWith(mark));
    expect(lines.join('\n')).toBe(text);
    expect(added(text).replaceAll(mark, '')).toBe(`#!/usr/bin/env python
"""The API."""
from __future__ import annotations
import sys as _preflight_sys, time as _preflight_time
_preflight_start = _preflight_time.perf_counter()
def _preflight_log(step): print(f"preflight: {_preflight_time.perf_counter() - _preflight_start:.3f} s, {step}", file=_preflight_sys.stderr, flush=True)
_preflight_log("start of index.py, Python " + _preflight_sys.version.split()[0])

_preflight_log("before import os")
import os
_preflight_log("before from fastapi")
from fastapi import FastAPI  # the framework

_preflight_log("before import orjson")
try:
    import orjson
except ImportError:
    orjson = None

_preflight_log("before making app")
app = FastAPI(
    title="Demo",
)
_preflight_log("after making app")


@app.get("/")
def root(): ...
_preflight_log("end of index.py")
`);
  });

  it('keeps the ending of lines, and a text without a final newline', () => {
    const text = 'import os\r\napp = 1';
    expect(added(text)).toMatch(
      /^import sys.*\r\n(?:_preflight.*\r\n|def .*\r\n)*import os\r\n.*\r\napp = 1\r\n.*temporary$/,
    );
    expect(added(text).replaceAll('\r\n', '')).not.toContain('\n');
    expect(removed(added(text))).toBe(text);
  });

  it.each([
    ['does not parse', 'import os\napp = (\n'],
    ['goes on at its end', 'import os\napp = 1 \\'],
    ['has nothing to tell of', 'x = 1\n'],
    ['is empty', ''],
    ['shares the line of its first statement', '"""x"""; y = [\n1]\napp = 1\n'],
    ['ends lines with a lone carriage return', 'import os\rapp = 1\r'],
  ])('leaves a module alone that %s', (_what, text) => {
    expect(withTemporaryLogging(parse(text), 'main.py')).toEqual([]);
  });

  it('adds no line between statements that share one', () => {
    const text = 'import os; app = 1; import sys\nimport re\n';
    expect(
      added(text)
        .split('\n')
        .filter((line) => !line.endsWith(mark))
        .join('\n'),
    ).toBe(text);
    expect(added(text)).not.toContain('making app');
  });
});

describe('removing', () => {
  it('leaves strings and lines of somebody else', () => {
    const text = `x = """\n_preflight_log("x")${mark}\n"""\nimport sys${mark}\n`;
    expect(withoutTemporaryLogging(parse(text))).toEqual([]);
  });

  it('takes a line out that somebody changed or moved', () => {
    expect(removed(`import a\nif a:\n    b = 1\n    _preflight_log("mine")${mark}  \nc = 2\n`)).toBe(
      'import a\nif a:\n    b = 1\nc = 2\n',
    );
  });

  it('takes the newline along that the first line at the end brought', () => {
    expect(removed(`app = 1\n_preflight_log("a")${mark}\n_preflight_log("b")${mark}`)).toBe('app = 1');
    expect(removed(`_preflight_log("a")${mark}`)).toBe('');
  });
});

const statement = fc.constantFrom(
  ...[
    'import os',
    'import a.b as c, d',
    'from main import app',
    'from . import x',
    'from x import (\n    y,\n    z,\n)',
    'from x import *',
  ],
  ...[
    'app = FastAPI()',
    'app: FastAPI = make(\n    1,\n)',
    'application = app',
    'class handler(Base):\n    import os\n    x = 1',
    'def app(a, b):\n    import re\n    return 1',
  ],
  ...[
    'try:\n    import q\nexcept ImportError:\n    q = None',
    'if TYPE_CHECKING:\n    import t',
    'x = 1; import s',
    'y = """\nimport os\n# preflight: temporary\n"""',
  ],
  ...[
    '# a comment \\',
    '# preflight: temporary',
    '@app.get("/")\nasync def root():\n    return {}',
    'z = 1 + \\\n    2',
    '',
    '   ',
    '\tx',
    '(',
    'if __name__ == "__main__":\n    run(app)',
  ],
);
const source = fc
  .record({
    head: fc.constantFrom(
      '',
      '"""Doc."""',
      "'''Doc\nover lines'''",
      '# -*- coding: latin-1 -*-',
      '#!/usr/bin/env python\n# x',
    ),
    future: fc.constantFrom('', 'from __future__ import annotations', 'from __future__ import (\n    annotations,\n)'),
    body: fc.array(statement, { maxLength: 8 }),
    ending: fc.constantFrom('\n', '\r\n'),
    final: fc.boolean(),
  })
  .map(({ head, future, body, ending, final }) => {
    const text = [head, future, ...body].filter((part, index) => index > 1 || part !== '').join('\n');
    return (final && text !== '' ? `${text}\n` : text).replaceAll('\n', ending);
  });
const anySource = fc.oneof({ weight: 9, arbitrary: source }, fc.constantFrom(...realisticHandlers), fc.string());

describe('for any module', () => {
  it('removing what was added gives the text as it was', () => {
    fc.assert(
      fc.property(anySource, (text) => {
        expect(removed(added(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('the lines are all there is, each marked, and adding twice changes nothing', () => {
    const property = fc.property(anySource, (text) => {
      const edits = withTemporaryLogging(parse(text), 'main.py');
      for (const { span, newText } of edits) {
        expect(span.start).toBe(span.end);
        for (const line of newText.split(/\r?\n/)) if (line !== '') expect(line.endsWith(mark)).toBe(true);
      }
      const once = applyEdits(text, edits);
      if (edits.length > 0) expect(added(once)).toBe(once);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('the result parses, and Vercel serves the same variable from it', () => {
    const property = fc.property(anySource, (text) => {
      const after = added(text);
      fc.pre(after !== text);
      expect(parse(after).hasError).toBe(false);
      expect(analysis?.view(after)).toEqual(analysis?.view(text));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('what somebody edits in between stays', () => {
    const changes = fc.array(
      fc.record({ at: fc.nat(), line: fc.constantFrom('new = 1', 'import new', '# note', '') }),
      { maxLength: 4 },
    );
    const property = fc.property(source, changes, (text, made) => {
      const lines = added(text).split('\n');
      const isOurs = (line: string) => line.trimEnd().endsWith(mark) && line.includes('_preflight_');
      for (const { at, line } of made) lines.splice(at % lines.length, 0, text.includes('\r') ? `${line}\r` : line);
      const edited = lines.join('\n');
      fc.pre(!parse(edited).hasError && text.endsWith('\n') && added(text) !== text);
      expect(removed(edited)).toBe(lines.filter((line) => !isOurs(line)).join('\n'));
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('in a project', () => {
  it('changes nothing about the deployment, and no rule has more to say than that it is there', async () => {
    const rulesOf = async (text: string) => {
      const files = new Map([
        ['vercel.json', utf8('{}')],
        ['api/index.py', utf8(text)],
      ]);
      return (await reportOn(files, rules)).problems.map(({ rule, message }) => `${rule.name}: ${message}`);
    };
    for (const text of realisticHandlers) {
      expect(added(text)).not.toBe(text);
      const before = await deploymentOf({ 'vercel.json': '{}', 'api/index.py': text });
      const after = await deploymentOf({ 'vercel.json': '{}', 'api/index.py': added(text) });
      expect(after).toEqual(before);
      const own = 'temporary-logging-left: ';
      const said = await rulesOf(added(text));
      expect(said.filter((problem) => problem.startsWith(own))).toHaveLength(1);
      expect(said.filter((problem) => !problem.startsWith(own)).sort()).toEqual((await rulesOf(text)).sort());
    }
  });

  it('tells in Python itself where the import stopped', () => {
    const text = '"""Doc."""\nfrom __future__ import annotations\nimport json\nimport no_such_module\napp = 1\n';
    const { status, stderr, stdout } = spawnSync('python3', ['-c', added(text)], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    const said = stderr.split(/\r?\n/).filter((line) => line.startsWith('preflight: '));
    expect(said.map((line) => line.replace(/\d+\.\d{3} s, /, '').replace(/\d+\.\d+\.\d+\S*$/, 'X'))).toEqual([
      'preflight: start of index.py, Python X',
      'preflight: before import json',
      'preflight: before import no_such_module',
    ]);
    const whole = spawnSync('python3', ['-c', added(text.replace('no_such_module', 're'))], { encoding: 'utf8' });
    expect(whole.stderr).toMatch(/before making app\r?\n(?:.*\r?\n)*preflight: \d+\.\d{3} s, end of index\.py\r?\n$/);
  });
});
