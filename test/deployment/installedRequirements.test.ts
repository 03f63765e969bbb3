import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installedRequirements } from '../../server/src/deployment/installed/installedRequirements.ts';
import { markerHolds } from '../../server/src/deployment/installed/markers.ts';
import { wheelFits } from '../../server/src/deployment/installed/wheelName.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { parseRequirement } from '../../server/src/documents/pep508.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';

/** What is installed, each as `name [extras] pin, whether it applies: the text of its place`. */
async function installed(files: Record<string, string>) {
  const all = new Map(Object.entries({ 'vercel.json': '{}', 'main.py': 'app = 1\n', ...files }));
  const workspace = new Workspace(memoryFileSystem(all), await grammars);
  const result = await workspace.ask((view) => {
    const project = { root: '', files: view };
    return installedRequirements(project, resolveDeployment(project));
  });
  if (!result) throw new Error('the question was given up');
  const lines = result.requirements.map(
    ({ path, span, normalizedName, extras, pin, applies, nameSpan, isFromPyPI }) => {
      const text = all.get(path) ?? '';
      const name = text.slice(nameSpan.start, nameSpan.end);
      const at = pin ? `=${text.slice(pin.span.start, pin.span.end)}` : '';
      return `${normalizedName}${extras.map((extra) => `[${extra}]`).join('')}${at} ${applies} ${isFromPyPI}: ${name} of ${text.slice(span.start, span.end)}`;
    },
  );
  return { lines, isComplete: result.isComplete, isLocked: result.isLocked };
}

describe('what a requirements file installs', () => {
  it('is every requirement, with the places of its name and its pin', async () => {
    const text =
      'fastapi==0.115.6  # web\nFlask_Cors [a,b] >= 1 ; python_version < "3.9"\nx ; sys_platform == "linux"\nnumpy==1.* \\\n  --hash=sha256:aa\n';
    expect(await installed({ 'requirements.txt': text })).toEqual({
      lines: [
        'fastapi=0.115.6 true true: fastapi of fastapi==0.115.6',
        'flask-cors[a][b] false true: Flask_Cors of Flask_Cors [a,b] >= 1 ; python_version < "3.9"',
        'x true true: x of x ; sys_platform == "linux"',
        'numpy true true: numpy of numpy==1.*',
      ],
      isComplete: true,
      isLocked: false,
    });
  });

  it('is pinned by a single clause that takes one version', async () => {
    const pins = async (clauses: string) =>
      (await installed({ 'requirements.txt': `a${clauses}\n` })).lines[0]?.split(' ')[0];
    for (const clauses of ['==1.0', '===1.0']) expect(await pins(clauses)).toBe('a=1.0');
    for (const clauses of ['==1.*', '~=1.0', '==1.0,>=1', '>=1,==1.0', '<=1.0']) expect(await pins(clauses)).toBe('a');
  });

  it('may be more than it says', async () => {
    for (const line of ['-e .', './wheels/a.whl', 'git+https://x.y/z.git', '-r base.txt', 'foo==']) {
      expect((await installed({ 'requirements.txt': `${line}\nrequests\n` })).isComplete, line).toBe(false);
    }
  });

  it('comes from another place where the file says so', async () => {
    const { lines } = await installed({ 'requirements.txt': '--extra-index-url https://a.b/simple\ntorch==2.1.2\n' });
    expect(lines).toEqual(['torch=2.1.2 true false: torch of torch==2.1.2']);
    const own = await installed({ 'requirements.txt': '-i https://pypi.org/simple\nx @ https://a.b/x.whl\ny\n' });
    expect(own.lines.map((line) => line.split(':')[0])).toEqual(['x true false', 'y true true']);
  });

  it('is nothing where a command of the project installs', async () => {
    const files = { 'vercel.json': '{ "installCommand": "make" }', 'requirements.txt': 'fastapi\n' };
    expect(await installed(files)).toEqual({ lines: [], isComplete: false, isLocked: false });
  });
});

describe('what a pyproject.toml installs', () => {
  it('is its dependencies and the groups that uv takes unasked, but for dev', async () => {
    const text = `[project]
name = "a"
version = "1"
dependencies = ["fastapi==0.115.6", 'httpx ; python_full_version >= "3.12"', "a\\u0062c==1"]
[project.optional-dependencies]
x = ["numpy"]
[dependency-groups]
dev = ["pytest"]
web = ["uvicorn"]
docs = ["sphinx"]
[tool.uv]
default-groups = ["dev", "web"]
[tool.uv.sources]
httpx = { git = "https://a.b/c" }
`;
    expect((await installed({ 'pyproject.toml': text })).lines).toEqual([
      'fastapi=0.115.6 true true: fastapi of fastapi==0.115.6',
      'httpx true false: httpx of httpx ; python_full_version >= "3.12"',
      'abc="a\\u0062c==1" true true: "a\\u0062c==1" of "a\\u0062c==1"',
      'uvicorn true true: uvicorn of uvicorn',
    ]);
  });

  it('is what a group includes by the name of another, too', async () => {
    const text =
      '[project]\nname = "a"\nversion = "1"\n[dependency-groups]\nweb = ["uvicorn", { include-group = "Base_Set" }]\nbase-set = ["gunicorn", { include-group = "web" }]\ndocs = ["sphinx"]\n[tool.uv]\ndefault-groups = ["web"]\n';
    const { lines } = await installed({ 'pyproject.toml': text });
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['gunicorn', 'uvicorn']);
  });

  it('is what Poetry would install where there is no [project]', async () => {
    const text =
      '[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "0.115.6"\nflask = { version = "^2.2", extras = ["async"] }\nx = { git = "https://a.b/c" }\ny = { version = "==1.0", markers = "sys_platform == \'win32\'" }\nz = { version = "*", optional = true }\n';
    expect((await installed({ 'pyproject.toml': text })).lines).toEqual([
      'fastapi=0.115.6 true true: fastapi of fastapi = "0.115.6"',
      'flask[async] true true: flask of flask = { version = "^2.2"',
      'x true false: x of x',
      'y=1.0 undefined true: y of y = { version = "==1.0"',
    ]);
  });
});

describe('what a Pipfile and its lock install', () => {
  it('are the packages, not those for development', async () => {
    const text =
      '[packages]\nfastapi = "==0.115.6"\n"x[a]" = "*"\ny = { version = ">=1", extras = ["b"], markers = "os_name == \'nt\'" }\nz = { path = "." }\n[dev-packages]\npytest = "*"\n';
    expect((await installed({ Pipfile: text })).lines).toEqual([
      'fastapi=0.115.6 true true: fastapi of fastapi = "==0.115.6"',
      'x[a] true true: "x[a]" of "x[a]" = "*"',
      'y[b] false true: y of y = { version = ">=1"',
      'z true false: z of z',
    ]);
  });

  it('pin what is locked', async () => {
    const lock = {
      _meta: {},
      default: { fastapi: { version: '==0.115.6' }, z: { path: '.' } },
      develop: { pytest: {} },
    };
    expect(await installed({ 'Pipfile.lock': JSON.stringify(lock) })).toEqual({
      lines: ['fastapi="fastapi" true true: "fastapi" of "fastapi"', 'z true false: "z" of "z"'],
      isComplete: true,
      isLocked: true,
    });
  });
});

const uvLock = `version = 1
requires-python = ">=3.12"

[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "fastapi", extra = ["standard"] },
    { name = "pywin32", marker = "sys_platform == 'win32'" },
]

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "fastapi"
version = "0.115.6"
source = { registry = "https://pypi.org/simple" }
dependencies = [{ name = "starlette" }, { name = "tzdata", marker = "platform_release == 'x'" }]

[package.optional-dependencies]
standard = [{ name = "uvicorn" }]

[[package]]
name = "pytest"
version = "8"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "pywin32"
version = "306"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "starlette"
version = "0.41.3"
source = { registry = "https://a.b/simple" }

[[package]]
name = "tzdata"
version = "2024.1"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "uvicorn"
version = "0.34"
source = { registry = "https://pypi.org/simple" }
`;

describe('what a lock file installs', () => {
  it('is what the project needs on Linux, through others too', async () => {
    const pyproject = '[project]\nname = "shop"\nversion = "0.1.0"\n';
    const { lines, ...rest } = await installed({ 'pyproject.toml': pyproject, 'uv.lock': uvLock });
    const asPackage = await installed({
      'pyproject.toml': pyproject,
      'uv.lock': uvLock.replace('virtual', 'editable'),
    });
    expect(asPackage.lines).toEqual(lines);
    expect(rest).toEqual({ isComplete: true, isLocked: true });
    expect(lines.sort()).toEqual([
      'fastapi=fastapi true true: fastapi of fastapi',
      'starlette=starlette true false: starlette of starlette',
      'tzdata=tzdata undefined true: tzdata of tzdata',
      'uvicorn=uvicorn true true: uvicorn of uvicorn',
    ]);
  });

  it('is one of several versions of a package, by marker and source', async () => {
    const pyproject = '[project]\nname = "shop"\nversion = "0.1.0"\n';
    const fork = (version: string, index: string, marker: string) =>
      `    { name = "numpy", version = "${version}", source = { registry = "${index}" }, marker = "${marker}" },\n`;
    const locked = (version: string, index: string) =>
      `[[package]]\nname = "numpy"\nversion = "${version}"\nsource = { registry = "${index}" }\n\n`;
    const pypi = 'https://pypi.org/simple';
    const dependencies = [
      fork('1.26.4', pypi, "python_full_version < '3.12'"),
      fork('2.1.0', 'https://a.b/simple', "python_full_version >= '3.12' and sys_platform == 'linux'"),
      fork('2.1.0', pypi, "python_full_version >= '3.12' and sys_platform != 'linux'"),
    ];
    const own = `[[package]]\nname = "shop"\nversion = "0.1.0"\nsource = { virtual = "." }\ndependencies = [\n${dependencies.join('')}]\n`;
    const lock = `version = 1\n\n${locked('1.26.4', pypi)}${locked('2.1.0', pypi)}${locked('2.1.0', 'https://a.b/simple')}${own}`;
    const { lines } = await installed({ 'pyproject.toml': pyproject, 'uv.lock': lock });
    expect(lines).toEqual(['numpy=numpy true false: numpy of numpy']);
  });

  it('is every package of a pylock.toml', async () => {
    const pylock =
      'lock-version = "1.0"\n[[packages]]\nname = "attrs"\nversion = "25.1"\nwheels = []\n[[packages]]\nname = "x"\nversion = "1"\nmarker = "sys_platform == \'win32\'"\n[packages.vcs]\ntype = "git"\n';
    const pyproject = '[project]\nname = "shop"\nversion = "0.1.0"\n';
    expect(await installed({ 'pyproject.toml': pyproject, 'pylock.toml': pylock })).toEqual({
      lines: ['attrs=attrs true true: attrs of attrs', 'x=x false false: x of x'],
      isComplete: true,
      isLocked: true,
    });
  });

  it('survives half a file', async () => {
    const pyproject = '[project]\nname = "shop"\nversion = "0.1.0"\n';
    await fc.assert(
      fc.asyncProperty(fc.nat(uvLock.length), async (length) => {
        await installed({ 'pyproject.toml': pyproject, 'uv.lock': uvLock.slice(0, length) });
      }),
      { numRuns: 60 },
    );
  });
});

describe('markers', () => {
  it.each([
    ['python_version >= "3.12"', true],
    ['python_version in "3.12 3.13"', true],
    ['python_full_version < "3.13"', false],
    ['python_full_version < "3.13.4"', undefined],
    ['platform_machine == "arm64" or sys_platform == "linux"', true],
    ['platform_system == "Windows"', false],
    ['extra == "dev"', false],
    ['platform_release == "6"', undefined],
    ['platform_release == "6" and os_name == "nt"', false],
  ])('%s on Python 3.13: %s', (text, holds) => {
    const node = parseRequirement(`a; ${text}`).marker?.node;
    expect(node && markerHolds(node, '3.13')).toBe(holds);
  });
});

describe('wheels', () => {
  it.each([
    ['numpy-2.1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', true],
    ['numpy-2.1.0-cp312-cp312-manylinux_2_17_x86_64.whl', false],
    ['numpy-2.1.0-cp313-cp313t-manylinux_2_17_x86_64.whl', false],
    ['numpy-2.1.0-cp313-cp313-musllinux_1_1_x86_64.whl', false],
    ['numpy-2.1.0-cp313-cp313-manylinux_2_17_aarch64.whl', false],
    ['cryptography-41.0.7-cp37-abi3-manylinux_2_28_x86_64.whl', true],
    ['six-1.16.0-py2.py3-none-any.whl', true],
    ['ruff-0.5-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', true],
    ['x-1-py314-none-any.whl', false],
    ['x-1-py2-none-any.whl', false],
    ['x-1.tar.gz', false],
  ])('%s on Python 3.13: %s', (name, fits) => {
    expect(wheelFits(name, '3.13')).toBe(fits);
  });
});
