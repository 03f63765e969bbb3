import type {
  CompletionItem,
  JSONSchema,
  LanguageService,
  MarkedString,
  MarkupContent,
} from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnyDocument } from '../../documents/kinds.ts';
import { jsonAt, stringOf } from '../../documents/vercelJson.ts';
import { presetTitles, pythonPresets } from '../../facts/frameworks.ts';
import { describedVercelJson, enforcedVercelJson } from '../../facts/vercelJsonSchema.ts';
import type { Completion, Hover } from '../../features/completion.ts';
import type { Abilities } from './abilities.ts';

/** A place in a document, for an editor that leaves its schema to us or does not. */
export interface SchemaPlace {
  readonly document: AnyDocument;
  readonly offset: number;
  readonly abilities: Abilities;
}

/** What Vercel describes and enforces at a place of vercel.json; nothing in other files. */
export async function schemaHovers({ document: source, offset, abilities }: SchemaPlace): Promise<readonly Hover[]> {
  if (!isOurs(source, abilities)) return [];
  const service = await loaded();
  const document = textDocument(source.text);
  const found = await service.doHover(document, document.positionAt(offset), service.parseJSONDocument(document));
  const markdown = found ? markdownOf(found.contents) : '';
  if (!found?.range || markdown === '') return [];
  const { start, end } = found.range;
  return [{ span: { start: document.offsetAt(start), end: document.offsetAt(end) }, markdown }];
}

/** The keys and words that may stand at a place of vercel.json; nothing in other files. */
export async function schemaCompletions(place: SchemaPlace): Promise<readonly Completion[]> {
  if (!isOurs(place.document, place.abilities)) return [];
  const service = await loaded();
  const document = textDocument(place.document.text);
  const position = document.positionAt(place.offset);
  const found = await service.doComplete(document, position, service.parseJSONDocument(document));
  return pythonFirst((found?.items ?? []).flatMap((item) => completionOf(document, item)));
}

/** An editor that reads `$schema` says all this itself. */
function isOurs(document: AnyDocument, { readsJsonSchemas }: Abilities): boolean {
  return document.kind === 'vercel.json' && !(readsJsonSchemas && stringOf(jsonAt(document, ['$schema'])));
}

const uri = 'inmemory:///vercel.json';

function textDocument(text: string): TextDocument {
  return TextDocument.create(uri, 'json', 0, text);
}

let service: Promise<LanguageService> | undefined;

/** Loaded and set up when a vercel.json is first asked about: most sessions never pay for it. */
function loaded(): Promise<LanguageService> {
  service ??= import('vscode-json-languageservice').then(({ getLanguageService }) => {
    const made = getLanguageService({
      // A document may name another schema, or an older address of this one. It is this file all the same.
      schemaRequestService: () => Promise.resolve(JSON.stringify(schema())),
    });
    made.configure({ schemas: [{ uri: `${uri}-schema`, fileMatch: ['*'], schema: schema() }], validate: false });
    return made;
  });
  return service;
}

/** A copy, because the service writes into it. The description comes first: it has the words. */
function schema(): JSONSchema {
  const { definitions } = JSON.parse(JSON.stringify(describedVercelJson())) as JSONSchema;
  delete (definitions?.Framework as JSONSchema | undefined)?.description;
  return {
    definitions: { ...definitions },
    allOf: [{ $ref: '#/definitions/VercelConfig' }, JSON.parse(JSON.stringify(enforcedVercelJson())) as JSONSchema],
  };
}

function markdownOf(contents: MarkupContent | MarkedString | MarkedString[]): string {
  if (Array.isArray(contents)) return contents.map(markdownOf).filter(Boolean).join('\n\n');
  return typeof contents === 'string' ? contents : contents.value;
}

/** Nothing for what only fills a place, such as an empty string. */
function completionOf(document: TextDocument, item: CompletionItem): Completion[] {
  const { label, textEdit, insertTextFormat, filterText, documentation } = item;
  if (!textEdit || !('range' in textEdit) || fillers.has(label)) return [];
  const title = titles.get(label);
  return [
    {
      label,
      kind: item.kind === propertyKind ? 'key' : 'word',
      span: { start: document.offsetAt(textEdit.range.start), end: document.offsetAt(textEdit.range.end) },
      newText: textEdit.newText,
      filterText: filterText ?? label,
      detail: title === undefined ? '' : `${title} on Python`,
      documentation: documentation === undefined ? '' : markdownOf(documentation),
      ...(insertTextFormat === snippetFormat ? { isSnippet: true } : {}),
    },
  ];
}

/** `CompletionItemKind.Property` and `InsertTextFormat.Snippet`. */
const [propertyKind, snippetFormat] = [10, 2];
const fillers: ReadonlySet<string> = new Set(['""', '[]', '{}', 'Empty object', 'Empty array']);
/** The words of `framework` that are about Python, as they are shown. */
const titles: ReadonlyMap<string, string> = new Map(
  pythonPresets.map((preset) => [`"${preset}"`, presetTitles[preset]]),
);

function pythonFirst(completions: readonly Completion[]): readonly Completion[] {
  const isPython = ({ label }: Completion) => titles.has(label);
  return [...completions.filter(isPython), ...completions.filter((one) => !isPython(one))];
}
