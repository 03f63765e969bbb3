import { pinnedPackages } from '../../deployment/installed/pinnedPackages.ts';
import { resolveDeployment } from '../../deployment/resolve.ts';
import { withIndex } from '../../documents/packages/packageIndex.ts';
import { failureText, withheldText } from '../http/indexWords.ts';
import { AddressError, askIndex, cacheFolder, type Fetch, type Reply, usualIndex } from '../http/packageIndex.ts';
import { lastValue, type ParsedArguments } from './arguments.ts';
import type { OptionSpec } from './commandSpec.ts';
import { rootsOf } from './directory.ts';
import { Failure, type Host, UsageError } from './host.ts';
import { ask, type Session } from './session.ts';

/** The options of a command that may ask the package index. */
export const onlineOptions: Readonly<Record<string, OptionSpec>> = {
  online: { help: 'ask the package index about the releases that are pinned' },
  'index-url': { value: 'URL', help: `the index that --online asks; ${usualIndex} unless given` },
};

/**
 * The session, with the answers of the package index laid over what is known offline where the arguments ask for that.
 * @throws UsageError for a URL that cannot be used
 */
export async function withOnline(host: Host, session: Session, args: ParsedArguments): Promise<Session> {
  const indexUrl = lastValue<string>(args, 'index-url', usualIndex);
  if (!args.flags.has('online')) {
    if (args.values.has('index-url')) throw new UsageError('--index-url says which index --online asks. Give both.');
    return session;
  }
  const { pinned, facts } = await ask(session, (files) => ({
    pinned: rootsOf(files).map((root) => pinnedPackages({ root, files }, resolveDeployment({ root, files }), indexUrl)),
    facts: files.packages(),
  }));
  const names = pinned.flatMap((one) => one.names);
  const withheld = new Set(pinned.flatMap((one) => one.withheld)).size;
  if (withheld > 0) await host.stderr(`Note: ${withheldText(withheld)} --index-url names the index to ask.\n`);
  if (!facts || names.length === 0) return session;
  const { index, failure } = await replyTo(host, indexUrl, names);
  if (failure !== undefined) await host.stderr(`Note: ${failureText(index, failure, facts.date)}\n`);
  const merged = withIndex(facts, index);
  return { ...session, grammars: { ...session.grammars, packages: async () => merged } };
}

async function replyTo(host: Host, indexUrl: string, names: readonly string[]): Promise<Reply> {
  const { fetch, close } = await fetchThroughProxies(host.env);
  const clear = () => (host.notesToTty ? host.stderr('\r\x1b[K') : undefined);
  try {
    return await askIndex({
      ...{ indexUrl, names, fetch, env: host.env, cacheFolder: cacheFolder(host.env) },
      signal: new AbortController().signal,
      now: Date.now,
      onProgress: (done, all) => {
        if (host.notesToTty) void host.stderr(`\rAsking the package index: ${done} of ${all}`);
      },
    });
  } catch (error) {
    throw error instanceof AddressError ? new UsageError(error.message) : error;
  } finally {
    await clear();
    await close();
  }
}

/** A `fetch` that heeds `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, which that of Node.js 20 does not. */
async function fetchThroughProxies(env: Host['env']): Promise<{ fetch: Fetch; close(): Promise<void> }> {
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const from = (name: string) => env[name.toLowerCase()] || env[name] || '';
  const agent = agentOr(
    () =>
      new EnvHttpProxyAgent({
        ...{ httpProxy: from('HTTP_PROXY'), httpsProxy: from('HTTPS_PROXY'), noProxy: from('NO_PROXY') },
        connect: { timeout: 8000 },
      }),
  );
  return {
    fetch: async (url, init) => (await fetch(url, { ...init, dispatcher: agent })) as unknown as Response,
    close: () => agent.destroy(),
  };
}

function agentOr<T>(make: () => T): T {
  try {
    return make();
  } catch {
    throw new Failure(
      'HTTP_PROXY or HTTPS_PROXY holds no URL of a proxy. It looks like http://proxy.example.com:3128.',
    );
  }
}
