/** A key or a table of pyproject.toml that Vercel reads. */
export interface PyprojectKey {
  readonly path: readonly string[];
  /** What it is for, as Markdown. */
  readonly text: string;
  /** The value as a snippet; absent for a table. */
  readonly value?: string;
  /** Whether the table may be there several times, under `[[…]]`. */
  readonly isList?: true;
}

/**
 * What the builder reads, beside the dependencies.
 *
 * Source: @vercel/python 25.0.0, executed (platform facts, parts A, C.2 and C.4); `runPyprojectScript` there
 * Date: 2026-11-23
 */
export const pyprojectKeys: readonly PyprojectKey[] = [
  {
    path: ['project', 'requires-python'],
    value: '"$1"',
    text: 'The Pythons that the project runs on. Vercel chooses one of its own that fits, its default first, where no `.python-version` on the way names one.',
  },
  {
    path: ['tool', 'vercel'],
    text: 'What Vercel is told about this application. A folder with this table is one that is deployed to Vercel.',
  },
  {
    path: ['tool', 'vercel', 'entrypoint'],
    value: '"$1"',
    text: 'The application that answers requests, as `"module:variable"`: `"main:app"` is `app` in `main.py`. Without it Vercel looks for files named app, index, server, main, wsgi or asgi in the root, `src`, `app` and `api`. Whether the variable exists is not checked before the first request.',
  },
  {
    path: ['tool', 'vercel', 'scripts'],
    text: 'Commands of the build: `install` and `build`. A command in the settings of the Vercel project or in vercel.json goes before them.',
  },
  {
    path: ['tool', 'vercel', 'scripts', 'install'],
    value: '"$1"',
    text: 'A command that takes the place of the installation: what it does not install is not there.',
  },
  {
    path: ['tool', 'vercel', 'scripts', 'build'],
    value: '"$1"',
    text: 'A command that runs once the dependencies are installed, in a project with a framework preset for Python.',
  },
  {
    path: ['tool', 'vercel', 'subscribers'],
    isList: true,
    text: 'A consumer of queue messages: `entrypoint` and `topics`. A field that Vercel does not know stops the build.',
  },
  {
    path: ['tool', 'vercel', 'subscribers', 'entrypoint'],
    value: '"$1"',
    text: 'The consumer, as `"module:object"` or as a module. A path to a file stops the build.',
  },
  {
    path: ['tool', 'vercel', 'subscribers', 'topics'],
    value: '["$1"]',
    text: 'The topics whose messages it gets: a list of names that is not empty.',
  },
  {
    path: ['tool', 'vercel', 'workflows'],
    isList: true,
    text: 'A workflow: `entrypoint` alone. Any other field stops the build.',
  },
  {
    path: ['tool', 'vercel', 'workflows', 'entrypoint'],
    value: '"$1"',
    text: 'The workflow, as `"module:object"`.',
  },
  {
    path: ['tool', 'vercel-preflight'],
    text: 'What Vercel Python Preflight reports in this project: the keys of a `.vercel-preflight.toml`. Vercel does not read it.',
  },
];
