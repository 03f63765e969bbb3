/** What Vercel calls a megabyte where it speaks of bundles, in bytes. */
export const megabyte = 1024 * 1024;

/**
 * How large a Python bundle may be, unpacked, in bytes.
 *
 * - `standard`: more is not deployed as it is: packages are taken out and installed when the function starts;
 * - `extended`: more ends the build;
 * - `largeFunctions`: the limit where `VERCEL_SUPPORT_LARGE_FUNCTIONS` is set.
 *
 * Source: `LAMBDA_SIZE_THRESHOLD_BYTES`, `LAMBDA_EPHEMERAL_STORAGE_BYTES` and `MAX_LARGE_FUNCTION_UNCOMPRESSED_SIZE` of
 * @vercel/python 25.0.0, compared in test/differential/bundleLimits.test.ts
 * Date: 2026-11-25
 */
export const bundleLimits = {
  standard: 225 * megabyte,
  extended: 500 * megabyte,
  largeFunctions: 5120 * megabyte,
} as const;

/** The build's variables that change these limits, or what happens above them. Source: as above. */
export const bundleLimitVariables = [
  'VERCEL_SUPPORT_LARGE_FUNCTIONS',
  'VERCEL_PYTHON_DISABLE_RUNTIME_INSTALL',
] as const;
