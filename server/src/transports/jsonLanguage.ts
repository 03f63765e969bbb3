import {
  type CompletionItem,
  CompletionItemKind,
  getLanguageService,
  type JSONSchema,
  type LanguageService,
  type MarkupContent,
} from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonLanguage, JsonSuggestion, MakeJsonLanguage } from '../features/vercelJson/jsonLanguage.ts';

/** The name that every text is given: nothing else is in this world. */
const name = 'file:///vercel.json';

/** What a client can that takes Markdown; snippets are what the library always answers with. */
const clientCapabilities = { textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } } };

/** VS Code's own language service for JSON. It asks nobody for schemas: it has the one. */
export const jsonLanguage: MakeJsonLanguage = (uri, schema) => {
  const service = getLanguageService({
    clientCapabilities: clientCapabilities as Parameters<typeof getLanguageService>[0]['clientCapabilities'],
    schemaRequestService: (asked) => Promise.reject(new Error(`${asked} is not asked for`)),
  });
  service.configure({ validate: false, schemas: [{ uri, fileMatch: [name], schema: schema as JSONSchema }] });
  return languageOf(service);
};

function languageOf(service: LanguageService): JsonLanguage {
  return {
    async complete(text, offset) {
      const document = TextDocument.create(name, 'json', 0, text);
      const json = service.parseJSONDocument(document);
      const list = await service.doComplete(document, document.positionAt(offset), json);
      return (list?.items ?? []).map(suggestionOf);
    },
    async explain(text, offset) {
      const document = TextDocument.create(name, 'json', 0, text);
      const json = service.parseJSONDocument(document);
      const hover = await service.doHover(document, document.positionAt(offset), json);
      const contents = Array.isArray(hover?.contents) ? hover.contents : [];
      return contents
        .map((part) => (typeof part === 'string' ? part : part.value))
        .join('\n\n')
        .trim();
    },
  };
}

function suggestionOf(item: CompletionItem): JsonSuggestion {
  const { label, kind, insertText = label, detail = '', documentation = '', sortText = '' } = item;
  return {
    ...{ label, insertText, detail, sortText, isKey: kind === CompletionItemKind.Property },
    documentation: typeof documentation === 'string' ? documentation : (documentation as MarkupContent).value,
  };
}
