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

/**
 * Names that nobody may set, because the platform under the functions uses them. `AWS_REGION` and the names of AWS
 * credentials are allowed.
 *
 * Source: https://vercel.com/docs/environment-variables/reserved-environment-variables
 * Date: 2026-11-25
 */
export const reservedVariables: ReadonlySet<string> = new Set([
  ...['AWS_SECRET_KEY', 'AWS_EXECUTION_ENV', 'AWS_LAMBDA_LOG_GROUP_NAME', 'AWS_LAMBDA_LOG_STREAM_NAME', 'NOW_REGION'],
  ...['AWS_LAMBDA_FUNCTION_NAME', 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_LAMBDA_FUNCTION_VERSION', 'TZ'],
  ...['LAMBDA_TASK_ROOT', 'LAMBDA_RUNTIME_DIR'],
]);

/**
 * What Vercel tells a deployment about itself. Other names with `VERCEL_` are settings of its tools, and people do set them.
 *
 * Source: https://vercel.com/docs/environment-variables/system-environment-variables
 * Date: 2026-11-23
 */
export const systemVariables: ReadonlySet<string> = new Set([
  ...['VERCEL', 'VERCEL_ENV', 'VERCEL_TARGET_ENV', 'VERCEL_URL', 'VERCEL_BRANCH_URL', 'VERCEL_REGION'],
  ...['VERCEL_PROJECT_PRODUCTION_URL', 'VERCEL_DEPLOYMENT_ID', 'VERCEL_PROJECT_ID', 'VERCEL_OIDC_TOKEN'],
  ...['VERCEL_GIT_PROVIDER', 'VERCEL_GIT_REPO_SLUG', 'VERCEL_GIT_REPO_OWNER', 'VERCEL_GIT_REPO_ID'],
  ...['VERCEL_GIT_COMMIT_REF', 'VERCEL_GIT_COMMIT_SHA', 'VERCEL_GIT_COMMIT_MESSAGE', 'VERCEL_GIT_PREVIOUS_SHA'],
  ...['VERCEL_GIT_COMMIT_AUTHOR_LOGIN', 'VERCEL_GIT_COMMIT_AUTHOR_NAME', 'VERCEL_GIT_PULL_REQUEST_ID'],
]);
