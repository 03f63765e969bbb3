import type { MakeJsonLanguage } from '../../features/vercelJson/jsonLanguage.ts';

/** The bundle of `jsonLanguage.ts`: it lies beside those of the servers, and leaves what it makes in the name below. */
export const jsonLanguageFile = 'json.js';

interface Loaded {
  readonly preflightJson?: { readonly jsonLanguage: MakeJsonLanguage };
}

/** What the bundle left when it ran. */
export function loadedJsonLanguage(): MakeJsonLanguage {
  const { preflightJson } = globalThis as Loaded;
  if (!preflightJson) throw new Error(`${jsonLanguageFile} is not what it should be`);
  return preflightJson.jsonLanguage;
}
