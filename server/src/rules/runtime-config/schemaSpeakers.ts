import type { SchemaFault } from '../../deployment/vercelJson/faults.ts';
import { elementsOf, stringOf } from '../../documents/vercelJson.ts';

/** The rule that knows most about a place which Vercel's schema refuses; the others are silent there. */
export type Speaker =
  | 'function-limit-out-of-range'
  | 'files-glob-not-a-string'
  | 'cron-schedule-invalid'
  | 'vercel-json-schema';

export function speakerOf({ error, node }: SchemaFault): Speaker {
  const [list, , property] = error.path;
  if (list === 'functions' && error.path.length === 3) {
    if (property === 'maxDuration' || property === 'memory') return 'function-limit-out-of-range';
    if ((property === 'includeFiles' || property === 'excludeFiles') && isListOfGlobs(elementsOf(node))) {
      return 'files-glob-not-a-string';
    }
  }
  const isShort = list === 'crons' && property === 'schedule' && error.keyword === 'minLength';
  return isShort ? 'cron-schedule-invalid' : 'vercel-json-schema';
}

function isListOfGlobs(elements: readonly Parameters<typeof stringOf>[0][]): boolean {
  return elements.length > 0 && elements.every((element) => stringOf(element) !== undefined);
}
