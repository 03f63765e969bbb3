import type { AnyDocument } from '../../documents/kinds.ts';
import { type JsonPath, jsonAt, stringOf, type VercelJson } from '../../documents/vercelJson.ts';
import { defaultMaxDuration } from '../../facts/functionLimits.ts';
import { memoryLimits, planLimits } from '../../facts/planLimits.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import type { Hover } from '../completion.ts';
import type { FeatureContext } from '../context.ts';
import { cronText } from '../cronWords.ts';
import { code, link } from '../markdown.ts';
import { isPath, placeUnder } from './place.ts';

/** What no schema says: when a schedule runs, what settings of functions are allowed, and whom they are for. */
export function vercelJsonHover(document: AnyDocument, offset: number, context: FeatureContext): Hover | undefined {
  if (document.kind !== 'vercel.json') return undefined;
  const place = placeUnder(document.text, offset);
  if (!place) return undefined;
  const markdown = textFor(document, place.path, place.part === 'key', context);
  return markdown === undefined ? undefined : { span: place.span, markdown };
}

function textFor(document: VercelJson, path: JsonPath, isKey: boolean, context: FeatureContext): string | undefined {
  if (isPath(path, ['crons', '*', 'schedule'])) {
    const schedule = stringOf(jsonAt(document, path));
    return schedule === undefined ? undefined : cronText(schedule, context.now);
  }
  if (isKey && isPath(path, ['functions', '*'])) return takenText(String(path[1]), context);
  const setting = isPath(path, ['functions', '*', '*']) ? String(path[2]) : '';
  return Object.hasOwn(limits, setting) ? limits[setting] : undefined;
}

/** Which functions a pattern of `functions` is for; nothing where the build stops. */
function takenText(pattern: string, { path, project, deployment }: FeatureContext): string | undefined {
  if (path !== inside(project.root, 'vercel.json')) return undefined;
  const taken = deployment().functions.filter(({ settings }) => settings?.pattern === pattern);
  if (taken.length === 0) return undefined;
  const shown = taken.slice(0, mostShown).map(({ path: file }) => code(relativeTo(project.root, file)));
  const rest = taken.length > mostShown ? ` and ${taken.length - mostShown} more` : '';
  return `These settings are for ${shown.join(', ')}${rest}.`;
}

const mostShown = 5;

const limits: Readonly<Record<string, string>> = {
  maxDuration: paragraphs(
    `Seconds that one request may take: 1 to ${planLimits.schema}, or \`"max"\` for as long as the plan allows. The Hobby plan allows ${planLimits.hobby}, Pro and Enterprise ${planLimits.pro}. Without it: ${defaultMaxDuration}.`,
    link('Source: Vercel, duration of functions', 'https://vercel.com/docs/functions/configuring-functions/duration'),
  ),
  memory: paragraphs(
    `Megabytes: ${memoryLimits.minimum} to ${memoryLimits.maximum}. The Hobby plan allows ${memoryLimits.hobby}, Pro ${memoryLimits.pro} (as documented in December 2025).`,
    link('Source: Vercel, limits of functions', 'https://vercel.com/docs/functions/limitations'),
  ),
  excludeFiles: paragraphs(
    'One glob of at most 256 characters, from the root folder, of files that stay out of the function. Only a pattern that ends in `/**` takes a folder: `tests/**`, or `{tests,docs}/**` for two.',
    'Vercel leaves out `.venv`, `venv`, `node_modules`, `__pycache__` and `public` by itself, but not tests.',
    link('Source: Vercel, Python runtime', 'https://vercel.com/docs/functions/runtimes/python'),
  ),
  includeFiles: paragraphs(
    'One glob of at most 256 characters, from the root folder, of files that are in the function whatever else leaves them out.',
    link('Source: Vercel, Python runtime', 'https://vercel.com/docs/functions/runtimes/python'),
  ),
};

function paragraphs(...texts: readonly string[]): string {
  return texts.join('\n\n');
}
