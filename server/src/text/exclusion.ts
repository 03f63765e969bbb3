import { globToRegExp } from './glob.ts';

/**
 * Whether a path is excluded by glob `patterns`; both start at the same folder. A pattern that matches a folder, with or
 * without the slash at its end, excludes all that is in it.
 */
export function exclusion(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map((pattern) => globToRegExp(pattern.replace(/^\.?\/+/, '')));
  const isMatched = (path: string) => expressions.some((expression) => expression.test(path));
  return (path) => {
    const parts = path.split('/');
    return parts.some((_, index) => {
      const start = parts.slice(0, index + 1).join('/');
      return isMatched(start) || isMatched(`${start}/`);
    });
  };
}
