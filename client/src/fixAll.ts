import { window, workspace } from 'vscode';
import { type FixAllResult, fixAllRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** `Fix all safe problems`: applies what cannot go wrong, in every deployment root, and says what is left. */
export async function fixAll(session: Session): Promise<void> {
  const client = await session.client();
  const result = await client.sendRequest(fixAllRequest, {});
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  // As a refactoring the edit follows `files.refactoring.autoSave`: files that nobody has open are not left unsaved.
  const applied = result.fixed === 0 || (await workspace.applyEdit(edit, { isRefactoring: true }));
  void window.showInformationMessage(applied ? outcome(result) : refusal);
}

const refusal = 'Nothing was changed, because a file changed in the meantime. Run `Fix all safe problems` again.';

function outcome({ fixed, left }: FixAllResult): string {
  if (fixed === 0) return left === 0 ? 'There is nothing to fix.' : `None of ${problems(left)} has a safe fix.`;
  return `Fixed ${problems(fixed)}. ${left === 0 ? 'None is left.' : `${left} left for you to decide.`}`;
}

const problems = (count: number): string => (count === 1 ? '1 problem' : `${count} problems`);
