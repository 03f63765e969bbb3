import { publicNames, secretNames, tokenForms } from '../../facts/credentials.ts';
import { isPlaceholder } from '../../text/placeholder.ts';

/** What proves that a text is a credential. */
export type Credential =
  | { readonly kind: 'token'; readonly service: string }
  /** A URL with a password in it. */
  | { readonly kind: 'url' }
  /** A random value in a variable whose name says that it is secret. */
  | { readonly kind: 'value' };

/**
 * What `value` is, where the text proves it to be a credential.
 * @param name the variable that it is the value of, if it is one
 */
export function credentialIn(value: string, name?: string): Credential | undefined {
  if (name !== undefined && publicNames.test(name)) return undefined;
  const service = tokenForms.find(({ pattern }) => pattern.test(value.replace(/^(?:Bearer|token) /i, '')))?.service;
  if (service !== undefined && !isPlaceholder(value)) return { kind: 'token', service };
  const password = passwordInUrl(value);
  if (password !== undefined && !isPlaceholder(password)) return { kind: 'url' };
  if (name === undefined || !secretNames.test(name)) return undefined;
  return isRandom(value) && !isPlaceholder(value) ? { kind: 'value' } : undefined;
}

/** The password of a URL whose host is another machine. */
function passwordInUrl(value: string): string | undefined {
  const [, user = '', password = '', host = ''] =
    /^[a-z][\w+.-]*:\/\/([^\s:/?#@]*):([^\s/?#]+)@([^\s/?#@]+)/i.exec(value) ?? [];
  const isHere =
    /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|db|postgres|redis|mongo|mysql|host|hostname)(?::|$)/i.test(host);
  const isExample = /(?:^|\.)example\.(?:com|org|net)(?::|$)|\.(?:test|invalid|example)(?::|$)/i.test(host);
  return password === '' || isHere || isExample || password.toLowerCase() === user.toLowerCase() ? undefined : password;
}

/** Long, without blanks, of letters and digits mixed, and with hardly a character twice: no word, path or address. */
function isRandom(value: string): boolean {
  if (value.length < 20 || !/^[\w+/=.~!#^&*-]+$/.test(value) || /^(?:https?:|\/|\.)/.test(value)) return false;
  const hasDigits = (value.match(/\d/g) ?? []).length >= 3;
  const hasLetters = (value.match(/[a-z]/gi) ?? []).length >= 3;
  return hasDigits && hasLetters && entropy(value) >= (/^[0-9a-f-]+$/i.test(value) ? 3 : 3.5);
}

/** Shannon entropy in bits a character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / value.length) * Math.log2(count / value.length), 0);
}
