import type { Position } from 'vscode-languageserver';
import { resolveDeployment } from '../../deployment/resolve.ts';
import { type AnyDocument, type FileKind, kindOf } from '../../documents/kinds.ts';
import type { Completion, Hover } from '../../features/completion.ts';
import { configurationCompletion } from '../../features/configurationCompletion.ts';
import { configurationHover } from '../../features/configurationHover.ts';
import type { FeatureContext } from '../../features/context.ts';
import { type DocumentLink, deploymentLinks } from '../../features/documentLinks.ts';
import { entrypointCompletion, entrypointHover } from '../../features/entrypointLanguage.ts';
import { pyprojectCompletion, pyprojectHover } from '../../features/pyprojectLanguage.ts';
import { pythonVersionCompletion, pythonVersionHover } from '../../features/pythonVersionLanguage.ts';
import { requirementCompletion } from '../../features/requirements/completion.ts';
import { requirementHover } from '../../features/requirements/hover.ts';
import { requirementLinks } from '../../features/requirements/links.ts';
import { vercelJsonCompletion } from '../../features/vercelJson/completion.ts';
import { vercelJsonHover } from '../../features/vercelJson/hover.ts';
import type { Files } from '../../project/files.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Folder } from './folder.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { Lines } from './positions.ts';
import { rootsThatSee } from './problems.ts';
import type { Session } from './session.ts';

/** What a kind of file offers an editor beside problems. Each is a pure function of the core. */
export interface LanguageFeatures {
  hover?(document: AnyDocument, offset: number, context: FeatureContext): Hover | undefined;
  complete?(document: AnyDocument, offset: number, context: FeatureContext): readonly Completion[];
  links?(document: AnyDocument, context: FeatureContext): readonly DocumentLink[];
}

const configuration: LanguageFeatures = {
  hover: (document, offset, { rules }) => configurationHover(document, offset, rules),
  complete: (document, offset, { rules }) => configurationCompletion(document, offset, rules),
};

const pythonVersion: LanguageFeatures = { hover: pythonVersionHover, complete: pythonVersionCompletion };
const entrypoint: LanguageFeatures = {
  hover: entrypointHover,
  complete: entrypointCompletion,
  links: deploymentLinks,
};
const pyproject: LanguageFeatures = { hover: pyprojectHover, complete: pyprojectCompletion };
const vercelJson: LanguageFeatures = {
  hover: vercelJsonHover,
  complete: vercelJsonCompletion,
  links: deploymentLinks,
};
const requirements: LanguageFeatures = {
  hover: requirementHover,
  complete: requirementCompletion,
  links: requirementLinks,
};

/** By kind of file; several may speak of one kind. */
const features: { readonly [K in FileKind]?: readonly LanguageFeatures[] } = {
  '.vercel-preflight.toml': [configuration],
  'pyproject.toml': [configuration, pythonVersion, entrypoint, pyproject, requirements],
  '.python-version': [pythonVersion],
  'runtime.txt': [pythonVersion],
  'vercel.json': [vercelJson],
  'requirements.txt': [requirements],
  Pipfile: [pythonVersion, requirements],
  'Pipfile.lock': [pythonVersion],
};

/** What is found in an open document, with what turns its offsets into positions. */
export interface FeatureAnswer<T> {
  readonly found: readonly T[];
  readonly document: AnyDocument;
  readonly lines: Lines;
  readonly folder: Folder;
}

/**
 * Asks all that speaks of the kind of the open document at `uri`.
 * @param ask may run several times, until everything that it looks at is in memory.
 * @returns `undefined` where nothing is offered: in other files, in text that is not parsed, and in folders that are not
 * checked.
 */
export async function featuresIn<T>(
  { abilities, runtime }: Session,
  documents: OpenDocuments,
  uri: string,
  ask: (features: LanguageFeatures, document: AnyDocument, context: FeatureContext, lines: Lines) => readonly T[],
): Promise<FeatureAnswer<T> | undefined> {
  const place = await documents.placeOf(uri);
  const kind = place && kindOf(place.path);
  const offered = kind && features[kind];
  if (!offered) return undefined;
  const { folder, path } = place;
  if (!(await folder.settings()).enable) return undefined;
  const root = rootsThatSee(await folder.roots(), path).at(-1);
  const now = Date.now();
  return folder.workspace.ask((files) => {
    const document = files.document(path);
    if (!document) return undefined;
    const lines = new Lines(document.text, abilities.positionEncoding);
    const context = contextOf(files, { path, root, rules: runtime.rules, now });
    return { lines, folder, document, found: offered.flatMap((one) => ask(one, document, context, lines)) };
  });
}

/** The same for what is asked of a position. */
export function featuresAt<T>(
  session: Session,
  documents: OpenDocuments,
  { uri, position }: { readonly uri: string; readonly position: Position },
  ask: (features: LanguageFeatures, document: AnyDocument, offset: number, context: FeatureContext) => readonly T[],
): Promise<FeatureAnswer<T> | undefined> {
  return featuresIn(session, documents, uri, (one, document, context, lines) =>
    ask(one, document, lines.offsetAt(position), context),
  );
}

interface Around {
  readonly path: string;
  /** `undefined` where no root sees the document. */
  readonly root: string | undefined;
  readonly rules: readonly Rule[];
  readonly now: number;
}

function contextOf(files: Files, { path, root, rules, now }: Around): FeatureContext {
  const project = { root: root ?? '', files };
  return {
    ...{ path, project, rules, now },
    isDeployed: root !== undefined,
    deployment: () => resolveDeployment(project),
  };
}
