import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { type EnvironmentInventory, environmentInventory } from '../../server/src/features/environmentInventory.ts';
import { environmentPage } from '../../server/src/features/environmentPage.ts';
import { environmentHeadline } from '../../server/src/features/environmentWords.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { grammars } from '../support/grammars.ts';

async function inventoryOf(example: string): Promise<EnvironmentInventory> {
  const workspace = new Workspace(memoryFileSystem(parseExample(example).files), await grammars);
  const inventory = await workspace.ask((files) => {
    const project = { root: '', files };
    return environmentInventory(project, resolveDeployment(project));
  });
  if (!inventory) throw new Error('the question was given up');
  return inventory;
}

/** Name, status and whether it is required, a line each. */
function summary({ variables }: EnvironmentInventory): string[] {
  return variables.map(({ name, status, required }) => `${name} ${status}${required ? ' required' : ''}`);
}

const head = '-- requirements.txt\nfastapi\n';
const link = '-- .vercel/project.json\n{ "projectId": "p", "orgId": "o" }\n';
const pulled = `${link}-- .vercel/.env.production.local\nVERCEL="1"\nDATABASE_URL="hush"\nSPARE_KEY="hush"\n`;
const main =
  '-- main.py\nimport os\nfrom fastapi import FastAPI\nfrom app.settings import settings\n\napp = FastAPI()\n' +
  'URL = os.environ["DATABASE_URL"]\nSECRET = os.environ["SECRET_KEY"]\n\n@app.get("/")\ndef index():\n    return os.getenv("GREETING", "hi"), os.environ["VERCEL_ENV"]\n' +
  '-- app/settings.py\nfrom pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    api_token: str\n    debug: bool = False\n\nsettings = Settings()\n' +
  '-- scripts/seed.py\nimport os\nos.environ["ONLY_HERE"]\n';

describe('the inventory of environment variables', () => {
  it('has what the deployed code reads, what the import needs, and no more', async () => {
    const inventory = await inventoryOf(head + main);
    expect(summary(inventory)).toEqual([
      'API_TOKEN unknown required',
      'DATABASE_URL unknown required',
      'DEBUG unknown',
      'GREETING unknown',
      'SECRET_KEY unknown required',
      'VERCEL_ENV provided',
    ]);
    expect(inventory.variables.find(({ name }) => name === 'GREETING')?.reads).toMatchObject([
      { path: 'main.py', atImport: false, required: false },
    ]);
    expect(environmentHeadline(inventory)).toContain(
      'no file tells whether API_TOKEN, DATABASE_URL, SECRET_KEY are set',
    );
  });

  it('says what is missing where the variables of the project were pulled, and what nobody reads', async () => {
    const inventory = await inventoryOf(
      `${head}${pulled}-- vercel.json\n{ "env": { "API_TOKEN": "hush" }, "build": { "env": { "SECRET_KEY": "hush" } } }\n${main}`,
    );
    expect(summary(inventory)).toEqual([
      'API_TOKEN set required',
      'DATABASE_URL set required',
      'DEBUG missing',
      'GREETING missing',
      'SECRET_KEY missing required',
      'VERCEL_ENV provided',
    ]);
    expect(inventory.unread.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['SPARE_KEY production']);
    expect(environmentHeadline(inventory)).toBe(
      'The code reads 6 variables. SECRET_KEY is not set for production, and the application does not start without it.',
    );
    expect(JSON.stringify(inventory)).not.toContain('hush');
  });

  it('names files that hold variables without taking them for settings of the deployment', async () => {
    const inventory = await inventoryOf(
      `${head}${pulled}-- .env.local\nSECRET_KEY=hush\n-- .env.example\nexport API_TOKEN=\n${main}`,
    );
    const places = inventory.variables.flatMap(({ name, places }) => places.map(({ kind }) => `${name} ${kind}`));
    expect(places).toEqual(['API_TOKEN example-file', 'DATABASE_URL production', 'SECRET_KEY local-file']);
    expect(summary(inventory)).toContain('SECRET_KEY missing required');
  });

  it.each([
    ['a .env goes along', '-- .env\nSECRET_KEY=hush\n-- main.py\nimport os\napp = os.environ["SECRET_KEY"]\n'],
    [
      'another file is loaded',
      '-- main.py\nimport os\nfrom dotenv import load_dotenv\nload_dotenv("a.cfg")\napp = os.environ["SECRET_KEY"]\n',
    ],
  ])('claims nothing where %s', async (_name, files) => {
    expect(summary(await inventoryOf(head + pulled + files))).toEqual(['SECRET_KEY unknown required']);
  });

  it('sees what the code sets itself', async () => {
    const inventory = await inventoryOf(
      `${head}${pulled}-- main.py\nimport os\nos.environ.setdefault("APP_MODE", "x")\nMODE = os.environ["APP_MODE"]\napp = MODE\n`,
    );
    expect(summary(inventory)).toEqual(['APP_MODE set']);
    expect(inventory.variables[0]?.places).toEqual([{ name: 'APP_MODE', kind: 'code', path: 'main.py' }]);
  });

  it('reads through decouple and starlette, with and without a default', async () => {
    const inventory = await inventoryOf(
      `${head}-- main.py\nfrom decouple import config\nfrom starlette.config import Config\nreads = Config(".env")\nA = config("A_KEY")\nB = config("B_KEY", default="")\napp = reads("C_KEY", cast=int, default=1)\n`,
    );
    expect(summary(inventory)).toEqual(['A_KEY unknown required', 'B_KEY unknown', 'C_KEY unknown']);
  });

  it('holds on half-typed text', async () => {
    const half = `${head}-- vercel.json\n{ "env": { "A\n-- main.py\nimport os\napp = 1\nX = os.environ["DONE"]\nY = os.environ["HALF\n`;
    expect(summary(await inventoryOf(half))).toEqual(['DONE unknown required']);
    expect(summary(await inventoryOf('-- main.py\n'))).toEqual([]);
  });
});

describe('the page of environment variables', () => {
  it('is a table with links, without values', async () => {
    const inventory = await inventoryOf(`${head}${pulled}${main}`);
    const page = environmentPage([
      {
        inventory,
        name: 'shop',
        place: (path, offset) => ({ text: `${path}@${offset}`, address: `file:///x/${path}` }),
      },
    ]);
    expect(page).toContain('## `shop`\n\nThe code reads 6 variables. API\\_TOKEN, SECRET\\_KEY are not set');
    expect(page).toMatch(/\| `SECRET_KEY` \| MISSING for production \| required at import \| \[main\.py@\d+\]/);
    expect(page).toContain('### Not read');
    expect(page).not.toContain('hush');
  });

  it('says so where there is no root', () => {
    expect(environmentPage([])).toContain('No folder here says that it is deployed to Vercel.');
  });
});
