import type { Position } from 'vscode-languageserver';
import type { AnyDocument, FileKind } from '../../documents/kinds.ts';
import type { Completion, Hover } from '../../features/completion.ts';
import { configurationCompletion } from '../../features/configurationCompletion.ts';
import { configurationHover } from '../../features/configurationHover.ts';
import type { Rule } from '../../rules/rule.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { Lines } from './positions.ts';
import type { Session } from './session.ts';

/** What a kind of file offers an editor beside problems. Each is a pure function of the core. */
export interface LanguageFeatures {
  hover?(document: AnyDocument, offset: number, rules: readonly Rule[]): Hover | undefined;
  complete?(document: AnyDocument, offset: number, rules: readonly Rule[]): readonly Completion[];
}

const configuration: LanguageFeatures = { hover: configurationHover, complete: configurationCompletion };

/** By kind of file; several may speak of one kind. */
const features: { readonly [K in FileKind]?: readonly LanguageFeatures[] } = {
  '.vercel-preflight.toml': [configuration],
  'pyproject.toml': [configuration],
};

/** A place in an open document, with what speaks of its kind. */
export interface FeaturePlace {
  readonly document: AnyDocument;
  readonly offset: number;
  readonly lines: Lines;
  readonly features: readonly LanguageFeatures[];
}

/** `undefined` where nothing is offered: in other files, in text that is not parsed, and in folders that are not checked. */
export async function featuresAt(
  { abilities }: Session,
  documents: OpenDocuments,
  { uri, position }: { readonly uri: string; readonly position: Position },
): Promise<FeaturePlace | undefined> {
  const place = await documents.placeOf(uri);
  if (!place || !(await place.folder.settings()).enable) return undefined;
  const document = await place.folder.workspace.ask((files) => files.document(place.path));
  const found = document && features[document.kind];
  if (!found) return undefined;
  const lines = new Lines(document.text, abilities.positionEncoding);
  return { document, lines, offset: lines.offsetAt(position), features: found };
}
