import { type CodeActionContext, CodeActionKind } from 'vscode-languageserver';

/** Every safe fix of one document at once. Editors run it on save where somebody asked for it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.vercelPreflight`;

/** Kinds are a hierarchy: who asks for `source` is content with `source.fixAll`. */
export function isWanted(kind: string, { only }: CodeActionContext): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
