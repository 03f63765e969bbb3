import { homepage, version } from '../../../../../package.json';
import { wordsOf } from '../../../logs/signature.ts';
import type { LogEntryModel, LogModel } from '../logModel.ts';
import { asJson } from './json.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0: each finding at the place in the project that it comes from, else at its line of the log. */
export function logSarif({ entries, file }: LogModel): string {
  const used = [...new Set(entries.map(({ entry }) => entry.signature))];
  const rules = used.map(({ name, title }) => ({ id: name, shortDescription: { text: wordsOf(title, {}) } }));
  const driver = { name: 'Vercel Python Preflight', version, informationUri: homepage, rules };
  const results = entries.map((model) => resultSarif(model, file));
  return asJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  });
}

function resultSarif({ entry, blame }: LogEntryModel, log: string | undefined): object {
  const { signature, severity, title, causes, place } = entry;
  const text = [title, ...causes.slice(0, 1).flatMap(({ cause, advice }) => [cause, advice])].join(' ');
  const region = { startLine: place.line + 1, startColumn: place.start + 1, endColumn: place.end + 1 };
  const inLog = log === undefined ? [] : [location(log, region)];
  const inProject = blame ? [location(blame.shown, blame.hasText ? lineOf(blame) : undefined)] : [];
  return {
    ruleId: signature.name,
    level: levels[severity],
    message: { text },
    locations: [...inProject, ...inLog].slice(0, 1),
  };
}

function lineOf({ range: { start, end } }: NonNullable<LogEntryModel['blame']>): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function location(path: string, region: object | undefined): object {
  const artifactLocation = { uri: path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/') };
  return { physicalLocation: region ? { artifactLocation, region } : { artifactLocation } };
}
