import { expect, it } from 'vitest';
import { meaningOf } from '../../server/src/deployment/meaning.ts';
import { calls } from '../../server/src/documents/python/scope.ts';
import { documentAt } from '../../server/src/project/files.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { grammars } from '../support/grammars.ts';

const direct = 'sqlalchemy.create_engine';
const outside = 'from sqlalchemy import create_engine\n';

it.each([
  ['itself', `${outside}create_engine()\n`, '', direct],
  ['an alias of the package', 'import sqlalchemy as sa\nsa.create_engine()\n', '', direct],
  ['a name for it', `${outside}make = create_engine\nmake()\n`, '', direct],
  ['a star import', 'from sqlalchemy import *\ncreate_engine()\n', '', direct],
  [
    'star imports of one package',
    'from sqlalchemy import *\nfrom sqlalchemy.orm import *\ncreate_engine()\n',
    '',
    direct,
  ],
  [
    'star imports of several packages',
    'from sqlalchemy import *\nfrom peewee import *\ncreate_engine()\n',
    '',
    undefined,
  ],
  ['a module that passes it on', 'from db.engines import create_engine\ncreate_engine()\n', outside, direct],
  [
    'a module that passes it on under another name',
    'from db.engines import make\nmake()\n',
    'from sqlalchemy import create_engine as make\n',
    direct,
  ],
  ['an attribute of such a module', 'from db import engines\nengines.create_engine()\n', outside, direct],
  ['an attribute of such a package', 'import db.engines\ndb.engines.create_engine()\n', outside, direct],
  [
    'a star import of such a module',
    'from db.engines import *\ncreate_engine()\n',
    'from sqlalchemy import *\n',
    direct,
  ],
  [
    'a package inside a package',
    'from db.engines import sa\nsa.create_engine()\n',
    'import sqlalchemy as sa\n',
    direct,
  ],
  [
    "the project's own",
    'from db.engines import create_engine\ncreate_engine()\n',
    'def create_engine(): ...\n',
    undefined,
  ],
  ['a name that is not there', 'from db.engines import create_engine\ncreate_engine()\n', 'x = 1\n', undefined],
  ['a circle', 'from db.engines import a\na()\n', 'from db.engines import a\n', undefined],
  ['a call', 'from db.engines import make\nmake()\n', 'make = factory()\n', undefined],
  ['half typed', 'from db.engines import make\nmake()\n', 'from sqlalchemy import create_engine as\n', undefined],
])('follows %s', async (_title, main, engines, expected) => {
  const { files } = parseExample(`-- main.py\n${main}-- db/__init__.py\n-- db/engines.py\n${engines}`);
  const workspace = new Workspace(memoryFileSystem(files), await grammars);
  const answer = await workspace.ask((view) => {
    const document = documentAt(view, 'main.py', 'python');
    const site = document && calls(document)[0];
    return [document && site && meaningOf({ root: '', files: view }, 'main.py', document, site.call.callee)];
  });
  expect(answer).toEqual([expected]);
});
