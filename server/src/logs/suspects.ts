import type { LogLine } from './line.ts';

/** How a build ended, where the log says so. */
export interface Outcome {
  readonly kind: 'built' | 'failed';
  readonly line: number;
}

/** Literals that a line needs for `outcomeOf` to see something in it. */
export const outcomeLiterals: readonly string[] = [
  'Build Completed in ',
  'Deployment completed',
  'Deploying outputs',
  'exited with 1',
  'Build Failed',
];

export function outcomeOf({ text, number }: LogLine): Outcome | undefined {
  if (/^(?:Error: )?(?:Command ".*" exited with [1-9]|Build Failed)/.test(text))
    return { kind: 'failed', line: number };
  if (/Build Completed in |Deployment completed|^Deploying outputs/.test(text)) return { kind: 'built', line: number };
  return undefined;
}

/** Literals that a line needs for `looksLikeFailure`. */
export const suspectLiterals: readonly string[] = ['rror', 'ERR', 'FATAL', 'atal', '× ', 'xception', 'CRITICAL'];

const failure =
  /^\s*(?:\[?(?:ERROR|CRITICAL|FATAL)\]?\b|(?:npm |pip )?(?:Error|ERROR|error|fatal|FATAL|Fatal)(?: \w+)?:|× |(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)(?::|$))/;

/** Whether a line says of itself that something failed. */
export function looksLikeFailure(text: string): boolean {
  return failure.test(text);
}
