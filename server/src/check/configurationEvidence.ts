import { functionPatternsOf } from '../deployment/functionPatterns.ts';
import { configurationOf } from '../deployment/vercelJson/configuration.ts';
import { environmentSettings } from '../deployment/vercelJson/environmentSettings.ts';
import { elementsOf, jsonAt, propertiesOf, type VercelJson } from '../documents/vercelJson.ts';
import { configurationOf as configurationFileOf } from '../project/configuration.ts';
import { vercelJsonOf } from '../project/project.ts';
import { applies, type Checked, count, type Evidence, listed, notApplicable, shown } from './evidenceParts.ts';

/** What vercel.json sets, in numbers, and which functions its patterns take. */
export function configurationEvidence({ project, deployment }: Checked): Evidence {
  const document = vercelJsonOf(project);
  if (!document) {
    const own = configurationFileOf(project);
    const none = 'There is no vercel.json: the defaults of Vercel hold.';
    return own ? applies(`${shown(project, own.path)} was read. ${none}`) : notApplicable(none);
  }
  if (!configurationOf(document)) return notApplicable('vercel.json cannot be read.');
  const parts = settingsIn(document);
  if (parts.length === 0)
    return applies(`vercel.json is valid and sets nothing${hasRoutes(document) ? ' beside routes' : ''}.`);
  const patterns = functionPatternsOf(project, deployment)?.patterns ?? [];
  const takes = patterns
    .filter((pattern) => pattern.takes.length > 0)
    .map(
      (pattern) =>
        `"${pattern.pattern}" takes ${pattern.takes.length > 1 ? count(pattern.takes.length, 'function') : namedFunction(pattern)}`,
    );
  return applies(`vercel.json sets ${listed(parts, 6)}.${takes.length > 0 ? ` ${listed(takes, 2)}.` : ''}`);
}

function namedFunction({ pattern, takes }: { readonly pattern: string; readonly takes: readonly string[] }): string {
  return takes[0] === pattern ? 'its function' : (takes[0] ?? '');
}

/** Routes have a verdict of their own; `$schema` and `version` set nothing. */
function settingsIn(document: VercelJson): string[] {
  const variables = environmentSettings(document).length;
  const numbers = [
    { noun: 'build', number: elementsOf(jsonAt(document, ['builds'])).length },
    { noun: 'cron job', number: elementsOf(jsonAt(document, ['crons'])).length },
    { noun: 'variable', number: variables },
  ].flatMap(({ noun, number }) => (number > 0 ? [count(number, noun)] : []));
  const functions = propertiesOf(jsonAt(document, ['functions'])).length;
  const others = propertiesOf(document.root)
    .map(({ name }) => name)
    .filter((name) => !counted.has(name));
  return [
    ...numbers,
    ...(functions > 0 ? [count(functions, 'pattern of functions', 'patterns of functions')] : []),
    ...others.map((name) => `\`${name}\``),
  ];
}

function hasRoutes(document: VercelJson): boolean {
  return routeKeys.some((key) => elementsOf(jsonAt(document, [key])).length > 0);
}

const routeKeys = ['routes', 'redirects', 'headers', 'rewrites'];

const counted: ReadonlySet<string> = new Set([
  ...['$schema', 'version', 'builds', 'crons', 'env', 'build', 'functions'],
  ...routeKeys,
]);
