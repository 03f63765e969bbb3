import { l10n, window, workspace } from 'vscode';
import { ask, type FixAllResult, fixAllRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** `Fix all safe problems`: applies what cannot go wrong, in every deployment root, and says what is left. */
export async function fixAll(session: Session): Promise<void> {
  const client = await session.client();
  const result = await ask(client, fixAllRequest, {});
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  // As a refactoring the edit follows `files.refactoring.autoSave`: files that nobody has open are not left unsaved.
  const applied = result.fixed === 0 || (await workspace.applyEdit(edit, { isRefactoring: true }));
  void window.showInformationMessage(applied ? outcome(result) : refusal);
}

const refusal = l10n.t(
  'Nothing was changed, because a file changed in the meantime. Run `Fix all safe problems` again.',
);

function outcome({ fixed, left }: FixAllResult): string {
  if (fixed === 0) {
    return left === 0 ? l10n.t('There is nothing to fix.') : l10n.t('None of {0} has a safe fix.', problems(left));
  }
  const rest = left === 0 ? l10n.t('None is left.') : l10n.t('{0} left for you to decide.', left);
  return `${l10n.t('Fixed {0}.', problems(fixed))} ${rest}`;
}

const problems = (count: number): string => (count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count));
