import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import type { Completion } from '../../features/completion.ts';
import { type FeaturePlace, featuresAt } from './languageFeatures.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** After these an editor asks by itself. */
export const completionTriggers: readonly string[] = ['"', "'", '[', '.', ','];

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  rule: CompletionItemKind.Reference,
  word: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
};

/** Answers what can be written at the caret. */
export function serveCompletion(session: Session, documents: OpenDocuments): void {
  const { connection, runtime } = session;
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    runSafe<CompletionItem[]>(connection, { name: `Completion in ${uri}`, onError: [] }, token, async () => {
      const place = await featuresAt(session, documents, { uri, position });
      const found = place?.features.flatMap(
        ({ complete }) => complete?.(place.document, place.offset, runtime.rules) ?? [],
      );
      return place ? (found ?? []).map((completion, index) => itemOf(completion, index, place)) : [];
    }),
  );
}

/** The order of the core is kept. */
function itemOf({ label, kind, span, newText, detail, documentation }: Completion, index: number, at: FeaturePlace) {
  return {
    label,
    detail,
    kind: kinds[kind],
    sortText: String(index).padStart(4, '0'),
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    textEdit: { range: at.lines.rangeOf(span), newText },
  };
}
