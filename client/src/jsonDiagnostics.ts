import { type Diagnostic, type Disposable, languages, Uri, workspace } from 'vscode';
import type {
  BaseLanguageClient,
  DiagnosticProviderMiddleware,
  DocumentDiagnosticRequest,
} from 'vscode-languageclient';

/** The request that asks for the diagnostics of a document, by its name: the library of the protocol is loaded late. */
const diagnosticMethod: typeof DocumentDiagnosticRequest.method = 'textDocument/diagnostic';

/** The language that the editor's own support for JSON gives as the source of errors of syntax. It gives none of others. */
const jsonSources: ReadonlySet<string | undefined> = new Set(['json', 'jsonc', undefined]);

/** What that support reports too, in its own words: syntax always, the rest where a document names its schema. */
const sharedRules: ReadonlySet<string> = new Set(['vercel-json-syntax', 'vercel-json-schema']);

/** Leaves out of vercel.json what the editor itself says of the same place. Our fixes are offered there all the same. */
export const withoutDoubles: DiagnosticProviderMiddleware = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const uri = document instanceof Uri ? document : document.uri;
    if (!isVercelJson(uri)) return next(document, previousResultId, token);
    // What is unchanged on the server may have to be shown, or not, since the editor's own problems changed.
    const report = await next(document, undefined, token);
    if (report?.kind !== 'full') return report;
    const theirs = jsonProblems(uri);
    return { ...report, items: report.items.filter((one) => !theirs.some((other) => isDouble(one, other))) };
  },
};

/** Asks for the diagnostics again when what the editor says of a vercel.json changes. */
export function followJsonProblems(client: BaseLanguageClient): Disposable {
  const known = new Map<string, string>();
  return languages.onDidChangeDiagnostics(({ uris }) => {
    const changed = uris.filter(isVercelJson).filter((uri) => {
      const places = jsonProblems(uri).map(({ range: { start, end } }) =>
        [start.line, start.character, end.line, end.character].join(),
      );
      const now = places.join(' ');
      const before = known.get(uri.toString()) ?? '';
      if (now === '') known.delete(uri.toString());
      else known.set(uri.toString(), now);
      return now !== before;
    });
    for (const uri of changed) askAgain(client, uri);
  });
}

function askAgain(client: BaseLanguageClient, uri: Uri): void {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const provider = document && client.getFeature(diagnosticMethod).getProvider(document);
  provider?.onDidChangeDiagnosticsEmitter.fire();
}

export function isVercelJson({ path }: Uri): boolean {
  return path.endsWith('/vercel.json');
}

/** What the editor's own support for JSON reports. */
export function jsonProblems(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => jsonSources.has(source));
}

function isDouble(ours: Diagnostic, theirs: Diagnostic): boolean {
  const { code } = ours;
  const rule = String(typeof code === 'object' ? code.value : code);
  return sharedRules.has(rule) && ours.range.intersection(theirs.range) !== undefined;
}
