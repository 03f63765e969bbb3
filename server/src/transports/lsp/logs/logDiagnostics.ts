import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { diagnosticSource, signaturePage } from '../../../facts/product.ts';
import type { LogEntry } from '../../../logs/report.ts';
import type { Severity } from '../../../rules/rule.ts';
import type { ExplainedLog } from './logDocuments.ts';
import { blameOf, rangeOf } from './logPlaces.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The squiggles of a log: each entry where the log says it first. */
export function logDiagnostics(log: ExplainedLog): Diagnostic[] {
  return log.report.entries.map((entry) => diagnosticOf(log, entry));
}

/** The protocol's form of an entry. */
export function diagnosticOf(log: ExplainedLog, entry: LogEntry): Diagnostic {
  const location = blameOf(log, entry);
  return {
    range: rangeOf(log, entry.place),
    severity: severities[entry.severity],
    code: entry.signature.name,
    codeDescription: { href: signaturePage(entry.signature.name) },
    source: diagnosticSource,
    message: messageOf(entry),
    ...(location ? { relatedInformation: [{ location, message: 'It comes from here.' }] } : {}),
  };
}

function messageOf({ title, causes: [first, ...others] }: LogEntry): string {
  if (!first) return title;
  const more = others.length > 0 ? ' There are other causes: the hover names them.' : '';
  return `${title}\n${first.cause} ${first.advice}${more}`;
}
