import { defineSignature } from '../signature.ts';
import { isFrom } from '../versions.ts';

export default defineSignature({
  name: 'module-missing',
  role: 'cause',
  phase: 'runtime',
  title: ({ module, file }) =>
    `The module \`${module}\` is not in the deployment${file ? `, and \`${file}\` imports it` : ''}.`,
  literals: ["No module named '"],
  pattern: /(?:ModuleNotFoundError|ImportError|ImportModuleError)\b.*?(?<at>No module named '(?<module>[^']+)')/,
  where: ({ values }) => !/^(?:distutils|pkg_resources|dataclasses|imp)$/.test(values.module ?? ''),
  causes: [
    {
      cause: 'An empty `installCommand` switches the installation off, so nothing at all is installed.',
      advice: 'Delete `installCommand` from `vercel.json` (or from the project settings) and deploy again.',
      rules: ['install-command-empty'],
      when: ({ era, project }) =>
        isFrom(era.builder, '25.0.0') ? false : project?.reports('install-command-empty') || undefined,
    },
    {
      cause:
        'Vercel installs from `pyproject.toml` as soon as there is one, and `requirements.txt` beside it is not read. `{module}` is not among what `pyproject.toml` lists.',
      advice: 'List `{module}` under `[project] dependencies`, or take `pyproject.toml` out of the deployment.',
      rules: ['requirements-hidden-by-pyproject', 'pyproject-without-project'],
      decides: 'whether a `pyproject.toml` lies beside `requirements.txt`',
    },
    {
      cause: 'There is no manifest that Vercel reads for this function, so no package is installed.',
      advice: 'Put a `requirements.txt` that lists `{module}` beside the entrypoint or in the root folder.',
      rules: ['manifest-missing'],
    },
    {
      cause: '`{module}` is a file or folder of your own, and Python finds it only from the root of the deployment.',
      advice:
        'Import it by its path from the Root Directory (`from package.{module} import …`), and look whether `excludeFiles` or `.vercelignore` leaves it out.',
      when: ({ project, values }) => (project ? isOwnModule(values.module, project.has) : undefined),
      decides: 'whether `{module}` is your own code',
    },
    {
      cause:
        '`{module}` is imported but not installed: the manifest that Vercel installs from does not list the package that brings it. Optional extras and development groups are not installed.',
      advice:
        'Add the package to the manifest that the line "Installing required dependencies from …" of the build log names. Its name on PyPI may differ from the module\'s (`bs4` comes with `beautifulsoup4`, `dotenv` with `python-dotenv`, `jwt` with `PyJWT`).',
      decides: 'whether the manifest lists it',
    },
  ],
  noise: ['process-exited'],
  source: "Python's own message. The causes are from public issues, each settled by its author's next commit.",
  examples: [
    {
      log: `could not import "api/index.py":
Traceback (most recent call last):
  File "/var/task/_vendor/vercel_runtime/vc_init.py", line 490, in _import
  File "/var/task/api/index.py", line 3, in <module>
    import httpx
ModuleNotFoundError: «No module named 'httpx'»
`,
      files:
        '-- api/index.py\nfrom fastapi import FastAPI\n\nimport httpx\n\napp = FastAPI()\n-- requirements.txt\nfastapi\n',
      blames: 'api/index.py',
      says: 'not installed',
    },
    {
      log: "[ERROR] Runtime.ImportModuleError: Unable to import module 'vc__handler__python': «No module named 'flask_cors'»\n",
    },
    { log: "ModuleNotFoundError: No module named 'distutils'\n" },
    { log: "INFO: plugin skipped, No module named 'redis' is fine here\n" },
  ],
});

function isOwnModule(module: string | undefined, has: (path: string) => boolean): boolean | undefined {
  const top = module?.split('.')[0];
  if (!top) return undefined;
  return ['', 'src/', 'app/', 'api/'].some((folder) => has(`${folder}${top}.py`) || has(`${folder}${top}/__init__.py`));
}
