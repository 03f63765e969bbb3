import type { LogEntryModel, LogModel } from '../logModel.ts';
import { asJson } from './json.ts';

/** The explanation for programs. Its form is a contract: lines and columns are zero-based, columns are UTF-16 units. */
export function logJson({ report, entries }: LogModel): string {
  const { era, outcome, unexplained, lineCount } = report;
  return asJson({
    version: 1,
    builder: {
      cli: era.cli ?? null,
      from: era.builder.from ?? null,
      to: era.builder.to ?? null,
      evidence: era.evidence,
    },
    runtime: { kind: era.runtime ?? null, python: era.python ?? null },
    outcome: outcome?.kind ?? null,
    lines: lineCount,
    entries: entries.map(entryJson),
    unexplained: unexplained.count,
    unexplainedLines: unexplained.first,
  });
}

function entryJson({ entry, blame, fixes }: LogEntryModel): object {
  const { signature, part, severity, title, place, count, causes, isCertain, today, rule } = entry;
  return {
    signature: signature.name,
    part,
    line: place.line,
    range: {
      start: { line: place.line, character: place.start },
      end: { line: place.line, character: place.end },
    },
    count,
    severity,
    message: title,
    causes: causes.map(({ cause, advice, decides }) => ({ cause, advice, decides: decides ?? null })),
    isCertain,
    today: today ?? null,
    cause: blame ? { file: blame.file, range: blame.range } : null,
    rule: rule ?? null,
    fixes,
  };
}
