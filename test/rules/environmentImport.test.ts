import { describe, expect, it } from 'vitest';
import dotenvAtImport from '../../server/src/rules/environment/dotenvAtImport.ts';
import envRequiredAtImport from '../../server/src/rules/environment/envRequiredAtImport.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

describe('the fix for load_dotenv', () => {
  const fixed = async (code: string) => {
    const [problem] = await problemsIn(head + code, [dotenvAtImport]);
    const [fix] = problem?.fixes ?? [];
    return fix && withChanges(parseExample(head + code).files, fix.changes).get('main.py')?.text;
  };

  it.each([
    [
      'at the start of the file',
      'import dotenv\ndotenv.load_dotenv()\n\nimport os\nprint(os.name)\n',
      'import os\nprint(os.name)\n',
    ],
    ['without a line ending', 'import os\nfrom dotenv import load_dotenv\nload_dotenv()', 'import os\n'],
    [
      'a name that is used elsewhere',
      'from dotenv import load_dotenv\nload_dotenv()\n\ndef again():\n    load_dotenv()\n',
      'from dotenv import load_dotenv\n\ndef again():\n    load_dotenv()\n',
    ],
    [
      'a name in a comment only',
      'from dotenv import load_dotenv\n# load_dotenv is for local runs\nload_dotenv()\n',
      '# load_dotenv is for local runs\n',
    ],
    [
      'the first of two names',
      'from dotenv import load_dotenv, set_key\nload_dotenv()\nset_key(a)\n',
      'from dotenv import set_key\nset_key(a)\n',
    ],
    [
      'the last of two names',
      'from dotenv import set_key, load_dotenv\nload_dotenv()\nset_key(a)\n',
      'from dotenv import set_key\nset_key(a)\n',
    ],
    [
      'names on both sides of one that stays',
      'from dotenv import find_dotenv, set_key, load_dotenv\nload_dotenv(find_dotenv())\nset_key(a)\n',
      'from dotenv import set_key\nset_key(a)\n',
    ],
    [
      'Windows line endings',
      'import os\r\nfrom dotenv import load_dotenv\r\n\r\nload_dotenv()\r\n\r\nA = os.name\r\n',
      'import os\r\n\r\nA = os.name\r\n',
    ],
    [
      'other things in the `try`',
      'try:\n    from dotenv import load_dotenv\n    load_dotenv()\n    A = 1\nexcept ImportError:\n    pass\n',
      'try:\n    A = 1\nexcept ImportError:\n    pass\n',
    ],
    [
      'a path made of other names',
      'import os\nfrom dotenv import load_dotenv\n\nload_dotenv(os.path.join("config", ".env"))\nA = 1\n',
      'A = 1\n',
    ],
  ])('%s', async (_title, before, after) => {
    expect(await fixed(before)).toBe(after);
  });

  it.each([
    [
      'a handler that does something',
      'try:\n    from dotenv import load_dotenv\n    load_dotenv()\nexcept ImportError:\n    print("none")\n',
    ],
    ['a line shared with other code', 'from dotenv import load_dotenv\nload_dotenv(); A = 1\n'],
    ['a result that is tested', 'from dotenv import load_dotenv\nassert load_dotenv()\n'],
  ])('is not offered for %s', async (_title, code) => {
    expect(await problemsIn(head + code, [dotenvAtImport])).toHaveLength(1);
    expect(await fixed(code)).toBeUndefined();
  });

  it('is not offered where nothing would be left of a body', async () => {
    for (const block of ['with x():', 'class A:', 'for a in x:', 'if x:\n    A = 1\nelse:']) {
      const code = `${head}from dotenv import load_dotenv\n${block}\n    load_dotenv()\n`;
      for (const { fixes } of await problemsIn(code, [dotenvAtImport])) expect([block, fixes]).toEqual([block, []]);
    }
  });

  it('is for somebody to decide: on their own machine the call sets the variables', async () => {
    const code = `${head}from dotenv import load_dotenv\nload_dotenv()\n-- .env\nA=secret\n`;
    const [deployed] = await problemsIn(code, [dotenvAtImport]);
    expect(deployed?.fixes[0]?.safety).toBe('unsafe');
    expect(deployed?.message).not.toContain('finds no');
    const [ignored] = await problemsIn(`${code}-- .gitignore\n.env\n`, [dotenvAtImport]);
    expect(ignored?.fixes[0]?.safety).toBe('unsafe');
    expect(ignored?.message).toContain('finds no');
  });
});

describe('env-required-at-import', () => {
  const messages = async (code: string) =>
    (await problemsIn(head + code, [envRequiredAtImport])).map(({ message }) => message);
  const settings = (body: string, call = 'Settings()') =>
    `from pydantic import Field, BaseSettings as Old\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\nfrom typing import ClassVar, Optional\nclass Settings(BaseSettings):\n${body}\ns = ${call}\n`;

  it.each([
    ['import os\nA = os.environ["A"]\nB = int(os.environ["B"])\n', ['A', 'B']],
    ['import mod\n-- mod.py\nfrom os import environ as e\nX = e["X"]\n', ['X']],
    ['import os, mod\nX = os.environ["X"]\n-- mod.py\nimport os\nX = os.environ["X"]\n', ['X']],
    [settings('    a: str = Field(..., env="TOKEN")\n    b: int = Field(gt=1)\n    c: Optional[str]'), ['TOKEN, B, C']],
    [settings('    a: str\n    b: str', 'Settings(a="1")'), ['B']],
    [settings('    class Config:\n        env_prefix = "my_"\n    a: str'), ['MY_A']],
    [settings('    a: list[str]\n    b: dict\n    c: bool'), ['A, B, C']],
    [settings('    d: str | None\n    e: Optional[str]'), ['D, E']],
    [settings('    _a: str\n    model_config: SettingsConfigDict\n    b: str'), ['B']],
    [
      settings('    a: str = Field(validation_alias="x")\n    b: str = Field(alias="y")\n    c: str = ...'),
      ['X, Y, C'],
    ],
    [settings('    model_config = SettingsConfigDict(case_sensitive=True)\n    a: str\n    B: str'), ['a, B']],
    [settings('    model_config = SettingsConfigDict(case_sensitive=False)\n    a: str\n    B: str'), ['A, B']],
    ['from pydantic_settings.main import BaseSettings\nclass S(BaseSettings):\n    a: str | None\ns = S()\n', ['A']],
    ['from pydantic import BaseSettings\nclass S(BaseSettings):\n    a: str | None\n    b: str\ns = S()\n', ['B']],
  ])('finds %s', async (code, names) => {
    expect((await messages(code)).map((message) => namesIn(message))).toEqual(names);
  });

  it.each([
    settings(
      '    a: ClassVar[str]\n    b: str = ""\n    c: Optional[str] = None\n    d: str = Field("x")\n    e: list = Field(default_factory=list)',
    ),
    settings('    a: str', 'Settings(**values)'),
    settings('    a: Nested'),
    settings('    a: str = Field(**options)\n    b: str = Field(alias=NAMES)\n    c: str = make()'),
    settings('    a: str', 'Settings(_env_prefix="x_")'),
    settings(
      '    a: str\n    def before_all(self): ...\n    @model_validator(mode="before")\n    def fill(cls, x): ...',
    ),
    ...['fields = {"a": {"env": "X"}}', 'secrets_dir = "keys"', 'def customise_sources(cls, *a): ...'].map((line) =>
      settings(`    class Config:\n        ${line}\n    a: str`),
    ),
    settings('    class Config(Shared):\n        extra = "ignore"\n    a: str'),
    ...['secrets_dir="keys"', 'toml_file="x"', 'yaml_file="x"', 'env_prefix=prefix()', '**options'].map((given) =>
      settings(`    model_config = SettingsConfigDict(${given})\n    a: str`),
    ),
    settings('    model_config = {"env_prefix": "X_"}\n    a: str'),
    'from pydantic_settings import BaseSettings\nclass S(BaseSettings, env_prefix="X_"):\n    a: str\ns = S()\n',
    settings('    a: str\n    @classmethod\n    def settings_customise_sources(cls, *a): ...'),
    settings('    a: str', 'lambda: Settings()'),
    'import os\ntry:\n    A = os.environ["A"]\nexcept KeyError:\n    A = ""\n',
    'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "x")\nA = os.environ["DJANGO_SETTINGS_MODULE"]\n',
    'import os\nA = os.environ["VERCEL_URL"] + os.environ["AWS_REGION"]\n',
    'import os\nA = os.environ["A"]\n-- .env\nA=1\n',
  ])('is silent on %s', async (code) => {
    expect(await messages(code)).toEqual([]);
  });
});

/** What the message names, as `A, B`. */
function namesIn(message: string): string | undefined {
  return /^Without (.+?) the /.exec(message)?.[1]?.replaceAll('`', '');
}

describe('variables that are read through libraries', () => {
  const needed = async (code: string) =>
    (await problemsIn(`${head}${code}`, [envRequiredAtImport])).map(({ message }) => namesIn(message));

  it.each([
    ['from decouple import config\nA = config("A")\nB = config("B", cast=int)\n', ['A', 'B']],
    ['from decouple import config as c\nA = c("A", default="x")\nB = c("B", "x")\n', []],
    [
      'import environ\nenv = environ.Env(DEBUG=(bool, False))\nD = env("DEBUG")\nA = env("A")\nB = env.db("B")\n',
      ['A', 'B'],
    ],
    [
      'import environ\nenv = environ.Env()\nenv.read_env(BASE / ".env")\nA = env.str("A")\nB = env.str("B", "x")\n',
      ['A'],
    ],
    ['import environ\nenv = environ.Env()\nenv.read_env("live.cfg")\nA = env("A")\n', []],
    ['import environ\nenv = environ.Env(**SCHEME)\nA = env("A")\n', []],
    ['from environs import Env\nenv = Env()\nwith env.prefixed("X_"):\n    A = env("A")\n', []],
    ['from starlette.config import Config\nconfig = Config(".env")\nA = config("A")\n', ['A']],
    ['from starlette.config import Config\nconfig = Config("live.cfg")\nA = config("A")\n', []],
    ['from decouple import config\ntry:\n    A = config("A")\nexcept Exception:\n    A = 1\n', []],
    ['from decouple import config\ndef f():\n    return config("A")\n', []],
    ['from tools import config\nA = config("A")\n', []],
    ['from decouple import config\nA = config("A B")\nB = config(name())\nC = config(*names)\nD = config(**a)\n', []],
    ['from environs import Env\nenv = Env(prefix="X_")\nA = env("A")\n', []],
    ['from decouple import config\nA = config("A', []],
    ['from decouple import config\nA = config("A")\n-- settings.ini\n[settings]\n', []],
  ])('%j: %j', async (code, expected) => {
    expect(await needed(code)).toEqual(expected);
  });
});
