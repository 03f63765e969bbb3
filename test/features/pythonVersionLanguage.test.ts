import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import type { AnyDocument } from '../../server/src/documents/kinds.ts';
import type { Completion, Hover } from '../../server/src/features/completion.ts';
import type { FeatureContext } from '../../server/src/features/context.ts';
import { entrypointCompletion, entrypointHover } from '../../server/src/features/entrypointLanguage.ts';
import { pythonVersionCompletion, pythonVersionHover } from '../../server/src/features/pythonVersionLanguage.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';

const flask = { 'requirements.txt': 'flask\n', 'main.py': 'from flask import Flask\napp = Flask(__name__)\n' };

type Question<T> = (document: AnyDocument, offset: number, context: FeatureContext) => T;

/** Asks at `|` of the file at `path`. */
async function ask<T>(
  path: string,
  marked: string,
  question: Question<T>,
  rest: Record<string, string> = flask,
  isDeployed = true,
) {
  const files = new Map(Object.entries({ ...rest, [path]: marked.replace('|', '') }));
  const workspace = new Workspace(memoryFileSystem(files), await grammars);
  const answer = await workspace.ask((view) => {
    const document = view.document(path);
    const project = { root: '', files: view };
    const deployment = () => resolveDeployment(project);
    const context = { path, now: 0, project, isDeployed, rules: [], deployment };
    return document && { value: question(document, marked.indexOf('|'), context) };
  });
  if (!answer) throw new Error(`${path} is not read`);
  return answer.value;
}

/** Label and detail of each, and the text after the first was chosen. */
function shown(marked: string, completions: readonly Completion[]) {
  const text = marked.replace('|', '');
  const [first] = completions;
  return {
    list: completions.map(({ label, detail }) => `${label} (${detail})`),
    chosen: first && text.slice(0, first.span.start) + first.newText + text.slice(first.span.end),
  };
}

async function versionsIn(path: string, marked: string) {
  return shown(marked, await ask(path, marked, pythonVersionCompletion));
}

async function versionHover(
  path: string,
  marked: string,
  rest: Record<string, string> = flask,
): Promise<Hover | undefined> {
  return ask(path, marked, pythonVersionHover, rest);
}

describe('the versions that Vercel has', () => {
  const list = ['3.14 (on Vercel)', '3.13 (on Vercel)', '3.12 (the default of Vercel)'];

  it('are offered in .python-version, the default marked', async () => {
    expect(await versionsIn('.python-version', '|')).toEqual({ list, chosen: '3.14' });
    expect(await versionsIn('.python-version', '3.|9\n')).toEqual({ list, chosen: '3.14\n' });
    expect(await versionsIn('.python-version', '# ours\r\n  3|\r\n')).toEqual({ list, chosen: '# ours\r\n  3.14\r\n' });
    expect((await versionsIn('.python-version', '# 3|')).list).toEqual([]);
    expect((await versionsIn('.python-version', '3.12 |# so')).list).toEqual([]);
  });

  it('are offered in runtime.txt, which nobody reads', async () => {
    const { list: offered, chosen } = await versionsIn('runtime.txt', 'python-3|');
    expect(offered[0]).toBe('python-3.14 (not read by Vercel)');
    expect(chosen).toBe('python-3.14');
  });

  it('are offered as specifiers of requires-python', async () => {
    const { list: offered, chosen } = await versionsIn('pyproject.toml', '[project]\nrequires-python = "|"\n');
    expect(offered).toEqual([
      '>=3.12 (Vercel chooses 3.12)',
      '==3.14.* (Vercel chooses 3.14)',
      '==3.13.* (Vercel chooses 3.13)',
      '==3.12.* (Vercel chooses 3.12)',
    ]);
    expect(chosen).toBe('[project]\nrequires-python = ">=3.12"\n');
    expect((await versionsIn('pyproject.toml', '[project]\nrequires-python = |')).chosen).toContain('= ">=3.12"');
    expect((await versionsIn('pyproject.toml', "[project]\nrequires-python = '>=|")).chosen).toContain("= '>=3.12'");
    expect((await versionsIn('pyproject.toml', '[project]\nname = "|"')).list).toEqual([]);
    expect((await versionsIn('pyproject.toml', '[tool.x]\nrequires-python = "|"')).list).toEqual([]);
    expect((await versionsIn('pyproject.toml', '[project]\nrequires-python = ["|"]')).list).toEqual([]);
  });

  it('are offered in a Pipfile', async () => {
    const marked = '[requires]\npython_version = "3.|"\n';
    expect(await versionsIn('Pipfile', marked)).toEqual({ list, chosen: '[requires]\npython_version = "3.14"\n' });
    expect((await versionsIn('Pipfile', '[packages]\nflask = "|"\n')).list).toEqual([]);
  });
});

describe('the Python that runs', () => {
  it('is told with its reasons over each place that names one', async () => {
    expect(await versionHover('.python-version', '3.|13\n')).toEqual({
      span: { start: 0, end: 4 },
      markdown: '**Vercel runs Python 3.13.**\n\n- .python-version asks for 3.13, and Vercel has it.',
    });
    expect((await versionHover('.python-version', '3.|6\n'))?.markdown).toMatch(/^\*\*The build stops\.\*\*/);
    expect((await versionHover('.python-version', '|3.9\n'))?.markdown).toContain('no longer installs');
    expect((await versionHover('runtime.txt', 'python|-3.9'))?.markdown).toMatch(
      /Python 3\.12.*runtime\.txt is not read/s,
    );
    const pyproject = '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=|3.13"\n';
    expect((await versionHover('pyproject.toml', pyproject, { ...flask, 'uv.lock': '' }))?.markdown).toContain('3.14');
    const pipfile = '[packages]\nflask = "*"\n[requires]\npython_version = "|3.13"\n';
    expect((await versionHover('Pipfile', pipfile))?.markdown).toContain('Vercel runs Python');
  });

  it('is not told elsewhere', async () => {
    expect(await versionHover('.python-version', '# |3.13\n3.13\n')).toBeUndefined();
    expect(await versionHover('pyproject.toml', '[project]\nna|me = "x"\n')).toBeUndefined();
    expect(await ask('.python-version', '3.|13\n', pythonVersionHover, {}, false)).toBeUndefined();
    expect(await versionHover('other/runtime.txt', 'python|-3.9')).toBeUndefined();
  });
});

describe('`[tool.vercel] entrypoint`', () => {
  const modules = {
    ...flask,
    'src/shop/web.py': 'application = 1\n',
    'src/not-a-name.py': 'app = 1\n',
    'tool.py': 'x = 1\n',
  };
  const completions = async (marked: string) =>
    shown(marked, await ask('pyproject.toml', marked, entrypointCompletion, modules));

  it('is completed with the modules that hold an application', async () => {
    const { list, chosen } = await completions('[tool.vercel]\nentrypoint = "ma|"\n');
    expect(list).toEqual(['main:app (main.py)', 'src.shop.web:application (src/shop/web.py)']);
    expect(chosen).toBe('[tool.vercel]\nentrypoint = "main:app"\n');
    expect((await completions('[tool]\nvercel.entrypoint = |')).chosen).toBe('[tool]\nvercel.entrypoint = "main:app"');
    expect((await completions('[tool.vercel]\nother = "|"\n')).list).toEqual([]);
    expect((await completions('[tool.vercel]\n|')).list).toEqual([]);
  });

  it('is explained where it means a file', async () => {
    const hover = async (marked: string) => (await ask('pyproject.toml', marked, entrypointHover, modules))?.markdown;
    expect(await hover('[tool.vercel]\nentrypoint = "mai|n:app"\n')).toBe(
      'Vercel serves `app` of `main.py`, a WSGI application.',
    );
    expect(await hover('[tool.vercel]\nentrypoint = "gone|:app"\n')).toBeUndefined();
    expect(await hover('[tool.vercel]\nentrypoint = 5|\n')).toBeUndefined();
    expect(await hover('[tool.vercel]\nentry|point = "main:app"\n')).toBeUndefined();
  });
});
