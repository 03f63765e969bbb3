import { djangoSetting, requestSettings } from '../deployment/djangoSettings.ts';
import { outsideCalls } from '../deployment/meaning.ts';
import type { PythonDocument } from '../documents/python/document.ts';
import { isClosed, keywordsOf } from '../documents/python/scope.ts';
import { relativeTo } from '../project/paths.ts';
import { type DjangoDatabase, djangoDatabases } from '../rules/database/djangoDatabases.ts';
import { engineCalls } from '../rules/database/engineCalls.ts';
import { flaskUrls } from '../rules/database/flaskEngines.ts';
import type { ModuleContext } from '../rules/rule.ts';
import type { Checked, Evidence } from './evidenceParts.ts';

/** Libraries whose `connect`, `create_pool` and pool classes are known here, by package. */
const drivers = /^(?:asyncpg|psycopg2?|psycopg_pool|aiomysql|pymysql|MySQLdb|databases|sqlite3|aiosqlite)\./;
const connecting =
  /\.(?:connect|create_pool|ConnectionPool|AsyncConnectionPool|SimpleConnectionPool|ThreadedConnectionPool)$/;

/** Something that opens a database, and whether the files tell how. */
interface Opening {
  readonly path: string;
  readonly what: 'engine' | 'connection' | 'database of Django' | 'URL of Flask-SQLAlchemy';
  readonly isTold: boolean;
}

/** A pass rests on openings whose settings the files tell: of the others nothing was checked. */
export function databaseEvidence(checked: Checked): Evidence {
  const openings = openingsIn(checked);
  const told = openings.filter(({ isTold }) => isTold);
  if (openings.length === 0) {
    return { applies: false, evidence: 'The code that Vercel imports opens no database that is known here.' };
  }
  if (told.length === 0) {
    const evidence = `${capital(listed(checked, openings))}: the files do not tell the settings, so nothing was checked.`;
    return { applies: false, evidence };
  }
  const others = openings.length - told.length;
  const rest = others > 0 ? `; the settings of ${others} more cannot be told` : '';
  return { applies: true, evidence: `Checked: ${listed(checked, told)}${rest}.` };
}

function openingsIn(checked: Checked): Opening[] {
  const { project, deployment, subjects } = checked;
  const inModules = subjects
    .of('python')
    .flatMap(({ path, document }) =>
      document?.kind === 'python' ? openingsOf(document, { path, project, deployment }) : [],
    );
  return [...inModules, ...djangoOpenings({ path: project.root, project, deployment })];
}

function openingsOf(document: PythonDocument, context: ModuleContext): Opening[] {
  const { path, project } = context;
  const engines = engineCalls(document, context).map(
    ({ keywords }): Opening => ({ path, what: 'engine', isTold: keywords.complete }),
  );
  const connections = outsideCalls(project, path, document).flatMap(({ site: { call }, name }): Opening[] => {
    if (!drivers.test(name) || !connecting.test(name) || !isClosed(document, call)) return [];
    return [{ path, what: 'connection', isTold: keywordsOf(document, call).complete }];
  });
  return [...engines, ...connections, ...(engines.length > 0 ? [] : urlsOf(document, path))];
}

/** Settings that only say where the database is. */
function urlsOf(document: PythonDocument, path: string): Opening[] {
  return flaskUrls(document).map(() => ({ path, what: 'URL of Flask-SQLAlchemy', isTold: true }));
}

/** Settings that name databases in a way that cannot be read count as one of which nothing is told. */
function djangoOpenings(context: ModuleContext): Opening[] {
  const path = requestSettings(context.project, context.deployment);
  if (path === undefined) return [];
  const found = djangoDatabases(context);
  const what = 'database of Django';
  if (found.length > 0) return found.map((one) => ({ path: one.path, what, isTold: isTold(one) }));
  const value = djangoSetting(context.project, path, 'DATABASES')?.value;
  const isEmpty = value?.kind === 'dict' && value.items.length === 0;
  const isNamed = !isEmpty && /^DATABASES\b/m.test(context.project.files.source(path)?.text ?? '');
  return isNamed ? [{ path, what, isTold: false }] : [];
}

function isTold({ options }: DjangoDatabase): boolean {
  return options.complete;
}

/** `2 engines and 1 connection in app/db.py` */
function listed({ project }: Checked, openings: readonly Opening[]): string {
  const kinds = [...new Set(openings.map(({ what }) => what))].map((what) => {
    const number = openings.filter((one) => one.what === what).length;
    const [noun, ...rest] = what.split(' ');
    return `${number} ${[number === 1 ? noun : `${noun}s`, ...rest].join(' ')}`;
  });
  const paths = [...new Set(openings.map(({ path }) => relativeTo(project.root, path)))];
  const more = paths.length > 2 ? ` and ${paths.length - 2} more files` : '';
  return `${kinds.join(' and ')} in ${paths.slice(0, 2).join(', ')}${more}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
