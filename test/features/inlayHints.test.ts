import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { grammars } from '../support/grammars.ts';

/** The lines of the file at `path`, each hint behind `|`. */
async function hinted(example: string, path: string, root = ''): Promise<string> {
  const { files } = parseExample(example.trimStart());
  const workspace = new Workspace(memoryFileSystem(files), await grammars);
  const hints = await workspace.ask((view) => {
    const project = { root, files: view };
    return inlayHints(project, resolveDeployment(project), path);
  });
  const text = files.get(path)?.text ?? '';
  return [...(hints ?? [])].reduceRight(
    (shown, { offset, label }) => `${shown.slice(0, offset)}|${label}${shown.slice(offset)}`,
    text,
  );
}

describe('inlay hints', () => {
  it('say which Python runs beside each place that names one', async () => {
    const project = `
-- vercel.json
{}
-- runtime.txt
python-3.9
-- pyproject.toml
[project]
name = "shop"
version = "1"
requires-python = ">=3.13"  # ours
-- main.py
from fastapi import FastAPI
app = FastAPI()
`;
    expect(await hinted(project, 'runtime.txt')).toBe('python-3.9|Vercel runs 3.14\n');
    expect(await hinted(project, 'pyproject.toml')).toContain('>=3.13"  # ours|Vercel runs 3.14\n');
  });

  it('say when the version that is asked for is ignored, or stops the build', async () => {
    const rest = '-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n';
    expect(await hinted(`-- .python-version\n3.9\n${rest}`, '.python-version')).toBe('3.9|ignored: Vercel runs 3.12\n');
    expect(await hinted(`-- .python-version\n3.6\n${rest}`, '.python-version')).toBe('3.6|the build stops\n');
    expect(await hinted(`-- .python-version\nlatest\n${rest}`, '.python-version')).toBe('latest|the build stops\n');
    expect(await hinted(`-- .python-version\n3.13\n${rest}`, '.python-version')).toBe('3.13|Vercel runs 3.13\n');
  });

  it('say what is served, and how, behind the binding that counts', async () => {
    const served = await hinted(
      `
-- requirements.txt
flask
-- app.py
from flask import Flask
handler = 1
app = Flask(
    __name__,
)
`,
      'app.py',
    );
    expect(served).toContain('app = Flask(|Vercel serves app (WSGI)\n');
    expect(served.match(/\|/g)).toHaveLength(1);
  });

  it('are absent where nothing is said, and in files of another package', async () => {
    const project = `
-- requirements.txt
flask
-- app.py
from flask import Flask
app = Flask(__name__)
-- lib/pyproject.toml
[project]
requires-python = ">=3.9"
-- lib/tool.py
app = 1
`;
    expect(await hinted(project, 'lib/pyproject.toml')).not.toContain('|');
    expect(await hinted(project, 'lib/tool.py')).not.toContain('|');
    expect(await hinted(project, 'requirements.txt')).not.toContain('|');
  });

  it('survive half-typed files', async () => {
    expect(await hinted('-- .python-version\n\n-- main.py\napp = (\n', 'main.py')).toBe('app = (\n');
    expect(await hinted('-- pyproject.toml\n[project]\nrequires-python = "\n', 'pyproject.toml')).toContain(
      '[project]',
    );
  });
});
