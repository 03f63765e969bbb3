import { commands, Range, type TextDocument, workspace } from 'vscode';
import type { MessageSignature, Middleware } from 'vscode-languageclient';
import { isVercelJson, jsonProblems } from './jsonDiagnostics.ts';

/** A command of the editor's own support for JSON. The extension itself cannot be seen where it runs in another host. */
const jsonCommand = 'json.clearCache';

const asked: ReadonlySet<string> = new Set(['textDocument/completion', 'textDocument/hover']);

interface DocumentParams {
  readonly textDocument?: { readonly uri: string };
}

/** Tells the server which vercel.json the editor itself completes and explains, so that nothing is there twice. */
export const withKnownSchemas: Pick<Middleware, 'sendRequest'> = {
  async sendRequest(type, param, token, next) {
    const uri = asked.has(nameOf(type)) ? (param as DocumentParams | undefined)?.textDocument?.uri : undefined;
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (!document || !isVercelJson(document.uri) || !(await editorKnowsSchema(document)))
      return next(type, param, token);
    return next(type, { ...param, editorKnowsSchema: true } as typeof param, token);
  },
};

function nameOf(type: string | MessageSignature): string {
  return typeof type === 'string' ? type : type.method;
}

/** Whether the document names a schema that the editor has. One that it could not load it complains of, at its name. */
async function editorKnowsSchema(document: TextDocument): Promise<boolean> {
  const match = /"\$schema"\s*:\s*"([^"\n]+)"/.exec(document.getText());
  if (!match || !(await commands.getCommands(true)).includes(jsonCommand)) return false;
  const isOnTheWeb = /^https?:/.test(match[1] ?? '');
  if (isOnTheWeb && workspace.getConfiguration('json').get('schemaDownload.enable') === false) return false;
  const range = new Range(document.positionAt(match.index), document.positionAt(match.index + match[0].length));
  return !jsonProblems(document.uri).some((problem) => problem.range.intersection(range) !== undefined);
}
