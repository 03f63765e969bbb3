import { type CodeAction, CodeActionKind, commands, type Diagnostic, type Uri, workspace } from 'vscode';
import { expectTrue } from './expect.ts';

/** The quick fixes offered where a diagnostic is, in the order of the menu. */
export function quickFixesAt(uri: Uri, { range }: Diagnostic): Thenable<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    CodeActionKind.QuickFix.value,
  );
}

/** The fix whose title matches; the error names the titles there are. */
export async function quickFix(uri: Uri, diagnostic: Diagnostic, title: RegExp): Promise<CodeAction> {
  const actions = await quickFixesAt(uri, diagnostic);
  const action = actions.find((one) => title.test(one.title));
  expectTrue(action, `${title} is not among [${actions.map((one) => one.title).join(' | ')}]`);
  return action;
}

/** Does what the lightbulb does when a fix is chosen. */
export async function apply({ edit, title }: CodeAction): Promise<void> {
  expectTrue(edit, `"${title}" has no edit`);
  expectTrue(await workspace.applyEdit(edit), `"${title}" could not be applied`);
}
