import { type Disposable, TabInputText, TabInputTextDiff, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { hiddenNotification } from './protocol.ts';

/**
 * Tells the server which open documents no tab shows. The editor keeps a document for minutes after its tab is closed, and
 * asks for no diagnostics of it: without a word the server would leave them to the editor, and they would be gone.
 */
export function tellHidden(client: BaseLanguageClient): Disposable {
  let told = '';
  return window.tabGroups.onDidChangeTabs(() => {
    const shown = new Set(window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => urisOf(input))));
    const open = workspace.textDocuments.map(({ uri }) => uri).filter((uri) => !shown.has(uri.toString()));
    const uris = open.map((uri) => client.code2ProtocolConverter.asUri(uri)).sort();
    if (uris.join('\n') === told) return;
    told = uris.join('\n');
    void client.sendNotification(hiddenNotification, { uris }).catch(() => undefined);
  });
}

function urisOf(input: unknown): string[] {
  if (input instanceof TabInputText) return [input.uri.toString()];
  return input instanceof TabInputTextDiff ? [input.original.toString(), input.modified.toString()] : [];
}
