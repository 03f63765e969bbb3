import { utf8 } from '../../documents/sourceFile.ts';
import { setTomlValue } from '../../documents/tomlEdit.ts';
import { parseVercelJson } from '../../documents/vercelJson.ts';
import { type ChangedFile, ChangedView } from '../../project/changedView.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { type Project, rootDocument, vercelJsonOf } from '../../project/project.ts';
import { applyEdits, type FileChange } from '../../text/edit.ts';
import { textDifference } from '../../text/textDifference.ts';
import { buildsOf } from '../builds.ts';
import type { DeployedFunction, Deployment } from '../deployment.ts';
import { frameworkOf } from '../framework.ts';
import { tomlTable, valueAt } from '../manifestData.ts';
import { moduleName } from '../moduleReference.ts';
import { presetEntrypoint } from '../presetEntrypoint.ts';
import { projectLinkOf } from '../projectLink.ts';
import { settingsOf } from '../projectSettings.ts';
import { resolveDeployment } from '../resolve.ts';
import { routeTableOf } from '../routing/routeTable.ts';
import { configurationOf } from '../vercelJson/configuration.ts';
import { buildEntriesOf } from './buildEntries.ts';
import { apiCandidates, type Candidate, type Ingredients, presetCandidates } from './candidates.ts';
import { afterSteps, removed } from './jsonSteps.ts';
import { type Deployed, disagreement } from './sameAnswers.ts';

/** A vercel.json without `builds` with which Vercel does the same. */
export interface ZeroConfiguration {
  /** To vercel.json and, where it has to name the entrypoint, to pyproject.toml. */
  readonly changes: readonly FileChange[];
  /** The preset that it names; `null` for none. */
  readonly framework: string | null;
  /** Keys of `config` that went, because nothing reads them. */
  readonly unread: readonly string[];
  /** How many rules went, because zero configuration does the same without. */
  readonly dropped: number;
}

export type ZeroConfigurationAnswer = ZeroConfiguration | { readonly reason: string };

const known = new WeakMap<Deployment, { readonly answer: ZeroConfigurationAnswer | undefined }>();

/**
 * How the root does without `builds`, or why it does not. Offered only where our model of Vercel answers every sampled
 * request as before and builds the same files with the same Python from the same manifest. Remembered.
 * @returns `undefined` where there are no `builds`, or the file is being typed
 */
export function zeroConfigurationOf(project: Project, deployment: Deployment): ZeroConfigurationAnswer | undefined {
  const before = known.get(deployment);
  if (before) return before.answer;
  const answer = worked(project, deployment);
  known.set(deployment, { answer });
  return answer;
}

function worked(project: Project, deployment: Deployment): ZeroConfigurationAnswer | undefined {
  const document = vercelJsonOf(project);
  if (!document || !configurationOf(document) || buildsOf(project).length === 0) return undefined;
  const [error] = deployment.errors;
  if (error) return { reason: `The build stops as things are (${error.code}). Mend that first.` };
  const entries = buildEntriesOf(project);
  if ('reason' in entries) return entries;
  const stored = storedSetting(project);
  if (stored) return { reason: `\`${stored}\` of the project's settings has no effect now, and would have one then.` };
  const given: Ingredients = { document, functions: entries.functions, table: routeTableOf(project, deployment) };
  const before = { project, deployment };
  let reason: string | undefined;
  for (const candidate of candidatesFor(before, given)) {
    const objection = objectionTo(before, candidate);
    if (objection === undefined) return changeBy(before, candidate, entries.unread);
    reason ??= objection;
  }
  return { reason: reason ?? unplaced(before, [...entries.functions.keys()]) };
}

function changeBy({ project }: Deployed, candidate: Candidate, unread: readonly string[]): ZeroConfiguration {
  const { framework, dropped } = candidate;
  const changes = Object.entries(textsOf(candidate)).map(([name, text]): FileChange => {
    const path = inside(project.root, name);
    return { path, edits: textDifference(project.files.source(path)?.text ?? '', text) };
  });
  return { changes, framework, dropped, unread };
}

/** The texts that a candidate has, by the name of the file in the root folder. */
function textsOf({ text, pyproject }: Candidate): Readonly<Record<string, string>> {
  return { 'vercel.json': text, ...(pyproject === undefined ? {} : { 'pyproject.toml': pyproject }) };
}

/** A setting of the linked project that `builds` keeps from having an effect. */
function storedSetting(project: Project): string | undefined {
  if (!projectLinkOf(project)?.settings) return undefined;
  const { buildCommand, installCommand, outputDirectory } = settingsOf(project);
  const all = Object.entries({ buildCommand, installCommand, outputDirectory });
  return all.find(([, { by, value }]) => by === '.vercel/project.json' && value !== null && value !== undefined)?.[0];
}

function candidatesFor({ project, deployment }: Deployed, given: Ingredients): readonly Candidate[] {
  const names = [...given.functions.keys()];
  const api = names.every((name) => name.startsWith('api/')) ? apiCandidates(given) : [];
  if (names.length !== 1 || hasOwnSteps(project)) return api;
  const presets = presetsFor(project, given).flatMap((preset) => presetCandidates(given, preset));
  const [made] = deployment.functions;
  const isFound = made !== undefined && presetEntrypoint(project, 'python').found?.path === made.path;
  const pyproject = isFound ? undefined : namedEntrypoint(project, made);
  const naming = pyproject === undefined ? [] : presets.map((candidate) => ({ ...candidate, pyproject }));
  // Where the preset takes another file all fail alike: the first says why.
  return [...(isFound ? presets : [...naming, ...presets.slice(0, 1)]), ...api];
}

/** The pyproject.toml that is there with the function as its entrypoint; `undefined` where it names one, or cannot. */
function namedEntrypoint(project: Project, made: DeployedFunction | undefined): string | undefined {
  const document = rootDocument(project, 'pyproject.toml', 'pyproject.toml');
  if (!document || !made || document.toml.errors.length > 0 || document.vercelEntrypoint) return undefined;
  const module = moduleName(relativeTo(project.root, made.path));
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(module)) return undefined;
  const edits = setTomlValue(document.toml, ['tool', 'vercel', 'entrypoint'], `${module}:${made.variable}`);
  return edits.length === 0 ? undefined : applyEdits(document.text, edits);
}

/** Presets that build as `builds` does: FastHTML's takes one file alone, and Django's collects static files. */
function presetsFor(project: Project, { document }: Ingredients): readonly string[] {
  const bare = afterSteps(document.text, [removed(['framework']), removed(['builds'])]);
  const { python } = frameworkOf(withTexts(project, { 'vercel.json': bare }));
  return python === 'fastapi' || python === 'flask' ? [python, 'python'] : ['python'];
}

/** Whether pyproject.toml holds what a preset carries out and `builds` does not: commands, subscribers, workflows. */
function hasOwnSteps({ root, files }: Project): boolean {
  const table = tomlTable(files, inside(root, 'pyproject.toml'));
  return ['scripts', 'subscribers', 'workflows'].some((name) => valueAt(table, 'tool', 'vercel', name) !== undefined);
}

/** The project with other texts in files of its root folder. What pyproject.toml says is read from its text alone. */
export function withTexts({ root, files }: Project, texts: Readonly<Record<string, string>>): Project {
  const changed = Object.entries(texts).map(([name, text]): [string, ChangedFile] => {
    const path = inside(root, name);
    return [path, { text, document: name === 'vercel.json' ? parseVercelJson(utf8(text)) : files.document(path) }];
  });
  return { root, files: new ChangedView(files, new Map(changed)) };
}

/** Why no candidate is there: nothing leads every path to the one function, or the functions lie in no place of theirs. */
function unplaced({ project }: Deployed, names: readonly string[]): string {
  const [first = '', ...more] = names;
  const elsewhere = names.find((name) => !name.startsWith('api/')) ?? first;
  if (more.length > 0)
    return `Without \`builds\` only files below api/ are functions beside others: ${elsewhere} is none.`;
  if (hasOwnSteps(project)) return '`[tool.vercel]` in pyproject.toml has steps that `builds` leaves out.';
  return `Without \`builds\` every path reaches ${first}, and now no rule leads every path there.`;
}

/** Why the candidate does not do the same; `undefined` where it does. */
function objectionTo(before: Deployed, candidate: Candidate): string | undefined {
  const project = withTexts(before.project, textsOf(candidate));
  const after = { project, deployment: resolveDeployment(project) };
  return buildObjection(before, after) ?? answerObjection(before, after);
}

function buildObjection({ project, deployment: now }: Deployed, { deployment: then }: Deployed): string | undefined {
  if (!sameFunctions(now.functions, then.functions)) return functionObjection(project, now, then);
  const [a, b] = [now.python, then.python];
  if (a.version !== b.version || a.source !== b.source) return `Python ${b.version} would be chosen by another file.`;
  const [from, to] = [now.install, then.install];
  if (from.source === to.source && from.command === to.command) return undefined;
  return `The dependencies would come from ${to.source ?? 'nowhere'} instead of ${from.source ?? 'nowhere'}.`;
}

function functionObjection({ root }: Project, now: Deployment, then: Deployment): string {
  const lost = now.functions.find(({ path }) => !then.functions.some((one) => one.path === path));
  if (!lost) return 'Without `builds` another function would be made, or one with other settings.';
  const name = relativeTo(root, lost.path);
  if (then.mode !== 'framework') return `Without \`builds\` ${name} is no function.`;
  const [other] = then.functions;
  if (other) return `Without \`builds\` Vercel serves ${relativeTo(root, other.path)} instead of ${name}.`;
  return `Without \`builds\` Vercel does not look in ${name}. Name it in \`[tool.vercel] entrypoint\`, or call it index.py.`;
}

function answerObjection(before: Deployed, after: Deployed): string | undefined {
  const found = disagreement(before, after);
  if (!found) return undefined;
  if (found.how === 'unknown') return `What answers \`${found.path}\` cannot be told from the files alone.`;
  return `\`${found.path}\` would be answered in another way than now.`;
}

function sameFunctions(now: readonly DeployedFunction[], then: readonly DeployedFunction[]): boolean {
  const keys = (all: readonly DeployedFunction[]) => all.map(functionKey).sort().join('\n');
  return keys(now) === keys(then);
}

/** Equal for functions that are built alike. Globs stand in braces where there are several. */
function functionKey({ path, variable, interface: kind, settings }: DeployedFunction): string {
  const globs = [settings?.includeFiles ?? [], settings?.excludeFiles ?? []];
  const plain = globs.map((all) => (all.length > 1 ? `{${all.join(',')}}` : (all[0] ?? '')));
  return JSON.stringify([path, variable, kind, plain, settings?.maxDuration, settings?.memory]);
}
