import type { RouteTable, TracedRoute } from '../../deployment/routing/route.ts';
import { routeTableOf } from '../../deployment/routing/routeTable.ts';
import { strangeness, walkFrom } from '../../deployment/routing/walk.ts';
import { spanOf } from '../../documents/vercelJson.ts';
import { inside } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';
import { fixedPath, hasRules, type RuleNodes, rulesAmong } from './ruleNodes.ts';

export default defineRule({
  name: 'route-shadowed',
  area: 'routes',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A rule that no request reaches, because a rule before it takes them all.',
  why: 'The first rule that applies answers. Vercel looks at `routes`, then at `redirects` and `headers`, then for files, then at `rewrites`, each from top to bottom: what stands behind a catch-all has no effect.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#rewrites',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "rewrites": [\n    { "source": "/(.*)", "destination": "/api/index" },\n    { "source": «"/users/:id"», "destination": "/api/users" }\n  ]\n}\n-- api/index.py\napp = 1\n-- api/users.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{\n  "routes": [{ "src": "/.*", "dest": "/api/index.py" }],\n  "redirects": [{ "source": «"/old"», "destination": "/new" }],\n  "headers": [{ "source": «"/(.*)"», "headers": [{ "key": "x-a", "value": "b" }] }]\n}\n-- api/index.py\napp = 1\n',
      note: '`routes` come before all others',
    },
    {
      files:
        '-- vercel.json\n{ "redirects": [{ "source": "/a/:x", "destination": "/b" }, { "source": «"/a/:y"», "destination": "/c" }] }\n',
      note: 'the same paths under another name',
    },
    {
      files:
        '-- vercel.json\n{\n  "rewrites": [\n    { "source": "/users/:id", "destination": "/api/users" },\n    { "source": "/(.*)", "destination": "/api/index" }\n  ]\n}\n-- api/index.py\napp = 1\n-- api/users.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{\n  "headers": [\n    { "source": "/(.*)", "headers": [{ "key": "x-a", "value": "b" }] },\n    { "source": "/(.*)", "headers": [{ "key": "x-c", "value": "d" }] }\n  ]\n}\n',
      note: 'headers add up',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/static/$1" }, { "source": "/(.*)", "destination": "/api/index" }] }\n-- api/index.py\napp = 1\n',
      note: 'a rewrite to no file goes on',
    },
    {
      files:
        '-- vercel.json\n{\n  "redirects": [\n    { "source": "/(.*)", "has": [{ "type": "host", "value": "old.dev" }], "destination": "https://new.dev/$1" },\n    { "source": "/a", "destination": "/b" }\n  ]\n}\n',
      note: 'only for one host',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }],\n  "routes": [{ "src": "/a", "methods": ["GET"], "dest": "main.py" }, { "src": "/a", "dest": "main.py" }] }\n-- main.py\napp = 1\n',
      note: 'only for one method',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }, { "source": "/us\n-- api/index.py\napp = 1\n',
      note: 'half typed',
    },
  ],

  *check(document, { path, project, deployment }) {
    if (deployment.errors.length > 0 || !hasRules(document)) return;
    const table = routeTableOf(project, deployment);
    const rules = rulesAmong(table.routes, document);
    for (const rule of rules) {
      const { source } = rule;
      const before = rules.slice(0, rules.indexOf(rule)).find((other) => takesAllOf(table, other, rule));
      if (!before || !source) continue;
      const place = before.source ?? before.node;
      yield {
        span: spanOf(source),
        message: messageFor(before, rule),
        related: [
          { path: path || inside(project.root, 'vercel.json'), span: spanOf(place), message: 'This rule takes them.' },
        ],
      };
    }
  },
});

function messageFor({ origin: before, traced }: RuleNodes, { origin }: RuleNodes): string {
  const name = `\`${before.list}[${before.index}]\``;
  const what = takesEverything(traced) ? 'takes every path' : 'takes the same paths';
  const advice =
    before.list === origin.list
      ? 'Move this rule in front of it, or remove it.'
      : `Narrow that rule, or move this one to \`${before.list}\`.`;
  return `No request gets here: ${name} ${what} first. ${advice}`;
}

/** Whether no request that `rule` is for gets past `before`, which is looked at earlier. */
function takesAllOf(table: RouteTable, { traced: before }: RuleNodes, { traced: rule }: RuleNodes): boolean {
  const { has, missing, methods } = before.route;
  if (has?.length || missing?.length || methods || before.route.continue || strangeness(before)) return false;
  const isSame = before.route.src === rule.route.src && before.route.caseSensitive === rule.route.caseSensitive;
  return (takesEverything(before) || isSame) && endsFor(table, before, rule);
}

/** Patterns that every path fits, as Vercel writes them. */
const everything: ReadonlySet<string> = new Set([
  ...['^/(.*)$', '^/.*$', '^(.*)$', '^.*$', '^(/.*)$', '^/?(.*)$', '^(?:/(.*))$'],
  '^(?:/((?:[^/]+?)(?:/(?:[^/]+?))*))?$',
]);

function takesEverything({ route }: TracedRoute): boolean {
  return everything.has(route.src);
}

const later: Readonly<Record<string, readonly string[]>> = {
  start: ['filesystem', 'rewrite', 'resource'],
  filesystem: ['rewrite', 'resource'],
};

/** Whether the search ends with `before`, or at least its phase where `rule` is in the same one. */
function endsFor(table: RouteTable, before: TracedRoute, rule: TracedRoute): boolean {
  const isSamePhase = before.phase === rule.phase && (before.phase === 'start' || before.phase === 'filesystem');
  if (!isSamePhase && !later[before.phase]?.includes(rule.phase)) return false;
  const { dest, check, status } = before.route;
  if (dest === undefined) return status !== undefined || isSamePhase;
  if (/^(https?:)?\/\//.test(dest)) return true;
  if (isSamePhase && !check) return true;
  const path = fixedPath(before);
  if (path === undefined) return check === true && before.phase === 'filesystem' && table.preset !== undefined;
  const { answer, certain } = walkFrom(table, before, path);
  return certain && (answer.kind === 'function' || answer.kind === 'static') && !goesThrough(table, before, rule, path);
}

/** Whether the way from `before` to its answer leads through `rule`. */
function goesThrough(table: RouteTable, before: TracedRoute, rule: TracedRoute, path: string): boolean {
  const { steps } = walkFrom(table, before, path);
  return steps.some((step) => step.kind === 'rule' && step.origin === rule.origin);
}
