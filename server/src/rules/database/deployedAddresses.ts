import { deployedModules } from '../../deployment/importClosure.ts';
import { outsideCalls } from '../../deployment/meaning.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { isClosed, keywordsOf } from '../../documents/python/scope.ts';
import type { Call, Expression } from '../../documents/python/syntax.ts';
import { connectFunctions } from '../../facts/driverOptions.ts';
import { documentAt } from '../../project/files.ts';
import type { ModuleContext } from '../rule.ts';
import { addressesOf, addressOfKeywords, type DatabaseAddress } from './addresses.ts';
import { engineCalls } from './engineCalls.ts';
import { flaskUrls } from './flaskEngines.ts';

/**
 * Every URL that the deployed code connects to in any case, each place once: those of engines, of connections and pools of
 * the PostgreSQL drivers, and of Flask-SQLAlchemy.
 */
export function deployedAddresses(context: ModuleContext): DatabaseAddress[] {
  const { project, deployment } = context;
  const found = [...deployedModules(project, deployment)].flatMap(([path]) => {
    const document = documentAt(project.files, path, 'python');
    const own = { ...context, path };
    if (!document) return [];
    const urls = urlsIn(document, own).flatMap((url) => addressesOf(own, document, url));
    return [...urls, ...serversIn(document, own)];
  });
  return [...new Map(found.map((one) => [`${one.path} ${one.span.start}`, one])).values()];
}

/** The servers that connections name by host and port. */
function serversIn(document: PythonDocument, context: ModuleContext): DatabaseAddress[] {
  return connectionsIn(document, context).flatMap(
    (call) => addressOfKeywords(context, document, keywordsOf(document, call)) ?? [],
  );
}

/** The calls that connect in any case, and whose brackets are closed. */
function connectionsIn(document: PythonDocument, { project, path }: ModuleContext): Call[] {
  return outsideCalls(project, path, document).flatMap(({ site, name }) => {
    const { call, atImport, within, conditional } = site;
    if (!connectFunctions.has(name) || (!atImport && !within) || conditional) return [];
    return isClosed(document, call) ? [call] : [];
  });
}

function urlsIn(document: PythonDocument, context: ModuleContext): Expression[] {
  const engines = engineCalls(document, context).flatMap(({ url, conditional }) => (url && !conditional ? url : []));
  const connections = connectionsIn(document, context).flatMap((call) => {
    const { values } = keywordsOf(document, call);
    const [first] = call.arguments;
    const url = first && first.name === undefined && !first.star ? first.value : undefined;
    return url ?? values.get('dsn')?.value ?? values.get('conninfo')?.value ?? [];
  });
  return [...engines, ...connections, ...flaskUrls(document)];
}
