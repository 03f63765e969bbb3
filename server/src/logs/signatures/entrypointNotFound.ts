import { defineSignature, type Values } from '../signature.ts';

export default defineSignature({
  name: 'entrypoint-not-found',
  role: 'cause',
  phase: 'build',
  title: 'Vercel found no file with the application.',
  literals: ['ntrypoint found', 'No Python entrypoint could be detected'],
  pattern:
    /(?:No (?<framework>\w+) entrypoint found(?: in default locations(?<candidates>, but found potential entrypoints)?)?|No Python entrypoint could be detected)/,
  builder: { from: '5.0.5' },
  borrows: ['potential-entrypoint'],
  causes: [
    {
      cause:
        'The files in `api` hold a function each, but the project is built as one Python application: a requirements file in the root is enough for Vercel to choose the Python preset, which makes no functions of `api`.',
      advice:
        'Set `"framework": null` in `vercel.json`, or choose Other as Framework Preset in the project settings, and each file in `api` is a function again.',
      rules: ['api-functions-not-created'],
      when: ({ found, project }) =>
        isFunctionFile(found('potential-entrypoint')) || project?.reports('api-functions-not-created') || false,
    },
    {
      cause: ({ file }) =>
        file
          ? `The application is in \`${file}\`, and Vercel does not look there by itself.`
          : 'The application is in a file that Vercel does not look at by itself. The lines below the error name the files it would take.',
      advice: ({ file, variable }) =>
        `Name it in \`pyproject.toml\`: under \`[tool.vercel]\`, \`entrypoint = "${modulePath(file) ?? 'package.module'}:${variable ?? 'app'}"\`. Or move it to \`app.py\`, \`index.py\`, \`main.py\` or \`api/index.py\`.`,
      rules: ['entrypoint-missing'],
      when: ({ values, project, found }) =>
        !isFunctionFile(found('potential-entrypoint')) &&
        (values.candidates !== undefined || project?.reports('entrypoint-missing') || undefined),
      decides: 'whether a file of the project has an application',
    },
    {
      cause: 'The folder that is deployed is not the one with the backend.',
      advice: 'Set Root Directory in the project settings to the folder that holds the backend.',
      decides: 'whether the backend lies in a subfolder of the repository',
    },
    {
      cause:
        'A Python preset is selected for a project that has no web application: a requirements file, even an empty one, is enough for Vercel to choose it.',
      advice: 'Set `"framework": null` in `vercel.json`, or choose Other as Framework Preset in the project settings.',
      decides: 'whether the project is meant to serve an application',
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/python 5.0.5 to 25.0.0, executed in the newest.',
  examples: [
    {
      log: `Error: «No FastAPI entrypoint found in default locations, but found potential entrypoints»:
  solver/main.py (variable: app)
`,
      says: '`solver/main.py`',
    },
    {
      log: `Error: «No python entrypoint found in default locations, but found potential entrypoints»:
  api/orders.py (variable: handler)
  api/prices.py (variable: handler)
`,
      says: 'a function each',
    },
    {
      log: "19:40:05.000 Error: «No python entrypoint found». Add an 'app' script in pyproject.toml or define an entrypoint in one of: app.py, index.py, server.py.\n",
    },
    {
      log: 'Error: «No Python entrypoint could be detected». Please specify an entrypoint file.\n',
    },
    {
      log: 'No entrypoint found for the image\n',
    },
  ],
});

/** `pkg.module` for `pkg/module.py`. */
function modulePath(file: string | undefined): string | undefined {
  return file?.replace(/\.py$/, '').replaceAll('/', '.');
}

/** Whether a candidate that the builder names is one of several functions, and no application. */
function isFunctionFile(candidate: Values | undefined): boolean {
  return candidate?.variable === 'handler' && candidate.file?.startsWith('api/') === true;
}
