import { type EnvironmentInventory, missingAtImport, type VariableUse } from './environmentInventory.ts';
import type { SettingKind } from './environmentPlaces.ts';

/** One sentence that answers whether the application has what it needs. */
export function environmentHeadline(inventory: EnvironmentInventory): string {
  const { variables, pulled } = inventory;
  if (variables.length === 0) return 'The code that Vercel imports reads no environment variable by name.';
  const read = `The code reads ${variables.length === 1 ? 'one variable' : `${variables.length} variables`}`;
  const missing = missingAtImport(inventory).map(({ name }) => name);
  if (missing.length > 0) {
    return `${read}. ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set for ${pulled?.environment}, and the application does not start without ${missing.length === 1 ? 'it' : 'them'}.`;
  }
  const unknown = variables.filter(({ required, status }) => required && status === 'unknown').map(({ name }) => name);
  if (unknown.length === 0) return `${read}. All that the import needs is set.`;
  const where = pulled
    ? 'The files do not prove that'
    : 'Run `vercel pull --environment=production` to compare with the Vercel project: no file tells whether';
  return `${read}. ${where} ${unknown.join(', ')} ${unknown.length === 1 ? 'is' : 'are'} set, which the import needs.`;
}

/** What becomes of a variable, in a few words. */
export function statusText({ status, required }: VariableUse, { pulled }: EnvironmentInventory): string {
  if (status === 'provided') return 'set by Vercel';
  if (status === 'set') return 'set';
  if (status === 'missing') return `${required ? 'MISSING' : 'not set'} for ${pulled?.environment}`;
  return 'not known';
}

/** Whether and when it is needed. */
export function needText({ required, reads }: Pick<VariableUse, 'required' | 'reads'>): string {
  if (required) return 'required at import';
  return reads.some(({ atImport }) => atImport) ? 'read at import' : 'read later';
}

/** What a place that sets a variable is good for. */
export const settingTexts: Readonly<Record<SettingKind, string>> = {
  function: 'for functions',
  build: 'for the build only',
  code: 'by the code itself',
  'deployed-file': 'deployed, if the code loads it',
  'local-file': 'on this machine only',
  'example-file': 'as an example, which sets nothing',
  production: 'for production, as last pulled',
  preview: 'for previews, as last pulled',
  development: 'for development, as last pulled',
};

export const unreadText = 'Set, but read by no deployed code by its name. A package may read it.';
