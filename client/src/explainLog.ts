import { env, l10n, languages, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import type { Location } from 'vscode-languageclient';
import type { Surfaces } from './commands.ts';
import { ask, explainLogRequest } from './protocol.ts';
import type { Session } from './session.ts';

const language = 'vercel-log';
const title = l10n.t('Deployment log');

/** How a log can be had; `undefined` where the person gave up. */
export interface LogSource extends QuickPickItem {
  document(): Promise<TextDocument | undefined>;
}

/** More sources than those that every editor has: only the desktop can run the person's own `vercel`. */
export type MoreSources = (surfaces: Surfaces) => readonly LogSource[];

/** `Explain deployment log`: asks where it is, opens it as a log, and shows what it says. */
export async function explainLog(surfaces: Surfaces, more: MoreSources = () => []): Promise<void> {
  const document = await chooseLog(more(surfaces));
  if (document) await explainDocument(surfaces, document);
}

/** Opens `document` as a log, and shows what it says. */
export async function explainDocument(surfaces: Surfaces, document: TextDocument): Promise<void> {
  const log = document.languageId === language ? document : await languages.setTextDocumentLanguage(document, language);
  await window.showTextDocument(log, { preview: false });
  const client = await surfaces.session.client();
  const uri = client.code2ProtocolConverter.asUri(log.uri);
  const { markdown } = await ask(client, explainLogRequest, { uri });
  if (markdown === undefined) throw new Error(l10n.t('the log could not be read. Open it, and try again.'));
  await surfaces.pages.show(title, markdown);
}

/** Shows what the light bulb of a problem leads to: a place in an open log, as the server names it. */
export async function openLogLine(session: Session, location: unknown): Promise<void> {
  const client = await session.client();
  const { uri, range } = location as Location;
  const selection = client.protocol2CodeConverter.asRange(range);
  await window.showTextDocument(client.protocol2CodeConverter.asUri(uri), { selection, preview: false });
}

/** A log that is open in front needs no question. */
async function chooseLog(more: readonly LogSource[]): Promise<TextDocument | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === language && editor.selection.isEmpty) return editor.document;
  const picked = await window.showQuickPick([...openSources(), ...(await clipboardSource()), fileSource, ...more], {
    title: l10n.t('Explain deployment log'),
    placeHolder: l10n.t('Where is the log? It stays on this machine.'),
  });
  return picked?.document();
}

/** The selection, and the file in front where it is text. */
function openSources(): LogSource[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  const selected = editor.document.getText(editor.selection);
  const name = workspace.asRelativePath(editor.document.uri);
  return [
    ...(selected === '' ? [] : [{ label: l10n.t('$(selection) The selection'), document: () => untitled(selected) }]),
    {
      label: l10n.t('$(file) The file in front'),
      description: name,
      document: () => Promise.resolve(editor.document),
    },
  ];
}

async function clipboardSource(): Promise<LogSource[]> {
  const text = await env.clipboard.readText();
  const lines = text.split('\n').length;
  if (text.trim() === '') return [];
  return [
    {
      label: l10n.t('$(clippy) The clipboard'),
      description: lines === 1 ? l10n.t('1 line') : l10n.t('{0} lines', lines),
      document: () => untitled(text),
    },
  ];
}

const fileSource: LogSource = {
  label: l10n.t('$(folder-opened) A file …'),
  async document() {
    const [uri] = (await window.showOpenDialog({ openLabel: l10n.t('Explain'), canSelectMany: false })) ?? [];
    return uri && workspace.openTextDocument(uri);
  },
};

/** Opens `text` as a log that nobody has saved. */
export async function untitled(text: string): Promise<TextDocument> {
  return workspace.openTextDocument({ language, content: text });
}
