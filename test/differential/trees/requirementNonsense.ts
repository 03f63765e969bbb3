import fc from 'fast-check';
import { noPreset, type Tree, tree } from './tree.ts';

/**
 * What requirements files are made of, and what they are spoilt by. Nothing that makes Vercel's parser panic, such as an
 * emoji in a marker: it would give wrong answers to all that follows.
 */
// biome-ignore format: a list that is read across
const pieces = [
  'a', 'fast-api', 'A_b.c', 'é', '1', '1.*', '1.0.post1', '==', '>=', '~=', '===', '!=', '<', '^', '=', ',', ';', ' ', '\t',
  '\\\n', '\\', '\n', '\r\n', '\r', '#', ' # c', '[x]', '[', ']', '(', ')', '"', "'", '@', ' @ ', '$', `\${X}`, '~', '!', '%', '*',
  'python_version', 'sys_platform', 'extra', ' and ', ' or ', ' in ', ' not in ', '"3.9"', "'linux'", '; python_version < "3"',
  './', '../', '/', '.', 'x.zip', 'x-1.0-py3-none-any.whl', '.tar.gz', '.git', 'pkg.v2', './pkg.v2', 'pkg.v2/', 'plain',
  './plain', 'src/pkg.v3', 'file://', 'file:///gone/pkg.v2', 'https://', 'https://e.org/', 'http://ex%61mple.com', 'http://[::1]',
  'http://münchen.de', 'http://℀.com', 'https://u:p@e.org:99/', 'git+', 'git+https://e.org/x', 'hg+https://e.org', '#egg=b', '#subdirectory=c',
  '@v1', '-e ', '-r ', '-c ', '-i ', '-f ', '--editable=', '--requirement ', '--index-url ', '--extra-index-url=', '--find-links ',
  '--no-index', '--no-binary ', '--only-binary=', ':all:', ':none:', '--pre', '--prefer-binary', '--require-hashes', '--trusted-host e.org',
  '--hash=', ' --hash=sha256:00', ' --hash', 'sha256:x', '--config-settings', '--', '-', '-x', '\uFEFF', '\u00a0', '\f', '\0', 'import x', '<<<',
];

const line = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4 })), {
  minLength: 1,
  maxLength: 7,
});

/** A requirements file of nonsense, in the root or below, beside folders that some of it names. */
export const requirementNonsense: fc.Arbitrary<Tree> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([lines, isBelow]) => {
    const folder = isBelow ? 'api/' : '';
    return tree({
      'vercel.json': noPreset,
      'api/index.py': 'app = 1\n',
      [`${folder}requirements.txt`]: lines.map((words) => words.join('')).join('\n'),
      [`${folder}pkg.v2/setup.py`]: '',
      [`${folder}plain/setup.py`]: '',
      'src/pkg.v3/setup.py': '',
    });
  });
