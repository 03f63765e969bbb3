/**
 * The URL that somebody means who wrote `text`; `https` where it has no scheme.
 * @returns a sentence that says what is wrong with it, or the URL
 */
export function probeUrl(text: string): { readonly url: string } | { readonly fault: string } {
  const trimmed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || /\s/.test(trimmed) || !URL.canParse(withScheme)) {
    return { fault: 'That is no URL. Write it as in https://my-app.vercel.app.' };
  }
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { fault: 'Write a URL that begins with https://.' };
  if (url.username || url.password) return { fault: 'Write the URL without a user name and a password.' };
  url.hash = '';
  return { url: url.href };
}

/** The URL without its query, which may hold a secret. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** At most so many paths are asked. */
const mostPaths = 50;

/** What is wrong with paths that somebody wrote to be asked of the host of `url`, as a sentence; `undefined` for nothing. */
export function faultOfPaths(paths: readonly string[], url: string): string | undefined {
  if (paths.length > mostPaths) return `At most ${mostPaths} paths are asked, and there are ${paths.length}.`;
  const stays = (path: string) => URL.canParse(path, url) && new URL(path, url).origin === new URL(url).origin;
  const wrong = paths.find((path) => !path.startsWith('/') || /[\s#]/.test(path) || !stays(path));
  return wrong === undefined ? undefined : `Write paths that begin with one "/", such as /health, not "${wrong}".`;
}

/** A path without its query, which may hold a secret. */
export function pathOf(path: string): string {
  return path.split('?', 1)[0] ?? path;
}

const bypass = 'x-vercel-protection-bypass';

/** The part of the query that lets automation through Deployment Protection; empty without one. */
export function bypassOf({ searchParams }: URL): string {
  const value = searchParams.get(bypass);
  return value === null ? '' : `${bypass}=${encodeURIComponent(value)}`;
}

/** Where a redirect leads. */
export type Redirect =
  | { readonly stays: true; readonly url: URL; readonly shown: string }
  | { readonly stays: false; readonly shown: string };

/**
 * Whether a redirect from `from` stays on the host that was given. From `http` to `https` counts as staying, the way
 * back does not.
 */
export function redirectWithin(given: string, from: URL, location: string): Redirect {
  if (!URL.canParse(location, from)) return { stays: false, shown: 'something that is no URL' };
  const url = new URL(location, from);
  const own = new URL(given);
  const shown = shownUrl(url.href);
  const isUpgrade = from.protocol === 'http:' && url.protocol === 'https:' && own.port === '' && url.port === '';
  const stays = url.hostname === own.hostname && (url.origin === from.origin || isUpgrade);
  return stays ? { stays, url, shown } : { stays: false, shown };
}
