/** The library of the protocol, in a bundle of its own on the desktop: it is loaded when a server starts, not before. */
export { LanguageClient, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
