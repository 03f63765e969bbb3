import type { BuildError } from './deployment.ts';
import { isTable } from './shape.ts';

/** Why `proxy` of vercel.json is refused. Source: `validateProxyConfig` of @vercel/fs-detectors 7.7.3. */
export function proxyFault(proxy: unknown): BuildError | undefined {
  const entrypoint = isTable(proxy) ? proxy.entrypoint : undefined;
  if (typeof entrypoint !== 'string' || entrypoint === '') {
    return { code: 'INVALID_PROXY', message: 'The `proxy` property must contain an `entrypoint` string.' };
  }
  const message = entrypointFault(entrypoint);
  if (message !== undefined) return { code: 'INVALID_PROXY_ENTRYPOINT', message };
  return isTable(proxy) && proxy.matcher !== undefined ? matcherFault(proxy.matcher) : undefined;
}

function entrypointFault(path: string): string | undefined {
  const segments = path.split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Vercel refuses
  const isOdd = path.startsWith('/') || path.includes('\\') || /[?#\u0000-\u001f]/.test(path);
  if (isOdd || segments.includes('.') || segments.includes('..')) {
    return 'The `proxy.entrypoint` path must be relative to the project root and cannot contain traversal, query, fragment, or control characters.';
  }
  if (/[^/]\.py$/.test(path)) {
    return 'Python proxy entrypoints must use `module:attr` syntax, not a plain `.py` path.';
  }
  if (/\.(?:js|ts)$/.test(path) && !path.endsWith('.d.ts')) return undefined;
  return 'The `proxy.entrypoint` must be a `.js` or `.ts` file path, or a Python `module:attr`.';
}

function matcherFault(matcher: unknown): BuildError | undefined {
  const matchers: readonly unknown[] = Array.isArray(matcher) ? matcher : [matcher];
  if (matchers.length > 0 && matchers.every((one) => typeof one === 'string' && one.startsWith('/'))) return undefined;
  const message =
    'The `proxy.matcher` value must be a path matcher starting with `/`, or an array of path matchers starting with `/`.';
  return { code: 'INVALID_PROXY_MATCHER', message };
}
