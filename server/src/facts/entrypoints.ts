/**
 * Where the builder looks for the application of a project with a Python framework preset.
 *
 * Source: `@vercel/python` 25.0.0, executed
 * Date: 2026-11-23
 */

/** Folders in the order in which they are searched; within each, the names below in order. */
export const entrypointFolders = ['', 'src', 'app', 'api'] as const;

export const entrypointNames = ['app', 'index', 'server', 'main', 'wsgi', 'asgi'] as const;

/** The 24 paths, in the builder's order. */
export const entrypointPaths: readonly string[] = entrypointFolders.flatMap((folder) =>
  entrypointNames.map((name) => (folder ? `${folder}/${name}.py` : `${name}.py`)),
);

/** The variables that make a module an entrypoint when they are bound at top level; a class `handler` (any case) does too. */
export const applicationNames: readonly string[] = ['app', 'application'];
