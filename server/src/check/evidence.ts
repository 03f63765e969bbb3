import type { Deployment } from '../deployment/deployment.ts';
import type { PythonDocument } from '../documents/python/document.ts';
import { calls, environmentReads } from '../documents/python/scope.ts';
import { elementsOf, jsonAt } from '../documents/vercelJson.ts';
import { configurationOf } from '../project/configuration.ts';
import { relativeTo } from '../project/paths.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import type { Area } from '../rules/rule.ts';
import type { Subjects } from './subjects.ts';

/** What an area's verdict rests on. */
export interface Evidence {
  /** Whether there was something to check. */
  readonly applies: boolean;
  readonly evidence: string;
}

/** A project with all that was found out about it. */
export interface Checked {
  readonly project: Project;
  readonly deployment: Deployment;
  readonly subjects: Subjects;
}

const engineNames = new Set(['create_engine', 'create_async_engine', 'create_pool', 'connect']);

const evidenceOf: { readonly [A in Area]: (checked: Checked) => Evidence } = {
  'python-version': ({ deployment: { python } }) =>
    applies(python.because[0] ?? `Vercel runs Python ${python.version}.`),
  handler: handlerEvidence,
  'runtime-config': configurationEvidence,
  dependencies: ({ project, deployment: { install } }) =>
    install.source === null
      ? notApplicable('No manifest is installed.')
      : applies(`Vercel installs ${shown(project, install.source)}${ignoredPart(project, install.ignored)}.`),
  'cold-start': coldStartEvidence,
  database: databaseEvidence,
  environment: environmentEvidence,
  routes: routesEvidence,
  bundle: () => notApplicable('The size of the bundle is not checked yet.'),
};

/** What the verdict on `area` rests on, in a sentence. */
export function areaEvidence(area: Area, checked: Checked): Evidence {
  return evidenceOf[area](checked);
}

/** The verdict of a build that stops for another reason still says what would be served. */
function handlerEvidence({ project, deployment }: Checked): Evidence {
  const found: readonly { readonly path: string; readonly variable: string | undefined }[] =
    deployment.functions.length > 0 ? deployment.functions : deployment.entrypoints;
  const [first, ...others] = found.filter(({ variable }) => variable !== undefined);
  if (first) {
    const more = others.length > 0 && deployment.mode !== 'framework' ? ` and ${others.length} more` : '';
    return applies(`Vercel serves \`${first.variable}\` of ${shown(project, first.path)}${more}.`);
  }
  return deployment.entrypoints.length > 0
    ? applies('Vercel finds nothing to serve in the Python files it looks at.')
    : notApplicable('No Python file serves requests.');
}

function configurationEvidence({ project, subjects }: Checked): Evidence {
  const own = configurationOf(project);
  const read = [...subjects.of('vercel.json'), ...(own ? [own] : [])].map(({ path }) => shown(project, path));
  if (read.length === 0) return notApplicable('There is no vercel.json.');
  return applies(`${read.join(' and ')} ${read.length === 1 ? 'was' : 'were'} read.`);
}

function databaseEvidence({ subjects }: Checked): Evidence {
  const found = modules(subjects).flatMap(({ document }) =>
    calls(document).filter(
      ({ name }) => name && engineNames.has(name.slice(name.lastIndexOf('.') + 1)) && isDatabase(name),
    ),
  );
  return found.length > 0
    ? applies(
        `${count(found.length, 'call')} that ${found.length === 1 ? 'makes' : 'make'} a database engine, pool or connection.`,
      )
    : notApplicable('The code that Vercel imports opens no database that is known here.');
}

function isDatabase(name: string): boolean {
  return /^(sqlalchemy|sqlmodel|asyncpg|psycopg2?|psycopg_pool|aiomysql|pymysql|MySQLdb|databases)\b/.test(name);
}

function environmentEvidence({ subjects }: Checked): Evidence {
  const names = new Set(
    modules(subjects).flatMap(({ document }) => environmentReads(document).map(({ name }) => name)),
  );
  if (names.size === 0) return notApplicable('The code that Vercel imports reads no environment variable by name.');
  const listed = [...names].slice(0, 5).join(', ');
  return applies(`The code reads ${count(names.size, 'variable')}: ${listed}${names.size > 5 ? ', ...' : ''}.`);
}

function coldStartEvidence({ subjects }: Checked): Evidence {
  const found = modules(subjects).length;
  if (found === 0) return notApplicable('No Python file serves requests.');
  return applies(`${count(found, 'module')} of yours ${found === 1 ? 'runs' : 'run'} when the entrypoint is imported.`);
}

function modules(subjects: Subjects): readonly { readonly document: PythonDocument }[] {
  return subjects.of('python').flatMap(({ document }) => (document?.kind === 'python' ? [{ document }] : []));
}

/** Whether each compiles is checked; what a request meets on its way is not. */
function routesEvidence({ project }: Checked): Evidence {
  const document = vercelJsonOf(project);
  const counts = ['route', 'redirect', 'header', 'rewrite'].flatMap((noun) => {
    const number = document ? elementsOf(jsonAt(document, [`${noun}s`])).length : 0;
    return number > 0 ? [count(number, noun)] : [];
  });
  return counts.length > 0
    ? applies(`vercel.json holds ${counts.join(', ')}.`)
    : notApplicable('vercel.json holds no routes, redirects, headers or rewrites.');
}

function ignoredPart(project: Project, ignored: readonly string[]): string {
  return ignored.length > 0 ? ` and ignores ${ignored.map((path) => shown(project, path)).join(', ')}` : '';
}

/** A path as a person of this project writes it: from the root folder. */
function shown({ root }: Project, path: string): string {
  return relativeTo(root, path);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function applies(evidence: string): Evidence {
  return { applies: true, evidence };
}

function notApplicable(evidence: string): Evidence {
  return { applies: false, evidence };
}
