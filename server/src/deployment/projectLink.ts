import { type JsonNode, jsonAt, parseJson, stringOf } from '../documents/vercelJson.ts';
import { inside, join, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';

/** The project on Vercel that a folder is linked to, as `vercel link` and `vercel pull` write it down. */
export interface ProjectLink {
  /** The folder that `vercel` runs in: that of `.vercel/project.json`. */
  readonly folder: string;
  /** Its settings, all of them; absent before the first `vercel pull`. */
  readonly settings?: JsonNode;
}

/** The link whose Root Directory is the project's root folder, be it made there or in a folder above. */
export function projectLinkOf({ root, files }: Project): ProjectLink | undefined {
  for (const folder of upTo(root, '')) {
    const source = files.source(inside(folder, '.vercel/project.json'));
    if (!source) continue;
    const document = parseJson(source);
    const settings = jsonAt(document, ['settings']);
    const below = jsonAt(document, ['settings', 'rootDirectory']);
    if (join(folder, stringOf(below) ?? '') !== root) continue;
    return { folder, ...(settings?.type === 'object' ? { settings } : {}) };
  }
  return undefined;
}
