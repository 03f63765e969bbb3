import type { Severity } from '../../rules/rule.ts';
import { exclusion } from '../../text/exclusion.ts';

/** The settings of one workspace folder. */
export interface Settings {
  readonly enable: boolean;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Whether the package index may be asked. */
  readonly online: boolean;
  /** The index that is asked; empty for PyPI. It may hold credentials. */
  readonly packageIndex: string;
  /** The paths of a deployment that are asked when it is checked; none for those of its OpenAPI document. */
  readonly checkPaths: readonly string[];
  /** Whether the settings say that `path` is not checked. */
  excludes(path: string): boolean;
}

/** The section of the client's settings that is ours. */
export const settingsSection = 'vercelPreflight';

export const defaultSettings: Settings = {
  ...{ enable: true, severities: {}, online: false, packageIndex: '', checkPaths: [] },
  excludes: () => false,
};

/** Reads what the client sent. Whatever has another type than it should counts as not set. */
export function settingsFrom(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings;
  return {
    enable: value.enable !== false,
    online: value.online === true,
    packageIndex: typeof value.packageIndex === 'string' ? value.packageIndex.trim() : '',
    severities: isRecord(value.rules) ? severitiesFrom(value.rules) : {},
    checkPaths: stringsIn(value.checkPaths),
    excludes: exclusion(stringsIn(value.exclude)),
  };
}

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}

function severitiesFrom(rules: Record<string, unknown>): Settings['severities'] {
  return Object.fromEntries(
    Object.entries(rules).filter((entry): entry is [string, Severity | 'off'] => isSeverity(entry[1])),
  );
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
