import { remembered } from '../../documents/remembered.ts';
import { indexFolder } from './apiRouteTable.ts';
import type { Output, RouteTable } from './route.ts';

/**
 * What is at `path` without any rule: a file or a function of that name, or the index of the folder. A slash at the end
 * does not count.
 * Source: `findBuildMatch`, `shouldServe` and `findAsset` of `vercel` 64.0.2
 */
export function lookup({ outputs }: RouteTable, path: string): Output | undefined {
  const name = decoded(path).replace(/^\/+/, '').replace(/\/$/, '');
  const found = outputs.get(name);
  if (found && name !== '') return found;
  return indexesIn(outputs).get(name);
}

/** What stands for each folder: a page before a function, else the first. */
const indexesIn = remembered((outputs: RouteTable['outputs']) => {
  const indexes = new Map<string, Output>();
  for (const output of outputs.values()) {
    const folder = indexFolder(output.name);
    if (folder === undefined || !isIndex(output)) continue;
    const before = indexes.get(folder);
    if (!before || (before.kind !== 'static' && output.kind === 'static')) indexes.set(folder, output);
  }
  return indexes;
});

/** Of files only pages stand for their folder; `cleanUrls` takes their extension away. */
function isIndex({ kind, name, file }: Output): boolean {
  return kind === 'function' || name.endsWith('.html') || (file.endsWith('.html') && !name.includes('.'));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
