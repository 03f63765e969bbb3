import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { diagnosticSource } from '../../facts/product.ts';
import type { Abilities } from './abilities.ts';
import { fixAllKind } from './actionKinds.ts';
import { completionTriggers } from './completion.ts';

/** What the server tells a client of itself. */
export function capabilitiesFor({ positionEncoding, pullsDiagnostics }: Abilities): ServerCapabilities {
  const diagnosticProvider = { identifier: diagnosticSource, interFileDependencies: true, workspaceDiagnostics: false };
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
    inlayHintProvider: true,
    documentLinkProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pullsDiagnostics ? { diagnosticProvider } : {}),
  };
}
