import type { PythonDocument } from '../../documents/python/document.ts';
import { type CallSite, calls, importTimeStatements, isClosed } from '../../documents/python/scope.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { hasBundledEnvFile } from './envFile.ts';
import { removalOf } from './statementRemoval.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'dotenv-at-import',
  area: 'environment',
  subject: 'python',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: '`load_dotenv()` finds no `.env` on Vercel.',
  why: 'A `.env` belongs in no repository, so on Vercel there is none: the call reads nothing and says nothing. The variables come from the settings of the Vercel project, and are there before the code runs.',
  ignore: 'The code also runs where the file is, as on your own machine, and nothing else loads it there.',
  source: 'https://vercel.com/docs/environment-variables',
  examples: [
    {
      files: `${head}import os

from dotenv import load_dotenv

«load_dotenv()»

KEY = os.getenv("KEY")
`,
      fixed: `${head}import os

KEY = os.getenv("KEY")
`,
    },
    {
      files: `${head}import os\nfrom dotenv import (\n    dotenv_values,\n    find_dotenv,\n    load_dotenv as load,\n)\n\n«load(find_dotenv(), override=True)»  # local only\nVALUES = dotenv_values(".env.shared")\n`,
      fixed: `${head}import os\nfrom dotenv import (\n    dotenv_values,\n)\n\nVALUES = dotenv_values(".env.shared")\n`,
    },
    {
      files: `${head}try:\n    from dotenv import load_dotenv\n    «load_dotenv()»\nexcept ImportError:\n    pass\n\napp = 1\n`,
      fixed: `${head}app = 1\n`,
      note: 'a `try` that does nothing else goes as a whole',
    },
    {
      files: `${head}import dotenv\n\nloaded = «dotenv.load_dotenv()»\n`,
      note: 'its result is used, so there is no fix',
    },
    {
      files: `${head}import os\nfrom dotenv import load_dotenv\n\nif not os.getenv("VERCEL"):\n    load_dotenv()\n`,
      note: 'not on Vercel',
    },
    { files: `${head}from dotenv import load_dotenv\n\ndef configure():\n    load_dotenv()\n`, note: 'not at import' },
    { files: `${head}from tools import load_dotenv\n\nload_dotenv()\n`, note: 'another function' },
    { files: `${head}from dotenv import load_dotenv\n\nload_dotenv(`, note: 'half typed' },
  ],

  *check(document, context) {
    for (const site of calls(document)) {
      if (!site.atImport || !loaders.has(site.name ?? '') || !isClosed(document, site.call)) continue;
      if (isInIf(document, site)) continue;
      const bundled = hasBundledEnvFile(context);
      yield {
        span: site.call.span,
        message: bundled
          ? '`load_dotenv()` reads a .env that is deployed with the code. Set its variables in the Vercel project instead.'
          : '`load_dotenv()` finds no .env on Vercel and does nothing there. Set the variables in the Vercel project.',
        fixes: fixesFor(document, site),
        ...(bundled ? {} : { tag: 'unnecessary' as const }),
      };
    }
  },
});

const loaders: ReadonlySet<string> = new Set(['dotenv.load_dotenv', 'dotenv.main.load_dotenv']);

/** Whether an `if` decides over the call: somebody thought of where it runs. */
function isInIf(document: PythonDocument, { call }: CallSite): boolean {
  return [...importTimeStatements(document)].some(
    ({ statement }) =>
      statement.kind === 'if' && statement.span.start <= call.span.start && call.span.end <= statement.span.end,
  );
}

/** Offered only: on the author's own machine the call is what sets the variables. */
function fixesFor(document: PythonDocument, { call }: CallSite): Fix[] {
  const found = [...importTimeStatements(document)].find(
    ({ statement }) => statement.kind === 'expression' && statement.expression === call,
  );
  const edits = found && removalOf(document, found.statement);
  if (!edits) return [];
  const called = textAt(document.text, call.callee.span);
  return [{ title: `Remove \`${called}()\` and its import`, safety: 'unsafe', edits }];
}
