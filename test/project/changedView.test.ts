import { expect, it } from 'vitest';
import { ChangedView } from '../../server/src/project/changedView.ts';
import { filesBelow } from '../../server/src/project/walk.ts';
import { ask } from '../deployment/deploymentOf.ts';

it('shows files as they would be: changed, new and gone', async () => {
  const files = { 'a/x.txt': 'x', 'a/y.txt': 'y', 'b/z.py': 'z = 1\n' };
  const seen = await ask(files, ({ files: base }) => {
    const changed = { text: 'new', document: undefined };
    const view = new ChangedView(
      base,
      new Map([
        ['a/x.txt', changed],
        ['b/new.py', changed],
        ['a/y.txt', undefined],
      ]),
    );
    const paths = ['a/x.txt', 'a/y.txt', 'b/new.py', 'b/z.py'];
    return {
      all: [...filesBelow(view, '')],
      has: paths.map((path) => view.has(path)),
      texts: paths.map((path) => view.source(path)?.text),
      sizes: paths.map((path) => view.size(path)),
      kinds: paths.map((path) => view.document(path)?.kind),
    };
  });
  expect(seen).toEqual({
    all: ['a/x.txt', 'b/z.py', 'b/new.py'],
    has: [true, false, true, true],
    texts: ['new', undefined, 'new', 'z = 1\n'],
    sizes: [3, undefined, 3, 6],
    kinds: [undefined, undefined, undefined, 'python'],
  });
});
