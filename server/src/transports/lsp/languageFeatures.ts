import type { Position } from 'vscode-languageserver';
import type { AnyDocument, FileKind } from '../../documents/kinds.ts';
import type { Completion, Hover, Site } from '../../features/completion.ts';
import { configurationCompletion } from '../../features/configurationCompletion.ts';
import { configurationHover } from '../../features/configurationHover.ts';
import { vercelJsonCompletion } from '../../features/vercelJsonCompletion.ts';
import { vercelJsonHover } from '../../features/vercelJsonHover.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Abilities } from './abilities.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { Lines } from './positions.ts';
import { rootsThatSee } from './problems.ts';
import type { Session } from './session.ts';
import { schemaFeatures } from './vercelJsonSchema.ts';

/** What a kind of file offers an editor beside problems. Each is a pure function of the core. */
export interface LanguageFeatures {
  hover?(document: AnyDocument, offset: number, rules: readonly Rule[], site: Site): Hover | undefined;
  complete?(document: AnyDocument, offset: number, rules: readonly Rule[], site: Site): readonly Completion[];
}

/** What a schema says of a document. It is loaded when it is first asked for. */
export interface SchemaFeatures {
  /** Whether the editor's own support leaves the document to us. */
  applies(document: AnyDocument, abilities: Abilities): boolean;
  hover(text: string, offset: number): Promise<Hover | undefined>;
  complete(text: string, offset: number): Promise<readonly Completion[]>;
}

const configuration: LanguageFeatures = { hover: configurationHover, complete: configurationCompletion };
const vercelJson: LanguageFeatures = { hover: vercelJsonHover, complete: vercelJsonCompletion };

/** By kind of file; several may speak of one kind. */
const features: { readonly [K in FileKind]?: readonly LanguageFeatures[] } = {
  '.vercel-preflight.toml': [configuration],
  'pyproject.toml': [configuration],
  'vercel.json': [vercelJson],
};

/** By kind of file; they speak after the others. */
const schemas: { readonly [K in FileKind]?: SchemaFeatures } = { 'vercel.json': schemaFeatures };

/** What is offered at a place, in the lines of the document that it was asked of. */
export interface Offered<T> {
  readonly lines: Lines;
  readonly answers: readonly T[];
}

/** One kind of question to the features of a place. */
export interface FeatureQuestion<T> {
  ask(features: LanguageFeatures, document: AnyDocument, offset: number, site: Site): readonly T[];
  askSchema(schema: SchemaFeatures, text: string, offset: number): Promise<readonly T[]>;
}

/** `undefined` where nothing is offered: in other files, in text that is not parsed, and in folders that are not checked. */
export async function offeredAt<T>(
  { abilities }: Session,
  documents: OpenDocuments,
  { uri, position }: { readonly uri: string; readonly position: Position },
  question: FeatureQuestion<T>,
): Promise<Offered<T> | undefined> {
  const place = await documents.placeOf(uri);
  if (!place || !(await place.folder.settings()).enable) return undefined;
  const { folder, path } = place;
  const root = rootsThatSee(await folder.roots(), path).at(-1);
  const now = Date.now();
  const asked = await folder.workspace.ask((files) => {
    const document = files.document(path);
    if (!document) return undefined;
    const lines = new Lines(document.text, abilities.positionEncoding);
    const offset = lines.offsetAt(position);
    const site: Site = { path, now, ...(root === undefined ? {} : { project: { root, files } }) };
    const answers = (features[document.kind] ?? []).flatMap((one) => question.ask(one, document, offset, site));
    return { document, lines, offset, answers };
  });
  if (!asked) return undefined;
  const { document, lines, offset, answers } = asked;
  const schema = schemas[document.kind];
  if (!schema?.applies(document, abilities)) return { lines, answers };
  return { lines, answers: [...answers, ...(await question.askSchema(schema, document.text, offset))] };
}
