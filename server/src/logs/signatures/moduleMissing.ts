import { importNames } from '../../facts/importNames.ts';
import { defineSignature, type Evidence, type Values } from '../signature.ts';
import { isFrom } from '../versions.ts';

export default defineSignature({
  name: 'module-missing',
  role: 'cause',
  phase: 'runtime',
  title: ({ module, file }) =>
    `The module \`${module}\` is not in the deployment${file ? `, and \`${file}\` imports it` : ''}.`,
  literals: ["No module named '"],
  pattern: /(?:ModuleNotFoundError|ImportError|ImportModuleError)\b.*?(?<at>No module named '(?<module>[^']+)')/,
  where: ({ values }) =>
    !/^(?:distutils|pkg_resources|dataclasses|imp|\w+\._\w+|.*\bsix\.moves)$/.test(values.module ?? ''),
  causes: [
    {
      cause: (values) =>
        `${broughtByText(values)}: the manifest that Vercel installs from does not list it. Optional extras and development groups are not installed.`,
      advice: (values) =>
        `Add ${distributionOf(values) ? `\`${distributionOf(values)}\`` : 'the package'} to the manifest that the line "Installing required dependencies from …" of the build log names.${distributionOf(values) ? '' : ' Its name on PyPI may differ from that of the module.'}`,
      when: (evidence) => (isListed(evidence) ? false : undefined),
      decides: 'whether the manifest lists it',
    },
    {
      cause:
        'The manifest lists what brings `{module}`, so this log is of a deployment before that, or of one with another Root Directory, whose manifest is another.',
      advice:
        'Deploy again. If it stays, look which file the line "Installing required dependencies from …" of the build log names.',
      when: (evidence) => isListed(evidence) || false,
    },
    {
      cause:
        'Vercel installs from `pyproject.toml` as soon as there is one, and `requirements.txt` beside it is not read. `{module}` is not among what `pyproject.toml` lists.',
      advice: (values) =>
        `List \`${distributionOf(values) ?? values.module}\` under \`[project] dependencies\`, or take \`pyproject.toml\` out of the deployment.`,
      rules: ['requirements-hidden-by-pyproject', 'pyproject-without-project'],
      decides: 'whether a `pyproject.toml` lies beside `requirements.txt`',
    },
    {
      cause: 'There is no manifest that Vercel reads for this function, so no package is installed.',
      advice: (values) =>
        `Put a \`requirements.txt\` that lists \`${distributionOf(values) ?? values.module}\` beside the entrypoint or in the root folder.`,
      rules: ['manifest-missing'],
      decides: 'whether the build log says `No Python manifest found`',
    },
    {
      cause: '`{module}` is a file or folder of your own, and Python finds it only from the root of the deployment.',
      advice:
        'Import it by its path from the Root Directory (`from package.{module} import …`), and look whether `excludeFiles` or `.vercelignore` leaves it out.',
      when: ({ project, values }) =>
        project ? isOwnModule(values.module, project.has) : distributionOf(values) ? false : soundsOwn(values.module),
      decides: 'whether `{module}` is your own code',
    },
    {
      cause: 'An empty `installCommand` switches the installation off, so nothing at all is installed.',
      advice: 'Delete `installCommand` from `vercel.json` (or from the project settings) and deploy again.',
      rules: ['install-command-empty'],
      when: ({ era, project }) =>
        isFrom(era.builder, '25.0.0') ? false : project?.reports('install-command-empty') || undefined,
      decides: 'whether the build log says `Skipping "install" command`',
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
      says: 'does not list it',
    },
    {
      log: `Traceback (most recent call last):
  File "/var/task/api/index.py", line 1, in <module>
    from fastapi import FastAPI
ModuleNotFoundError: «No module named 'fastapi'»
`,
      files: '-- api/index.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n-- requirements.txt\nfastapi\n',
      says: 'a deployment before that',
    },
    {
      log: `Traceback (most recent call last):
  File "/var/task/orchard/images.py", line 2, in <module>
    from PIL import Image
ModuleNotFoundError: «No module named 'PIL'»
`,
      says: '`PIL` comes with the package `pillow`',
    },
    {
      log: "Traceback (most recent call last):\nModuleNotFoundError: «No module named '_basket'»\n",
      says: 'of your own',
    },
    {
      log: "[ERROR] Runtime.ImportModuleError: Unable to import module 'vc__handler__python': «No module named 'flask_cors'»\n",
    },
    { log: "ModuleNotFoundError: No module named 'distutils'\n" },
    { log: "INFO: plugin skipped, No module named 'redis' is fine here\n" },
  ],
});

/** Whether a project is known, and what it installs from lists a package with the module. */
function isListed({ project, values }: Evidence): boolean {
  const { module = '' } = values;
  const names = importNames[module] ?? importNames[module.split('.')[0] ?? module] ?? [module.split('.')[0] ?? module];
  return names.some((name) => project?.lists(name) === true);
}

/** The package that brings the module, where that is known. */
function distributionOf({ module = '' }: Values): string | undefined {
  const parts = module.split('.');
  const prefixes = parts.map((_part, index) => parts.slice(0, parts.length - index).join('.'));
  return prefixes.map((prefix) => importNames[prefix]?.[0]).find((name) => name !== undefined);
}

function broughtByText(values: Values): string {
  const name = distributionOf(values);
  if (!name) return `\`${values.module}\` is imported but not installed`;
  const comes = name === values.module ? `\`${name}\` is not installed` : undefined;
  return comes ?? `\`${values.module}\` comes with the package \`${name}\`, which is not installed`;
}

/** Names that hardly anything but a project's own module has. `true` or `undefined`: there is no name that rules it out. */
function soundsOwn(module = ''): true | undefined {
  const own =
    /^(?:apps?|src|api|backend|server|core|config|settings|utils?|helpers|models|routes|routers|services|database|db|schemas|main|common|lib|_(?!cffi_backend|sqlite3|ctypes|lzma|bz2|tkinter|curses)[a-z]\w*)(?:\.|$)/;
  return own.test(module) || undefined;
}

function isOwnModule(module: string | undefined, has: (path: string) => boolean): boolean | undefined {
  const top = module?.split('.')[0];
  if (!top) return undefined;
  return ['', 'src/', 'app/', 'api/'].some((folder) => has(`${folder}${top}.py`) || has(`${folder}${top}/__init__.py`));
}
