import type { LogEntryModel, LogModel } from '../logModel.ts';
import { escapeData, escapeProperty } from './github.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands for what failed and what contributed; notes would be noise on a pull request. */
export function logGithub({ entries }: LogModel): string {
  return entries
    .filter(({ entry }) => entry.part !== 'note')
    .map((model) => `${annotation(model)}\n`)
    .join('');
}

function annotation({ entry, blame }: LogEntryModel): string {
  const { severity, title, signature, causes } = entry;
  const lines = blame?.hasText ? [`line=${blame.range.start.line + 1}`] : [];
  const place = blame ? [`file=${escapeProperty(blame.shown)}`, ...lines] : [];
  const [first] = causes;
  const text = [title, ...(first ? [first.cause, first.advice] : [])].join('\n');
  return `::${commands[severity]} ${[...place, `title=${escapeProperty(signature.name)}`].join(',')}::${escapeData(text)}`;
}
