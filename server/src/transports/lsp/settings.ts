import type { Severity } from '../../rules/rule.ts';
import { globToRegExp } from '../../text/glob.ts';

/** The settings of one workspace folder. */
export interface Settings {
  readonly enable: boolean;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Whether the settings say that `path` is not checked. */
  excludes(path: string): boolean;
}

/** The section of the client's settings that is ours. */
export const settingsSection = 'vercelPreflight';

export const defaultSettings: Settings = { enable: true, severities: {}, excludes: () => false };

/** Reads what the client sent. Whatever has another type than it should counts as not set. */
export function settingsFrom(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings;
  const patterns = Array.isArray(value.exclude) ? value.exclude.filter((pattern) => typeof pattern === 'string') : [];
  return {
    enable: value.enable !== false,
    severities: isRecord(value.rules) ? severitiesFrom(value.rules) : {},
    excludes: exclusion(patterns),
  };
}

function severitiesFrom(rules: Record<string, unknown>): Settings['severities'] {
  return Object.fromEntries(
    Object.entries(rules).filter((entry): entry is [string, Severity | 'off'] => isSeverity(entry[1])),
  );
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off';
}

/** A pattern that matches a folder, with or without the slash at its end, excludes all that is in it. */
function exclusion(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map((pattern) => globToRegExp(pattern.replace(/^\.?\/+/, '')));
  const isMatched = (path: string) => expressions.some((expression) => expression.test(path));
  return (path) => {
    const parts = path.split('/');
    return parts.some((_, index) => {
      const start = parts.slice(0, index + 1).join('/');
      return isMatched(start) || isMatched(`${start}/`);
    });
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
