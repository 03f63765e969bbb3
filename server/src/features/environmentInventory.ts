import type { Deployment } from '../deployment/deployment.ts';
import { deployedModules } from '../deployment/importClosure.ts';
import { hasVariable, type PulledVariables, pulledVariablesOf } from '../deployment/pulledVariables.ts';
import type { PythonDocument } from '../documents/python/document.ts';
import { calls, environmentReads, isClosed } from '../documents/python/scope.ts';
import { isPresent } from '../facts/vercelVariables.ts';
import { documentAt } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { readBySettings } from '../rules/environment/pydanticSettings.ts';
import { readByLibrary } from '../rules/environment/readerLibraries.ts';
import { requiredAtImport, setsUnknownVariables } from '../rules/environment/requiredVariables.ts';
import type { Span } from '../text/span.ts';
import { codePlaces, type SettingPlace, settingPlaces } from './environmentPlaces.ts';

/** The environment variables of one deployment root. Names and places; a value is nobody's business. */
export interface EnvironmentInventory {
  /** By name. */
  readonly variables: readonly VariableUse[];
  /** What is set for functions, and read by no deployed code by name: a package may read it. */
  readonly unread: readonly SettingPlace[];
  /** Where the variables of the Vercel project are known from; `undefined` where nobody pulled them or asked for them. */
  readonly pulled: { readonly environment: ProjectVariables['environment']; readonly path?: string } | undefined;
}

/** The variables of the Vercel project, from a file that `vercel pull` wrote or as `vercel env ls` names them now. */
export type ProjectVariables = Pick<PulledVariables, 'environment' | 'names'> & { readonly path?: string };

/**
 * - `provided`: Vercel sets it;
 * - `set`: a file says that functions have it;
 * - `missing`: the variables of the project were pulled, it is not among them, and nothing else sets it;
 * - `unknown`: no file tells.
 */
export type VariableStatus = 'provided' | 'set' | 'missing' | 'unknown';

export interface VariableUse {
  readonly name: string;
  readonly status: VariableStatus;
  /** Whether importing the application fails without it. */
  readonly required: boolean;
  /** In the order in which the modules are imported. */
  readonly reads: readonly VariableRead[];
  readonly places: readonly SettingPlace[];
}

export interface VariableRead {
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  /** Whether it runs when the application is imported, as far as nothing stands around it. */
  readonly atImport: boolean;
  /** Whether the import fails here where the variable is not set. */
  readonly required: boolean;
}

/**
 * Which variables the code that Vercel imports reads, where each is set, and what is missing. Pure.
 * @param asked the variables of the Vercel project, where somebody asked for them; else those that were pulled count
 */
export function environmentInventory(
  project: Project,
  deployment: Deployment,
  asked?: ProjectVariables,
): EnvironmentInventory {
  const reads = groupedByName(readsOf(project, deployment));
  const places = groupedByName(settingPlaces(project, deployment));
  const pulled = asked ?? pulledVariablesOf(project);
  const isComplete = pulled !== undefined && !setsUnknownVariables({ project, deployment });
  const variables = [...reads].map(([name, own]): VariableUse => {
    const known = [...(places.get(name) ?? []), ...codePlaces(project, deployment, name)];
    const status = statusOf(name, known, pulled, isComplete);
    return { name, status, required: own.some(({ required }) => required), reads: own, places: known };
  });
  const unread = [...places].flatMap(([name, own]) => (reads.has(name) || isPresent(name) ? [] : own));
  return {
    variables: variables.sort((a, b) => (a.name < b.name ? -1 : 1)),
    unread: unread.filter(({ kind }) => kind === 'function' || kind === pulled?.environment),
    pulled: pulled && {
      environment: pulled.environment,
      ...(pulled.path === undefined ? {} : { path: pulled.path }),
    },
  };
}

/** Those without which the application does not start, as far as the files prove it. */
export function missingAtImport({ variables }: EnvironmentInventory): readonly VariableUse[] {
  return variables.filter(({ status, required }) => status === 'missing' && required);
}

function statusOf(
  name: string,
  places: readonly SettingPlace[],
  pulled: ProjectVariables | undefined,
  isComplete: boolean,
): VariableStatus {
  if (isPresent(name)) return 'provided';
  const kinds = new Set<string>(places.map(({ kind }) => kind));
  if (kinds.has('function') || kinds.has('code') || (pulled && hasVariable(pulled, name))) return 'set';
  // Whether the code loads a deployed file, and what a variable holds that is loaded from elsewhere, is not known.
  return isComplete && !kinds.has('deployed-file') ? 'missing' : 'unknown';
}

function readsOf(project: Project, deployment: Deployment): VariableRead[] {
  return [...deployedModules(project, deployment)].flatMap(([path, { conditional }]) => {
    const document = documentAt(project.files, path, 'python');
    if (!document) return [];
    const required = conditional ? [] : requiredAtImport(document, { path, project });
    const isRequired = ({ span, name }: FoundRead) =>
      required.some((one) => one.span.start === span.start && one.names.includes(name));
    return foundReads(document)
      .sort((a, b) => a.span.start - b.span.start)
      .map((read) => ({ ...read, path, required: isRequired(read) }));
  });
}

type FoundRead = Pick<VariableRead, 'name' | 'span' | 'atImport'>;

/** What the module reads itself, and through libraries of settings. */
function foundReads(document: PythonDocument): FoundRead[] {
  const own = environmentReads(document).filter(({ name }) => /^\w+$/.test(name));
  const sites = calls(document).filter(({ call }) => isClosed(document, call));
  const byLibraries = sites.flatMap((site) => {
    const single = readByLibrary(document, site);
    const reads = single ? [single] : readBySettings(document, site);
    return reads.map(({ name }) => ({ name, span: site.call.span, atImport: site.atImport }));
  });
  return [...own.map(({ name, span, atImport }) => ({ name, span, atImport })), ...byLibraries];
}

function groupedByName<T extends { readonly name: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.name, [...(groups.get(one.name) ?? []), one]);
  return groups;
}
