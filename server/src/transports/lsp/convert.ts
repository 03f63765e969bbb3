import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Range,
} from 'vscode-languageserver';
import type { Problem } from '../../check/problem.ts';
import { diagnosticSource, rulePage } from '../../facts/product.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Span } from '../../text/span.ts';
import type { Checked, Folder } from './folder.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

const startOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The protocol's form of `problem`. */
export function diagnosticOf(problem: Problem, checked: Checked, folder: Folder): Diagnostic {
  const codeDescription: CodeDescription = { href: rulePage(problem.rule.name) };
  return {
    range: rangeIn(checked, problem.path, problem.span),
    severity: severities[problem.severity],
    code: problem.rule.name,
    codeDescription,
    source: diagnosticSource,
    message: problem.message,
    ...(problem.tag ? { tags: [tags[problem.tag]] } : {}),
    ...(problem.related.length > 0 ? { relatedInformation: relatedPlaces(problem, checked, folder) } : {}),
  };
}

function relatedPlaces(problem: Problem, checked: Checked, folder: Folder): { location: Location; message: string }[] {
  return problem.related.map(({ path, span, message }) => ({
    location: { uri: folder.uriOf(path), range: rangeIn(checked, path, span) },
    message,
  }));
}

/** The range of `span` in the file at `path`; the start of the file where there is none. */
export function rangeIn(checked: Checked, path: string, span: Span): Range {
  return checked.lines(path)?.rangeOf(span) ?? startOfFile;
}

/** Says that a file is too large, so that nobody takes silence for praise. */
export function tooLarge(): Diagnostic {
  return {
    range: startOfFile,
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message: 'This file is too large to check: it has more than 1,048,576 characters.',
  };
}
