import fs from 'node:fs';
import path from 'node:path';
import { resolveDeployment } from '../server/src/deployment/resolve.ts';
import { deploymentRoots } from '../server/src/project/roots.ts';
import { memoryFileSystem, Workspace } from '../server/src/project/workspace.ts';
import { loadGrammars } from '../server/src/transports/wasm.ts';
import { measure } from './statistics.ts';

/** How long `resolve` takes on `folder`, in this process, when one character of `file` was typed. */
export async function resolveAfterKeystroke(folder: string, file: string): Promise<number[]> {
  const files = new Map(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((name) => [path.relative(folder, name).replaceAll(path.sep, '/'), fs.readFileSync(name, 'utf8')]),
  );
  const grammars = await loadGrammars((name) => fs.promises.readFile(path.join(process.cwd(), 'dist', name)));
  const workspace = new Workspace(memoryFileSystem(files), grammars);
  let text = files.get(file) ?? '';
  const resolveAll = () =>
    workspace.ask((view) => deploymentRoots(view).map((root) => resolveDeployment({ root, files: view })));
  await resolveAll();
  const typed: number[] = [];
  await measure(
    100,
    async (round) => {
      text += '#';
      workspace.open(file, text);
      const start = performance.now();
      await resolveAll();
      if (round >= 0) typed.push(performance.now() - start);
    },
    10,
  );
  return typed;
}
