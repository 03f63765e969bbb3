import { titleOf } from '../../deployment/framework.ts';
import { lookup } from '../../deployment/routing/lookup.ts';
import { routeTableOf } from '../../deployment/routing/routeTable.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { type JsonNode, propertyOf, spanOf } from '../../documents/vercelJson.ts';
import { inside } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { defineRule } from '../rule.ts';
import { fixedPath, hasRules, type RuleNodes, rulesAmong } from './ruleNodes.ts';

export default defineRule({
  name: 'rewrite-path-reaches-app',
  area: 'routes',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A rewrite to a function hides the path of the request from the application.',
  why: 'With a Python framework preset every path reaches the application without a rewrite. Since July 2026 the application sees the path that a rewrite leads to: behind `/(.*)` to `/api/index` it is asked for `/api/index` each time, and answers 404 to everything.',
  source:
    '`vercel` 64.0.2 warns of it when it builds: "Internal rewrites in backend framework projects now route requests using the rewritten destination path."',
  ignore: 'The application has a route of that name and is meant to see it.',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "framework": "fastapi",\n  "rewrites": [{ "source": "/(.*)", "destination": «"/api/index"» }]\n}\n-- api/index.py\napp = 1\n',
      fixed: '-- vercel.json\n{\n  "framework": "fastapi"\n}\n-- api/index.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [\n  { "source": "/docs", "destination": "/help" },\n  { "source": "/:path*", "destination": «"/main.py"» }\n] }\n-- requirements.txt\nflask\n-- main.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{ "rewrites": [\n  { "source": "/docs", "destination": "/help" }\n] }\n-- requirements.txt\nflask\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/v1/(.*)", "destination": "/api/$1" }] }\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
      note: 'the path goes along',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/" }] }\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
      note: 'one page for every path',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/health", "destination": "/main" }] }\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
      note: 'one path, another name',
    },
    {
      files:
        '-- vercel.json\n{ "framework": null, "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }\n-- requirements.txt\nfastapi\n-- api/index.py\napp = 1\n',
      note: 'without a preset the application sees the path that was asked for',
    },
    {
      files:
        '-- vercel.json\n{ "framework": "fastapi", "rewrites": [{ "source": "/(.*)", "destination": "/api/ind\n-- api/index.py\napp = 1\n',
      note: 'half typed',
    },
  ],

  *check(document, { project, deployment }) {
    const { framework, errors } = deployment;
    if (errors.length > 0 || !framework.python || !hasRules(document)) return;
    const table = routeTableOf(project, deployment);
    if (!table.preset) return;
    for (const rule of rulesAmong(table.routes, document)) {
      const path = fixedPath(rule.traced);
      const { destination } = rule;
      if (path === undefined || !destination || lookup(table, path) || !hidesPaths(project, rule, path)) continue;
      yield {
        span: spanOf(destination),
        message: `The app sees \`${path}\` instead of the path asked for. Remove the rewrite: the ${titleOf(framework.python)} preset serves every path.`,
        fixes: [{ title: 'Remove the rewrite', safety: 'unsafe', edits: removal(document.text, emptied(rule.node)) }],
      };
    }
  },
});

function hidesPaths(project: Project, { traced, origin }: RuleNodes, path: string): boolean {
  const { route } = traced;
  const isOpen = /[(*+]/.test(route.src);
  return origin.list === 'rewrites' && isOpen && !route.transforms && namesModule(project, path);
}

/** Whether `path` is that of a Python file of the project, with its extension or without. */
function namesModule({ root, files }: Project, path: string): boolean {
  const name = path.replace(/^\/+|\/+$/g, '');
  if (name === '') return false;
  return name.endsWith('.py') || files.has(inside(root, `${name}.py`)) || files.has(inside(root, `${name}/index.py`));
}

/** The rule, or `rewrites` where it is the only one. */
function emptied(rule: JsonNode): JsonNode {
  const list = rule.parent;
  const property = list && list.children?.length === 1 ? propertyOf(list) : undefined;
  return property ?? rule;
}
