import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { bundleLimits, bundleLimitVariables, megabyte } from '../../server/src/facts/bundleLimits.ts';

const builder = readFileSync(createRequire(import.meta.url).resolve('@vercel/python'), 'utf8');

/** The number that the builder's code gives a constant. */
function constant(name: string): number {
  const factors = new RegExp(`\\bvar ${name} = ([\\d* ]+);`).exec(builder)?.[1];
  if (!factors) throw new Error(`the builder has no ${name} any more`);
  return factors.split('*').reduce((product, factor) => product * Number(factor), 1);
}

/** The code of a member or function of the builder, from its head to the next head of the same depth. */
function code(head: string): string {
  const start = builder.indexOf(head);
  if (start < 0) throw new Error(`the builder has no ${head} any more`);
  const indent = /^ */.exec(builder.slice(builder.lastIndexOf('\n', start) + 1))?.[0] ?? '';
  return builder.slice(start, builder.indexOf(`\n${indent}}`, start));
}

type Externalizer = { shouldEnableRuntimeInstall(): boolean };

/** The builder's own decision whether packages are installed at the start, executed. */
function installsAtStart(totalBundleSize: number, state: object, isLarge = false): boolean {
  const body = code('shouldEnableRuntimeInstall() {').replace(/^[^{]*\{/, '');
  const limits = 'LAMBDA_SIZE_THRESHOLD_BYTES, LAMBDA_EPHEMERAL_STORAGE_BYTES, isLargeFunctionsEnabled';
  const decide = new Function(limits, body);
  const self = {
    runtimeInstallDisabled: false,
    hasCustomCommand: false,
    uvLockPath: 'uv.lock',
    ...state,
    totalBundleSize,
  };
  const numbers = ['LAMBDA_SIZE_THRESHOLD_BYTES', 'LAMBDA_EPHEMERAL_STORAGE_BYTES'].map(constant);
  return decide.call(self satisfies object as object as Externalizer, ...numbers, () => isLarge);
}

describe('facts/bundleLimits.ts', () => {
  it('has the numbers of the builder', () => {
    expect(constant('LAMBDA_SIZE_THRESHOLD_BYTES')).toBe(bundleLimits.standard);
    expect(constant('LAMBDA_EPHEMERAL_STORAGE_BYTES')).toBe(bundleLimits.extended);
    expect(constant('MAX_LARGE_FUNCTION_UNCOMPRESSED_SIZE')).toBe(bundleLimits.largeFunctions);
    expect(code('async analyze(files')).toContain(`(LAMBDA_SIZE_THRESHOLD_BYTES / (1024 * 1024)).toFixed(0)`);
    expect(megabyte).toBe(1024 * 1024);
  });

  it('knows every variable of the build that has a say in it', () => {
    const flags = [code('function isLargeFunctionsEnabled() {'), code('function runtimeInstallDisabledByFlag() {')];
    const read = flags.flatMap((text) => [...text.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name));
    expect(read).toEqual([...bundleLimitVariables]);
  });

  it('takes the limits as the builder takes them', () => {
    expect(installsAtStart(bundleLimits.standard, {})).toBe(false);
    expect(installsAtStart(bundleLimits.standard + 1, {})).toBe(true);
    expect(installsAtStart(bundleLimits.standard + 1, { hasCustomCommand: true })).toBe(false);
    expect(installsAtStart(bundleLimits.extended + 1, {}, true)).toBe(false);
    const stops = code('async generateBundle(files');
    expect(stops).toContain('if (this.totalBundleSize > LAMBDA_EPHEMERAL_STORAGE_BYTES)');
    const custom = /this\.totalBundleSize > LAMBDA_SIZE_THRESHOLD_BYTES && this\.hasCustomCommand[^)]*\)/;
    expect(code('async analyze(files')).toMatch(custom);
    expect(code('async analyze(files')).toContain('A custom install command prevents Vercel from optimizing');
  });

  it('knows that stubs are left out of what is bundled', () => {
    expect(code('function shouldStripVendorFile(')).toContain('name.endsWith(".pyi")');
  });
});
