import { deployedModules } from '../../deployment/importClosure.ts';
import type { HeavyDistribution } from '../../facts/heavyDistributions.ts';
import { documentAt } from '../../project/files.ts';
import { importChain, isAlwaysImported } from '../importChain.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { heavyImports } from './heavyImports.ts';
import { movedImport } from './movedImport.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'heavy-import',
  area: 'cold-start',
  subject: 'python',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: 'A heavy package is imported at the top level of the code that every cold start runs.',
  why: 'A new instance imports the entrypoint, and all that it imports, before it answers its first request. A package of tens of megabytes takes seconds of that, also for requests that never need it. Imported inside the function that uses it, only the first such request pays.',
  ignore: 'Every request needs the package.',
  source: 'https://vercel.com/docs/functions/runtimes/python',
  examples: [
    {
      files: `${head}«import pandas as pd»\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/report")\ndef report():\n    """The report."""\n    return pd.read_csv("data.csv").to_dict()\n`,
      fixed: `${head}from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/report")\ndef report():\n    """The report."""\n    import pandas as pd\n    return pd.read_csv("data.csv").to_dict()\n`,
    },
    {
      files: `${head}from app import score\n-- app/score.py\n«from sklearn.linear_model import LinearRegression»\n\nmodel = LinearRegression()\n`,
      note: 'used while the module is imported, so there is nothing to move',
    },
    {
      files: `${head}«import torch»\n\n\ndef a():\n    return torch.ones(1)\n\n\ndef b():\n    return torch.zeros(1)\n-- tools.py\nimport torch\n`,
      note: 'two functions use it, so there is no fix',
    },
    { files: `${head}def report():\n    import pandas as pd\n    return pd.DataFrame()\n` },
    {
      files: `${head}from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import pandas as pd\ntry:\n    import torch\nexcept ImportError:\n    torch = None\n`,
      note: 'not imported on Vercel, or perhaps not',
    },
    {
      files: `${head}import ray\nfrom . import plotly\nimport pandas_market\n-- ray.py\n-- plotly.py\n`,
      note: 'modules of the project',
    },
    { files: `${head}import pand\nfrom torch`, note: 'half typed' },
  ],

  *check(document, context) {
    if (!isAlwaysImported(context)) return;
    const found = heavyImports(document, context.project, context.path);
    if (found.length === 0) return;
    const seen = importedBefore(context);
    for (const { statement, module, distribution } of found) {
      if (seen.has(distribution.name)) continue;
      seen.add(distribution.name);
      const move = movedImport(document, statement);
      const fix: Fix[] = move
        ? [{ title: `Import ${module} inside \`${move.into}\``, safety: 'unsafe', edits: move.edits }]
        : [];
      yield {
        span: statement.span,
        message: `${module}${weight(distribution)} is loaded on every cold start, before the first request. Import it where it is used.`,
        related: importChain(context),
        fixes: fix,
      };
    }
  },
});

function weight({ megabytes }: HeavyDistribution): string {
  return megabytes === undefined ? '' : ` (about ${megabytes} MB packed)`;
}

/** What modules nearer to the entrypoint import already. */
function importedBefore({ path, project, deployment }: RuleContext): Set<string> {
  const names = new Set<string>();
  for (const [nearer, { conditional }] of deployedModules(project, deployment)) {
    if (nearer === path) break;
    const document = conditional ? undefined : documentAt(project.files, nearer, 'python');
    if (!document) continue;
    for (const { distribution } of heavyImports(document, project, nearer)) names.add(distribution.name);
  }
  return names;
}
