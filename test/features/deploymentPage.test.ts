import { describe, expect, it } from 'vitest';
import { deploymentPage } from '../../server/src/features/deploymentPage.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { reportOn } from '../support/check.ts';

async function pageOf(example: string): Promise<string> {
  const { deployment } = await reportOn(parseExample(example).files, []);
  return deploymentPage([
    { deployment, name: 'shop', place: (path) => ({ text: path, address: `file:///x/${path}` }) },
  ]);
}

describe('the deployment page', () => {
  it('gives each answer with its reasons', async () => {
    const page = await pageOf(
      '-- .python-version\n3.13\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["flask"]\n' +
        '-- requirements.txt\nflask\n-- app.py\nfrom flask import Flask\napp = Flask(__name__)\n',
    );
    expect(page).toContain('### Python 3.13\n\n- .python-version asks for 3.13, and Vercel has it.');
    expect(page).toContain('### Built by a framework preset: `flask`');
    expect(page).toContain('### Installs [pyproject.toml](file:///x/pyproject.toml)');
    expect(page).toContain('- [requirements.txt](file:///x/requirements.txt) is not read.');
    expect(page).toContain('### Serves `app` of [app.py](file:///x/app.py) (WSGI)');
    expect(page).toMatch(/\*As @vercel\/python \d+\.\d+\.\d+ and vercel \d/);
  });

  it('begins with the error that stops the build', async () => {
    const page = await pageOf('-- requirements.txt\nfastapi\n-- main.py\nprint(1)\n');
    expect(page).toContain('> **The build stops** with `');
    expect(page).toContain('### Serves nothing, because the build stops');
  });
});
