import type { ClientCapabilities } from 'vscode-languageserver';
import type { PositionEncoding } from './positions.ts';

/** What the client can, as far as it changes what the server does. */
export interface Abilities {
  readonly positionEncoding: PositionEncoding;
  /** It asks for diagnostics; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  /** It can be told to ask for diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  /** It can be told to ask for inlay hints again. */
  readonly refreshesInlayHints: boolean;
  /** It answers `workspace/configuration`. */
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** It watches files that the server names. */
  readonly watchesFiles: boolean;
  readonly hasFolders: boolean;
  readonly takesCodeActions: boolean;
  /** It checks the version of a document before it edits it. */
  readonly takesVersionedEdits: boolean;
  /** It shows changes that need a confirmation before it makes them. */
  readonly takesAnnotations: boolean;
  /** It shows code actions that cannot be taken, with the reason. */
  readonly showsDisabled: boolean;
  readonly createsFiles: boolean;
  readonly deletesFiles: boolean;
  readonly takesSnippets: boolean;
  /** It shows words beside each entry of a completion list. */
  readonly showsLabelDetails: boolean;
  /** Its own commands that the server may offer. */
  readonly commands: readonly string[];
}

/** Reads the abilities from what the client says of itself in `initialize`. */
export function abilitiesOf(
  { workspace, textDocument, general }: ClientCapabilities,
  initializationOptions?: unknown,
): Abilities {
  const edits = workspace?.workspaceEdit;
  const operations = edits?.documentChanges ? (edits.resourceOperations ?? []) : [];
  return {
    positionEncoding: encodingFor(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    takesVersionedEdits: edits?.documentChanges === true,
    takesAnnotations: edits?.changeAnnotationSupport !== undefined,
    showsDisabled: textDocument?.codeAction?.disabledSupport === true,
    createsFiles: operations.includes('create'),
    deletesFiles: operations.includes('delete'),
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    showsLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    commands: commandsIn(initializationOptions),
  };
}

function commandsIn(options: unknown): readonly string[] {
  const commands = optionIn(options, 'clientCommands');
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}

function optionIn(options: unknown, name: string): unknown {
  return typeof options === 'object' && options !== null ? (options as Record<string, unknown>)[name] : undefined;
}

/** UTF-16 is what the protocol presumes; UTF-8 is taken when it is all that is offered. */
function encodingFor(offered: readonly string[] | undefined): PositionEncoding {
  return offered?.includes('utf-8') && !offered.includes('utf-16') ? 'utf-8' : 'utf-16';
}
