import { windowsOnly } from '../../facts/windowsOnly.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'dependency-version-missing',
  role: 'cause',
  phase: 'build',
  title: ({ requirement, unknown, python }) =>
    unknown
      ? `\`${unknown}\` cannot be installed: the package index has no package of that name.`
      : `\`${requirement}\` cannot be installed: the package index has no such version for ${python ? `Python ${python}` : 'the Python that runs'}.`,
  literals: [
    'No matching distribution found for ',
    'satisfies the requirement ',
    'there is no version of ',
    'was not found in the package registry',
  ],
  pattern:
    /(?:No matching distribution found for|Could not find a version that satisfies the requirement|there is no version of) (?<at>(?<requirement>(?<package>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?[^\s(]*))|(?<![\w.-])(?<unknown>[A-Za-z0-9][\w.-]{0,80}) was not found in the package registry/,
  causes: [
    {
      cause:
        'No package is called so: the name is mistyped, is that of a module, or the package is in a private index.',
      advice:
        'Look the name up on pypi.org. A private index is named in the manifest, its password in an environment variable.',
      when: ({ values }) => values.unknown !== undefined,
    },
    {
      cause: 'This package exists for Windows alone: the file was frozen there.',
      advice: 'Delete `{package}`, or add a marker: `{package}; sys_platform == "win32"`.',
      rules: ['requirement-windows-only'],
      when: ({ values }) => windowsOnly.has(values.package?.toLowerCase() ?? ''),
    },
    {
      cause:
        'Either the version does not exist, or none of its files fits the Python that runs. pip lists the versions it did find behind "from versions".',
      advice:
        'Ask for a version that exists: loosen the pin of `{package}` or raise it. When pip lists none, the name is wrong, or the package exists for another platform only.',
      when: ({ values }) => (values.unknown === undefined ? undefined : false),
    },
  ],
  explains: ['dependencies-conflict'],
  noise: [
    'uv-falls-back-to-pip',
    'builds-beside-settings',
    'dependency-install-failed',
    'dependencies-conflict',
    'process-exited',
  ],
  source: 'Messages of pip and uv.',
  examples: [
    {
      log: `Failed to run "pip3.12 install --disable-pip-version-check --target /vercel/path0/_vendor -r /vercel/path0/requirements.txt"
ERROR: Could not find a version that satisfies the requirement «quiet-parser==9.9.9» (from versions: 1.0.0, 1.1.0)
ERROR: No matching distribution found for quiet-parser==9.9.9
`,
      files:
        '-- requirements.txt\nfastapi\nquiet-parser==9.9.9\n-- api/index.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n',
    },
    {
      log: `  × No solution found when resolving dependencies:
  ╰─▶ Because there is no version of «quiet-parser==9.9.9» and your project depends on quiet-parser==9.9.9, we can conclude that your project's requirements are unsatisfiable.
`,
    },
    {
      log: '  ╰─▶ Because «quietparser was not found in the package registry» and you require quietparser, we can conclude that your requirements are unsatisfiable.\n',
      says: 'No package is called so',
    },
    {
      log: 'ERROR: No matching distribution found for «pywin32==306»\n',
      says: 'Windows alone',
    },
    { log: 'No matching distribution, retrying\n' },
  ],
});
