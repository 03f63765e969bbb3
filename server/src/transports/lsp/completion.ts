import {
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import type { AnyDocument } from '../../documents/kinds.ts';
import type { Completion } from '../../features/completion.ts';
import type { FeatureContext } from '../../features/context.ts';
import { describedCompletion } from '../../features/vercelJson/described.ts';
import type { Abilities } from './abilities.ts';
import { featuresAt, type LanguageFeatures } from './languageFeatures.ts';
import type { OpenDocuments } from './openDocuments.ts';
import type { Lines } from './positions.ts';
import type { SchemaAware } from './protocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { fromVercelSchema } from './vercelSchema.ts';

/** After these an editor asks by itself. */
export const completionTriggers: readonly string[] = ['"', "'", '[', '.', ',', ':', '=', '<', '>', '~', '^'];

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  rule: CompletionItemKind.Reference,
  word: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  package: CompletionItemKind.Module,
  version: CompletionItemKind.Constant,
};

/** Answers what can be written at the caret. */
export function serveCompletion(session: Session, documents: OpenDocuments): void {
  const { connection, abilities } = session;
  connection.onCompletion((params: CompletionParams & SchemaAware, token) => {
    const { uri } = params.textDocument;
    const { position } = params;
    return runSafe<CompletionItem[]>(connection, { name: `Completion in ${uri}`, onError: [] }, token, async () => {
      const ask = ({ complete }: LanguageFeatures, document: AnyDocument, offset: number, context: FeatureContext) =>
        complete?.(document, offset, context) ?? [];
      const answer = await featuresAt(session, documents, { uri, position }, ask);
      if (!answer) return [];
      const { lines, found, document } = answer;
      const described = await fromVercelSchema(session, params, document, (language, { text }) =>
        describedCompletion(language, text, lines.offsetAt(position)),
      );
      return [...found, ...(described ?? [])].map((one, index) => itemOf(one, index, { lines, abilities }));
    });
  });
}

/** The order of the core is kept. */
function itemOf(completion: Completion, index: number, { lines, abilities }: ItemContext): CompletionItem {
  const { label, kind, span, newText, filterText, detail, documentation, comma, isSnippet = false } = completion;
  const isPlain = !isSnippet || abilities.takesSnippets;
  return {
    label,
    ...detailOf(detail, abilities),
    kind: kinds[kind],
    sortText: String(index).padStart(4, '0'),
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    ...(filterText === undefined ? {} : { filterText }),
    ...(isSnippet && isPlain ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: { range: lines.rangeOf(span), newText: isPlain ? newText : withoutPlaces(newText) },
    ...(comma === undefined
      ? {}
      : { additionalTextEdits: [{ range: lines.rangeOf({ start: comma, end: comma }), newText: ',' }] }),
    ...(hasMore(completion) && abilities.commands.includes(askAgain.command) ? { command: askAgain } : {}),
  };
}

/** A detail is shown of the entry that is chosen, a label's of every one, as far as there is room. */
function detailOf(detail: string, { showsLabelDetails }: Abilities): Pick<CompletionItem, 'detail' | 'labelDetails'> {
  const isShort = detail !== '' && detail.length <= roomInList;
  return showsLabelDetails && isShort ? { labelDetails: { description: detail } } : { detail };
}

/** In characters. */
const roomInList = 50;

/** Whether what is typed ends before a value, or before the rest of a key. */
function hasMore({ kind, newText, isSnippet }: Completion): boolean {
  return (kind === 'key' || kind === 'rule') && (isSnippet ? newText.includes('$1') : /(?:= |\.)$/.test(newText));
}

/** Shows what can be the value of the key that was completed, if anything is known. */
const askAgain: Command = {
  title: 'Complete the value',
  command: 'editor.action.triggerSuggest',
  arguments: [{ auto: true }],
};

interface ItemContext {
  readonly lines: Lines;
  readonly abilities: Abilities;
}

/** The text of a snippet, for an editor that knows none: each place as its first words, nothing escaped. */
function withoutPlaces(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:([^}]*)\}|\$\{\d+\}|\$\d+/g,
    (_match, escaped?: string, words?: string) => {
      return escaped ?? words ?? '';
    },
  );
}
