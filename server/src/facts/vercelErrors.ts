/** An error that Vercel itself answers with. */
export interface VercelError {
  readonly status: number;
  /** What happened, as a sentence. */
  readonly meaning: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

/**
 * The errors that a Python backend meets, by the code on Vercel's error page.
 *
 * Source: codes and statuses from https://vercel.com/docs/errors; what they mean for Python is general knowledge, as is
 * that the code stands in the header `x-vercel-error`
 * Date: 2026-11-25
 */
export const vercelErrors: Readonly<Record<string, VercelError>> = {
  FUNCTION_INVOCATION_FAILED: {
    status: 500,
    meaning: 'The function crashed: the import failed, or nothing caught an exception.',
    remedy: 'Open the runtime log of the deployment and read the last traceback; `vercel-preflight log` explains it.',
  },
  FUNCTION_INVOCATION_TIMEOUT: {
    status: 504,
    meaning: 'The function took longer than it may.',
    remedy: 'Look for a database or service that is not reachable from Vercel, or raise `maxDuration` in vercel.json.',
  },
  FUNCTION_PAYLOAD_TOO_LARGE: {
    status: 413,
    meaning: 'The request is larger than a function takes.',
    remedy: 'Let the browser upload large files to storage directly.',
  },
  FUNCTION_RESPONSE_PAYLOAD_TOO_LARGE: {
    status: 500,
    meaning: 'The answer is larger than a function may send.',
    remedy: 'Send it in pages, or stream it.',
  },
  FUNCTION_THROTTLED: {
    status: 503,
    meaning: 'Too many functions of the project run at the same time.',
    remedy: 'Wait a moment, then look for requests that take long.',
  },
  NO_RESPONSE_FROM_FUNCTION: {
    status: 502,
    meaning: 'The function ended without an answer.',
    remedy: 'Open the runtime log: something ended the process, such as `sys.exit` or too little memory.',
  },
  BODY_NOT_A_STRING_FROM_FUNCTION: {
    status: 502,
    meaning: 'The function returned a body that is no text.',
    remedy: 'Return a response of your framework.',
  },
  NOT_FOUND: {
    status: 404,
    meaning: 'Nothing of the deployment answers this path, so the application never saw the request.',
    remedy: 'Ask `vercel-preflight route` what should answer it, and compare Root Directory and routes.',
  },
  DEPLOYMENT_NOT_FOUND: {
    status: 404,
    meaning: 'There is no deployment at this address.',
    remedy: 'Compare the URL with the one that `vercel ls` lists.',
  },
  DEPLOYMENT_DELETED: {
    status: 410,
    meaning: 'The deployment was deleted.',
    remedy: 'Deploy again, or use the URL of a newer deployment.',
  },
  DEPLOYMENT_BLOCKED: {
    status: 403,
    meaning: 'Vercel blocks the deployment.',
    remedy: 'Look at the project in the dashboard for the reason.',
  },
  DEPLOYMENT_DISABLED: {
    status: 402,
    meaning: 'The deployment is switched off because of the account, such as a limit of the plan.',
    remedy: 'Look at usage and billing in the dashboard.',
  },
  DEPLOYMENT_PAUSED: {
    status: 503,
    meaning: 'The project is paused.',
    remedy: 'Resume it in the settings of the project.',
  },
  DEPLOYMENT_NOT_READY_REDIRECTING: {
    status: 303,
    meaning: 'The deployment is still being built.',
    remedy: 'Wait until it is ready, then check again.',
  },
  INFINITE_LOOP_DETECTED: {
    status: 508,
    meaning: 'The deployment asks itself again and again.',
    remedy: 'Look for a rewrite or a request that leads back to the same URL.',
  },
  MIDDLEWARE_INVOCATION_FAILED: {
    status: 500,
    meaning: 'The middleware crashed before your Python was asked.',
    remedy: 'Look at the runtime log of the middleware.',
  },
  MIDDLEWARE_INVOCATION_TIMEOUT: {
    status: 504,
    meaning: 'The middleware took too long, before your Python was asked.',
    remedy: 'Look at the runtime log of the middleware.',
  },
  EDGE_FUNCTION_INVOCATION_FAILED: {
    status: 500,
    meaning: 'An Edge function or middleware crashed; your Python was not asked.',
    remedy: 'Look at its runtime log.',
  },
  DNS_HOSTNAME_NOT_FOUND: {
    status: 502,
    meaning: 'A rewrite leads to a host that does not exist.',
    remedy: 'Correct the destination in vercel.json.',
  },
  DNS_HOSTNAME_RESOLVED_PRIVATE: {
    status: 404,
    meaning: 'A rewrite leads to a private address, which Vercel cannot reach.',
    remedy: 'Give the destination a public address.',
  },
};
