import { getNodeValue } from 'jsonc-parser';
import { utf8 } from '../../documents/sourceFile.ts';
import { elementsOf, jsonAt, parseJson, stringOf, type VercelJson } from '../../documents/vercelJson.ts';
import { lookup } from '../routing/lookup.ts';
import type { Output, RouteTable, TracedRoute } from '../routing/route.ts';
import type { FunctionGlobs } from './buildEntries.ts';
import { added, afterSteps, inPlaceOf, type JsonStep, removed, replaced } from './jsonSteps.ts';
import { routesAsRules } from './routesAsRules.ts';

/** A vercel.json that may do what the one with `builds` does. */
export interface Candidate {
  readonly text: string;
  /** The text of pyproject.toml, where it has to name the entrypoint. */
  readonly pyproject?: string;
  /** The preset that it names; `null` for none. */
  readonly framework: string | null;
  /** How many rules it can do without. */
  readonly dropped: number;
}

/** What candidates are made of. */
export interface Ingredients {
  readonly document: VercelJson;
  readonly functions: ReadonlyMap<string, FunctionGlobs>;
  /** What answers as things are. */
  readonly table: RouteTable;
}

/** Build settings have no effect beside `builds`, and would have one without. */
const settings = ['framework', 'buildCommand', 'installCommand', 'outputDirectory', 'devCommand'] as const;

/** The steps that every candidate takes. */
function common({ functions }: Ingredients, framework: string | null): JsonStep[] {
  const globs = [...functions].filter(([, one]) => Object.keys(one).length > 0);
  return [
    ...settings.map((name) => removed([name])),
    inPlaceOf('builds', { framework }),
    ...(globs.length > 0 ? [added('functions', Object.fromEntries(globs))] : []),
  ];
}

/**
 * Under a preset every path reaches the one function, so the rules that lead there go.
 * @returns none where no rule takes every path to it: the preset would answer more than is answered now
 */
export function presetCandidates(given: Ingredients, framework: string): readonly Candidate[] {
  const { document, table } = given;
  const leading = table.routes.filter((traced) => leadsTo(table, traced) !== undefined);
  if (!leading.some(takesEverything)) return [];
  const steps = (['routes', 'rewrites'] as const).flatMap((list) =>
    withoutRules(document, list, indexesIn(leading, list)),
  );
  const text = afterSteps(document.text, [...common(given, framework), ...steps]);
  return inBothForms(text).map((one) => ({ text: one, framework, dropped: leading.length }));
}

/** Without a preset each file below `api` is a function of its own, at its path without `.py`: destinations follow. */
export function apiCandidates(given: Ingredients): readonly Candidate[] {
  const { document, table } = given;
  const renamed = table.routes.flatMap((traced): JsonStep[] => {
    const output = leadsTo(table, traced);
    const { origin } = traced;
    if (!output || origin.by !== 'rule') return [];
    const rule = [origin.list, origin.index] as const;
    return ['dest', 'destination'].flatMap((key) => {
      const value = stringOf(jsonAt(document, [...rule, key]));
      return value === undefined
        ? []
        : [replaced([...rule, key], value.replace(output.name, output.name.replace(/\.py$/, '')).replace(/^\/?/, '/'))];
    });
  });
  const text = afterSteps(document.text, [...renamed, ...common(given, null)]);
  return inBothForms(text).map((one) => ({ text: one, framework: null, dropped: 0 }));
}

/** The text with `routes` as redirects, headers and rewrites, where those would do and none are there; and as it is. */
function inBothForms(text: string): readonly string[] {
  const document = parseJson(utf8(text));
  const routes = jsonAt(document, ['routes']);
  if (!routes || others.some((name) => jsonAt(document, [name]))) return [text];
  const rules = routesAsRules(getNodeValue(routes));
  const written = Object.entries(rules ?? {}).filter(([, list]) => list.length > 0);
  if (written.length === 0) return [text];
  return [afterSteps(text, [inPlaceOf('routes', Object.fromEntries(written))]), text];
}

/** What Vercel puts around `routes`. */
const others = ['redirects', 'headers', 'rewrites', 'cleanUrls', 'trailingSlash'] as const;

/** The function that a rule leads every request to that it applies to, and does nothing else. */
function leadsTo(table: RouteTable, { route, origin }: TracedRoute): Output | undefined {
  const { dest, status, headers, transforms, destination } = route;
  if (origin.by !== 'rule' || dest === undefined || route.continue) return undefined;
  if (status !== undefined || headers || transforms || destination !== undefined || /[$?#:]/.test(dest))
    return undefined;
  const output = lookup(table, dest);
  return output?.kind === 'function' ? output : undefined;
}

/** Whether a route applies to every request, as `/(.*)` does. */
function takesEverything({ route: { src, methods, has, missing } }: TracedRoute): boolean {
  if (methods || has?.length || missing?.length) return false;
  return everything.has(src.replace(/^\^/, '').replace(/\$$/, ''));
}

/** Patterns that fit every path, as people write them and as Vercel writes them out. */
const everything: ReadonlySet<string> = new Set([
  ...['/(.*)', '/.*', '(.*)', '.*', '/?(.*)', '(/.*)', '/(.*)?', '(?:/(.*))', '/(?<path>.*)', '(/.*)?'],
]);

function indexesIn(leading: readonly TracedRoute[], list: 'routes' | 'rewrites'): ReadonlySet<number> {
  return new Set(leading.flatMap(({ origin }) => (origin.by === 'rule' && origin.list === list ? [origin.index] : [])));
}

/** Takes rules out of a list, with the heads of phases that are left without one, and the list where nothing is left. */
function withoutRules(document: VercelJson, list: 'routes' | 'rewrites', gone: ReadonlySet<number>): JsonStep[] {
  const rules = elementsOf(jsonAt(document, [list]));
  if (gone.size === 0) return [];
  const isHead = (index: number) => jsonAt(document, [list, index, 'handle']) !== undefined;
  const left: number[] = [];
  for (const index of [...rules.keys()].reverse()) {
    const next = left.at(-1);
    const isEmptyPhase = isHead(index) && (next === undefined || isHead(next));
    if (!gone.has(index) && !isEmptyPhase) left.push(index);
  }
  if (left.length === 0) return [removed([list])];
  return [...rules.keys()].reverse().flatMap((index) => (left.includes(index) ? [] : [removed([list, index])]));
}
