export interface DriftRow {
  readonly what: string;
  readonly where: string;
  readonly ours: string;
  readonly theirs: string;
  readonly agrees: boolean;
}

export function driftBetween(
  facts: Readonly<Record<string, unknown>>,
  release: {
    readonly version: string;
    readonly analysisVersion: string;
    readonly python: string;
    readonly analysis: string;
  },
): DriftRow[];
