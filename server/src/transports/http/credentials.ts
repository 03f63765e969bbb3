import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { AddressError, type IndexAddress, plainAddress } from './address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The index that `written` names. `${NAME}` in it stands for an environment variable, as in requirements files; where it
 * holds no credentials, netrc may have some for its host.
 * @throws AddressError
 */
export async function addressOf(written: string, env: Environment): Promise<IndexAddress> {
  const expanded = written.trim().replace(/\$\{([A-Z0-9_]+)\}/g, (_, name: string) => {
    const value = env[name];
    if (value === undefined)
      throw new AddressError(`The URL of the index needs the variable ${name}, which is not set.`);
    return encodeURIComponent(value);
  });
  const { url, login } = plainAddress(expanded);
  const known = login ?? (await fromNetrc(new URL(url).hostname, env));
  return { url, ...(known ? { login: known } : {}) };
}

async function fromNetrc(host: string, env: Environment): Promise<IndexAddress['login']> {
  const home = env.HOME || env.USERPROFILE || os.homedir();
  const files = env.NETRC ? [env.NETRC] : ['.netrc', '_netrc'].map((name) => path.join(home, name));
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return loginIn(text, host);
  }
  return undefined;
}

/**
 * What a netrc has for `host`, or else by default.
 * Source: the manual page netrc(5) (general knowledge)
 */
export function loginIn(netrc: string, host: string): IndexAddress['login'] {
  const words = netrc
    .replace(/^\s*#.*$/gm, '')
    .replace(/^macdef[\s\S]*?(?:\n\s*\n|$)/gm, '')
    .split(/\s+/)
    .filter(Boolean);
  const entries: { machine?: string; login?: string; password?: string }[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === 'default') entries.push({});
    else if (word === 'machine') entries.push({ machine: words[++at] ?? '' });
    else if (word === 'login' || word === 'password')
      Object.assign(entries.at(-1) ?? {}, { [word]: words[++at] ?? '' });
    else if (word === 'account') at++;
  }
  const found = entries.find(({ machine }) => machine === host) ?? entries.find(({ machine }) => machine === undefined);
  return found && { user: found.login ?? '', password: found.password ?? '' };
}
