import { describe, expect, it } from 'vitest';
import { linesOf } from '../../server/src/logs/reader.ts';
import { logSections } from '../../server/src/logs/sections.ts';

const sections = (...lines: string[]) =>
  logSections(linesOf(lines.join('\n'))).map(({ title, first, last }) => `${title} ${first}-${last}`);

describe('the sections of a log', () => {
  it('are the phases of a build', () => {
    expect(
      sections(
        '19:40:03.395 Running build in Washington, D.C., USA (East) – iad1',
        '19:40:03.396 Build machine configuration: 2 cores, 8 GB',
        '19:40:03.547 Cloning github.com/lantern-labs/orchard-api (Branch: main, Commit: 4f0c2aa)',
        '19:40:03.767 Cloning completed: 219.000ms',
        '19:40:03.900 Restored build cache from previous deployment (6pQ)',
        '19:40:04.382 Running "vercel build"',
        '19:40:04.793 Vercel CLI 50.34.0',
        '19:40:05.020 Installing required dependencies from uv.lock...',
        '19:40:09.100 Build Completed in /vercel/output [4s]',
        '19:40:09.200 Deploying outputs...',
      ),
    ).toEqual([
      'Prepare the machine 0-1',
      'Clone 2-3',
      'Restore the cache 4-4',
      'Build 5-6',
      'Install dependencies 7-7',
      'Deploy 8-9',
    ]);
  });

  it('are tracebacks, each of them', () => {
    const traceback = ['Traceback (most recent call last):', '  File "/var/task/main.py", line 1, in <module>', 'E: 1'];
    expect(sections('starts', ...traceback, ...traceback)).toEqual(['Traceback 1-3', 'Traceback 4-6']);
  });

  it('do not mind colours, quotes and JSON', () => {
    expect(
      sections('> \u001b[2m19:40:03.395\u001b[22m  Cloning github.com/a/b', '{"message":"Vercel CLI 50.1.0"}'),
    ).toEqual(['Clone 0-0', 'Build 1-1']);
  });

  it('are none of an empty or another text', () => {
    expect(sections('')).toEqual([]);
    expect(sections('I was cloning the repository.', 'It did not work.')).toEqual([]);
  });

  it('of a log in one line do not overlap', () => {
    const found = logSections(linesOf('19:40:03.395 Running build in Washington 19:40:03.547 Cloning github.com/a/b'));
    for (const { first, last } of found) expect({ first, last }).toEqual({ first: 0, last: 0 });
    expect(found.length).toBeLessThanOrEqual(1);
  });
});
