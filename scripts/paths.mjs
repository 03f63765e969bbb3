/** Where things are. Every script starts from here, so that none depends on the folder it is started in. */
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** A path inside the repository. */
export const inRoot = (...parts) => path.join(root, ...parts);
