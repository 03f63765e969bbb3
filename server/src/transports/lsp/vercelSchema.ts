import type { AnyDocument } from '../../documents/kinds.ts';
import type { VercelJson } from '../../documents/vercelJson.ts';
import type { JsonLanguage } from '../../features/vercelJson/jsonLanguage.ts';
import type { SchemaAware } from './protocol.ts';
import type { Session } from './session.ts';

/**
 * What Vercel's schema says of a vercel.json; `undefined` for other documents, where the editor knows the schema itself, and
 * where the library for it could not be loaded.
 * @param params of the request.
 */
export async function fromVercelSchema<T>(
  session: Session,
  { editorKnowsSchema }: SchemaAware,
  document: AnyDocument,
  ask: (language: JsonLanguage, document: VercelJson) => Promise<T>,
): Promise<T | undefined> {
  if (document.kind !== 'vercel.json' || editorKnowsSchema === true) return undefined;
  const language = await session.vercelSchema();
  return language && ask(language, document);
}
