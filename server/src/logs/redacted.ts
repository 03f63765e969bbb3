/**
 * `text` without what must not be shown again: the password of a URL, and what follows a name such as `TOKEN=` or
 * `"password":`. The length stays, so that columns do.
 */
export function redacted(text: string): string {
  const withoutUrls = text.includes('://') ? text.replace(inUrl, hidden) : text;
  return sign.test(withoutUrls) ? withoutUrls.replace(assigned, hidden) : withoutUrls;
}

const inUrl = /(:\/\/[^\s:/?#'"@]*:)([^\s/?#'"]+)(?=@)/g;
const sign = /(?:password|passwd|secret|token|api_?key|private_?key)/i;
const assigned = /((?:password|passwd|secret|token|api_?key|private_?key)\w*["']?\s*[=:]\s*["']?)([^\s"',;)}\]]{6,})/gi;

function hidden(_whole: string, before: string, value: string): string {
  return before + '*'.repeat(value.length);
}
