import { settingsOf } from '../../deployment/projectSettings.ts';
import type { RouteTable } from '../../deployment/routing/route.ts';
import { routeTableOf } from '../../deployment/routing/routeTable.ts';
import { functionNear, functionPaths, hasApiSource, isUnanswered } from '../../deployment/routing/unanswered.ts';
import { walkFrom } from '../../deployment/routing/walk.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { inside } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { fixedPath, hasRules, type RuleNodes, rulesAmong } from './ruleNodes.ts';

export default defineRule({
  name: 'route-destination-missing',
  area: 'routes',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A rewrite or route leads to a path at which nothing is deployed.',
  why: 'Nothing checks where a rule leads to. The deployment succeeds, and every request that the rule takes answers 404. With `builds` a function answers at the path of its file, extension included; without, at that path without the extension.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#rewrites',
  examples: [
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": «"/src/main.py"» }] }\n-- api/index.py\napp = 1\n-- src/db.py\n',
      fixed:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }\n-- api/index.py\napp = 1\n-- src/db.py\n',
    },
    {
      files:
        '-- vercel.json\n{\n  "builds": [{ "src": "api/index.py", "use": "@vercel/python" }],\n  "rewrites": [{ "source": "/(.*)", "destination": «"/api/index?path=$1"» }]\n}\n-- api/index.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{\n  "builds": [{ "src": "api/index.py", "use": "@vercel/python" }],\n  "rewrites": [{ "source": "/(.*)", "destination": "/api/index.py?path=$1" }]\n}\n-- api/index.py\napp = 1\n',
      note: 'with `builds` the extension belongs to the path',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/app/(.*)", "destination": «"/"» }] }\n-- api/a.py\napp = 1\n-- api/b.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index.py" }] }\n-- api/index.py\napp = 1\n',
      note: 'zero configuration takes the extension away',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "routes": [{ "src": "/(.*)", "dest": "main.py" }] }\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/gone" }] }\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
      note: 'a preset gives every path to the application',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/index.html" }] }\n-- package.json\n{ "scripts": { "build": "vite build" } }\n-- api/index.py\napp = 1\n',
      note: 'a build can make any file',
    },
    {
      files:
        '-- vercel.json\n{ "outputDirectory": "site", "rewrites": [{ "source": "/(.*)", "destination": "/index.html" }] }\n-- api/index.py\napp = 1\n',
      note: 'another program may fill the folder before the deployment',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/a", "destination": "/b" }, { "source": "/b", "destination": "/api/index" }] }\n-- api/index.py\napp = 1\n',
      note: 'the next rewrite goes on',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }\n-- api/index.py\napp =\ndef x(\n',
      note: 'half typed: the file is there',
    },
    {
      files: '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/ap\n-- api/index.py\napp = 1\n',
      note: 'half typed',
    },
  ],

  *check(document, context) {
    const { project, deployment } = context;
    if (deployment.errors.length > 0 || !hasRules(document)) return;
    const table = routeTableOf(project, deployment);
    if (table.preset || table.unknowns.length > 0) return;
    for (const rule of rulesAmong(table.routes, document)) {
      const path = missingPath(context, table, rule);
      const { destination } = rule;
      if (path === undefined || !destination) continue;
      const near = functionNear(table, path) ?? onlyFunction(table, path);
      const advice = near === undefined ? 'Point it at a function or a file that is.' : `Did you mean \`${near}\`?`;
      const written = stringOf(destination) ?? '';
      const fixed = near === undefined ? undefined : near + written.slice(written.search(/[?#]|$/));
      yield {
        span: spanOf(destination),
        message: `Nothing is deployed at \`${path}\`, so these requests answer 404. ${advice}`,
        ...(fixed === undefined
          ? {}
          : {
              fixes: [
                { title: `Lead to "${near}"`, safety: 'unsafe' as const, edits: replacement(destination, fixed) },
              ],
            }),
      };
    }
  },
});

/** A rule to what could be a function means the only one there is. */
function onlyFunction(table: RouteTable, path: string): string | undefined {
  const paths = functionPaths(table);
  const isPage = /\.(?!py$)\w+$/.test(path) || path === '/';
  return paths.length === 1 && !isPage ? paths[0] : undefined;
}

const looked: ReadonlySet<string> = new Set(['start', 'filesystem', 'rewrite', 'resource']);

function missingPath(
  { project, deployment }: RuleContext,
  table: RouteTable,
  { traced }: RuleNodes,
): string | undefined {
  const { route, phase } = traced;
  const path = fixedPath(traced);
  if (path === undefined || route.continue || !looked.has(phase)) return undefined;
  if (path.startsWith('/_vercel/') || hasApiSource(project, deployment, path) || mayBeBuilt(project, path))
    return undefined;
  return isUnanswered(walkFrom(table, traced, path)) ? path : undefined;
}

/** What a build or another program makes, no file here shows. */
function mayBeBuilt(project: Project, path: string): boolean {
  const isFilled = Boolean(settingsOf(project).outputDirectory.value);
  return (isFilled || project.files.has(inside(project.root, 'package.json'))) && !/^\/api\/|\.py$/.test(path);
}
