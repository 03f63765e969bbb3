import { describe, expect, it } from 'vitest';
import { environmentReads } from '../../../server/src/documents/python/scope.ts';
import { utf8 } from '../../../server/src/documents/sourceFile.ts';
import { textAt } from '../../../server/src/text/span.ts';
import { grammars } from '../../support/grammars.ts';

const { python } = await grammars;

describe('reads of environment variables', () => {
  it.each([
    ['import os\nos.environ["A"]', ['A required import']],
    ['import os as o\nx = o.environ.get("A")', ['A import']],
    ['import os\nx = os.environ.get("A", "d")', ['A default import']],
    ['import os\nx = os.getenv("A", default="d")', ['A default import']],
    [
      'from os import environ, getenv as g\nenviron["A"]; g("B"); "C" in environ',
      ['A required import', 'B import', 'C import'],
    ],
    ['import os\nif "A" not in os.environ: os.environ["B"]', ['A import', 'B required import conditional']],
    ['import os\ndef f(): return os.environ["A"]', ['A required']],
    ['import os\nNAME = "A"\nos.environ[NAME]', ['A required import']],
    ['import os\nenv = os.environ\nenv["A"]', ['A required import']],
    ['import os\nos.environ["A"] = "b"\ndel os.environ["B"]\nos.environ.setdefault("C", "d")', []],
    ['import os\nos.environ["PATH"] += ":x"', ['PATH required import']],
    ['import os\nos.environ["A"] = os.environ["B"]', ['B required import']],
    [
      'import os\ntry: os.environ["A"]\nexcept KeyError: os.environ["B"]',
      ['A import conditional', 'B required import conditional'],
    ],
    ['import os\ntry: os.environ["A"]\nexcept (ValueError, Exception): pass', ['A import conditional']],
    ['import os\ntry: os.environ["A"]\nexcept: pass', ['A import conditional']],
    ['import os\ntry: os.environ["A"]\nexcept ValueError: pass', ['A required import conditional']],
    ['import os\ntry:\n  def f(): os.environ["A"]\nexcept KeyError: pass', ['A required']],
    ['import os\nos.environ[name]; os.getenv(); os.getenv(*a)', []],
    ['environ["A"]', []],
  ])('%j', (text, expected) => {
    const found = environmentReads(python.parse(utf8(text))).map((read) =>
      [
        read.name,
        read.required ? 'required' : '',
        read.default ? 'default' : '',
        read.atImport ? 'import' : '',
        read.conditional ? 'conditional' : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
    expect(found).toEqual(expected);
  });

  it('point at the read and at the name', () => {
    const text = '# 😀\nimport os\nx = f(os.environ["A"])';
    const [read] = environmentReads(python.parse(utf8(text)));
    expect(read && [textAt(text, read.span), textAt(text, read.nameSpan)]).toEqual(['os.environ["A"]', '"A"']);
  });
});
