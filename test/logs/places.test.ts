import { describe, expect, it } from 'vitest';
import { LogAnalysis } from '../../server/src/logs/analysis.ts';
import { explainLog } from '../../server/src/logs/explain.ts';
import { signatures } from '../../server/src/logs/signatures/index.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { textAt } from '../../server/src/text/span.ts';
import { reportOn } from '../support/check.ts';

/** What the verdict blames in the project: the path and the text of the place. */
async function blamed(log: string, example: string): Promise<string | undefined> {
  const { files } = parseExample(example);
  const analysis = new LogAnalysis(signatures);
  analysis.push(log);
  const { entries } = explainLog(analysis.end(), await reportOn(files, []));
  const blame = entries[0]?.blame;
  return blame && `${blame.path}: ${textAt(files.get(blame.path)?.text ?? '', blame.span)}`;
}

const missing = (line: number) => `Traceback (most recent call last):
  File "/var/task/api/index.py", line ${line}, in <module>
    import httpx
ModuleNotFoundError: No module named 'httpx'
`;

describe('the place in the project', () => {
  it('is the line of the frame', async () => {
    expect(await blamed(missing(2), '-- api/index.py\nimport os\nimport httpx\n')).toBe('api/index.py: import httpx');
  });

  it('is where that line has moved to', async () => {
    const moved = '-- api/index.py\nimport os\nimport re\n\nimport httpx\n';
    expect(await blamed(missing(2), moved)).toBe('api/index.py: import httpx');
  });

  it('is none in a file that has no such line any more', async () => {
    expect(await blamed(missing(2), '-- api/index.py\nimport os\nimport re\n')).toBeUndefined();
  });

  it('is none in a file that does not ask for the version that the log quotes', async () => {
    const log =
      'Warning: Python version "3.11" detected in .python-version is not installed and will be ignored. ' +
      'https://vercel.link/python-version\nerror: No interpreter found for Python 3.11 in managed installations\n';
    const app = '-- api/index.py\napp = 1\n';
    expect(await blamed(log, `-- .python-version\n3.11\n${app}`)).toBe('.python-version: ');
    expect(await blamed(log, `-- .python-version\n3.12\n${app}`)).toBeUndefined();
  });
});
