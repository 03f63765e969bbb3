import type { Evidence, ProjectFacts } from '../signature.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'postgres-driver-from-source',
  role: 'cause',
  phase: 'build',
  title: '`psycopg2` would have to be compiled, and the build machine has no PostgreSQL to compile it with.',
  literals: ['pg_config executable not found', 'pg_config is required to build psycopg2'],
  pattern: /pg_config (?:executable not found|is required to build psycopg2)/,
  causes: [
    {
      cause: '`psycopg2` comes as source alone.',
      advice: 'Require `psycopg2-binary` instead, or `psycopg[binary]` for psycopg 3.',
      when: ({ project, found }) =>
        built(found) === 'psycopg2' || (built(found) ? false : mentions(project, /^\s*["']?psycopg2(?!-binary)\b/im)),
      decides: 'whether the manifest lists `psycopg2`',
    },
    {
      cause:
        'The version of `psycopg2-binary` is older than the Python that runs, so there is no wheel for it: 2.9.10 has none for Python 3.14.',
      advice:
        'Raise the pin of `psycopg2-binary`, or choose 3.12 or 3.13 in `.python-version`. If the line above is `Command "uv pip install" exited with 1`, another builder installs the root `requirements.txt`, and `.python-version` does not apply to it.',
      when: ({ project, found }) =>
        built(found) === 'psycopg2-binary' || (built(found) ? false : mentions(project, /psycopg2-binary/i)),
      decides: 'whether the manifest lists `psycopg2-binary`',
    },
  ],
  noise: [
    'builds-beside-settings',
    'uv-falls-back-to-pip',
    'dependency-install-failed',
    'command-failed',
    'package-not-built',
  ],
  source: "Public issues; the message is that of psycopg2's own setup.",
  examples: [
    {
      log: '  Error: «pg_config executable not found».\n',
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
psycopg2==2.9.9
`,
      says: 'source alone',
    },
    {
      log: `  Error: «pg_config executable not found».
hint: \`psycopg2-binary\` failed
`,
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
psycopg2-binary==2.9.10
`,
      says: '2.9.10',
    },
    {
      log: 'pg_config was found\n',
    },
  ],
});

/** The package that the log says could not be built. */
function built(found: Evidence['found']): string | undefined {
  return found('package-not-built')?.package;
}

/** Whether a manifest in the root folder lists a package; `undefined` without a project. */
function mentions(project: ProjectFacts | undefined, pattern: RegExp): boolean | undefined {
  if (!project) return undefined;
  return ['requirements.txt', 'pyproject.toml', 'Pipfile', 'api/requirements.txt'].some((name) =>
    pattern.test(project.text(name) ?? ''),
  );
}
