/**
 * Environment variables that a function on Vercel has without anybody setting them.
 *
 * Source: https://vercel.com/docs/environment-variables/system-environment-variables and the reserved names of
 * https://vercel.com/docs/environment-variables/reserved-environment-variables
 * Date: 2026-11-23
 */
export const presentVariables: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'LANG', 'TZ', 'PWD', 'TMPDIR', 'LD_LIBRARY_PATH', 'PYTHONPATH', 'NODE_ENV', 'CI'],
  ...['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_EXECUTION_ENV', 'AWS_LAMBDA_FUNCTION_NAME', 'AWS_ACCESS_KEY_ID'],
  ...['AWS_LAMBDA_FUNCTION_VERSION', 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
  ...['LAMBDA_TASK_ROOT', 'LAMBDA_RUNTIME_DIR', '_HANDLER'],
]);

/** Whether Vercel itself sets `name`. */
export function isPresent(name: string): boolean {
  return presentVariables.has(name) || /^(?:__)?(?:NEXT_PUBLIC_)?(?:VERCEL|VC)(?:_|$)/.test(name);
}
