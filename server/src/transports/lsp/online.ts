import { pinnedPackages } from '../../deployment/installed/pinnedPackages.ts';
import { resolveDeployment } from '../../deployment/resolve.ts';
import { withIndex } from '../../documents/packages/packageIndex.ts';
import type { IndexedPackage } from '../../documents/packages/simpleIndex.ts';
import { failureText, usualIndex, withheldText } from '../http/indexWords.ts';
import { Debounce } from './debounce.ts';
import type { Folder } from './folder.ts';
import { inBackground } from './runSafe.ts';
import type { Session } from './session.ts';

/** How long after the last change the index is asked, in milliseconds: half-typed names are nobody's. */
const askDelay = 1500;

/** How long an answer, or that there was none, stands in this process, in milliseconds. */
const standsFor = 10 * 60 * 1000;

/** What the index was asked for a folder. */
interface Asked {
  /** As it stands in the settings. */
  readonly indexUrl: string;
  readonly packages: Map<string, IndexedPackage>;
  /** Those of some other day. */
  readonly outdated: Set<string>;
  /** When each package was asked for, by name, in milliseconds since 1970. */
  readonly at: Map<string, number>;
  readonly stop: AbortController;
  isAsking: boolean;
  /** How many names were kept from it, when that was last said. */
  withheld: number;
  /** The index without credentials, once it was asked. */
  url: string;
}

/** Asks the package index for what the projects of a folder pin, once things are quiet, where the settings allow it. */
export function serveOnline(session: Session, refresh: Debounce<'all'>): Pick<Debounce<Folder>, 'cancel'> {
  const asked = new WeakMap<Folder, Asked>();
  const ended = new AbortController();
  const debounce = new Debounce<Folder>(askDelay, (folder) => {
    void inBackground(session.connection, `Package index for ${folder.uri}`, () => update(folder));
  });
  if (session.runtime.askIndex) session.onChange((folder) => debounce.schedule(folder));
  return {
    cancel() {
      debounce.cancel();
      ended.abort();
    },
  };

  async function update(folder: Folder): Promise<void> {
    const { enable, online, packageIndex } = await folder.settings();
    const before = asked.get(folder);
    const isWanted = enable && online;
    if (before && (!isWanted || before.indexUrl !== packageIndex)) {
      before.stop.abort();
      asked.delete(folder);
      show(folder, undefined);
    }
    if (!isWanted) return;
    const state = asked.get(folder) ?? newState(packageIndex);
    asked.set(folder, state);
    const names = state.isAsking ? [] : await namesToAsk(session, folder, state);
    if (names.length === 0) return;
    state.isAsking = true;
    try {
      await ask(session, state, names, ended.signal);
    } finally {
      state.isAsking = false;
    }
    if (asked.get(folder) !== state) return;
    const facts = await session.grammars.packages?.();
    if (facts) {
      const { url, packages, outdated } = state;
      show(folder, withIndex(facts, { url, packages: new Map(packages), outdated: new Set(outdated) }));
    }
  }

  function show(folder: Folder, facts: Parameters<Folder['usePackages']>[0]): void {
    folder.usePackages(facts);
    session.changed(folder);
    refresh.schedule('all');
  }
}

function newState(indexUrl: string): Asked {
  return {
    indexUrl,
    packages: new Map(),
    at: new Map(),
    stop: new AbortController(),
    isAsking: false,
    withheld: 0,
    outdated: new Set(),
    url: '',
  };
}

async function namesToAsk(session: Session, folder: Folder, state: Asked): Promise<readonly string[]> {
  const { at, indexUrl } = state;
  const roots = await folder.roots();
  const pinned =
    (await folder.workspace.ask((files) =>
      roots.map((root) => pinnedPackages({ root, files }, resolveDeployment({ root, files }), indexUrl || usualIndex)),
    )) ?? [];
  const withheld = new Set(pinned.flatMap((one) => one.withheld)).size;
  if (withheld > 0 && withheld !== state.withheld) {
    session.connection.console.info(`${withheldText(withheld)} vercelPreflight.packageIndex names the index to ask.`);
  }
  state.withheld = withheld;
  const now = Date.now();
  const names = new Set(pinned.flatMap((one) => one.names));
  return [...names].filter((name) => now - (at.get(name) ?? Number.NEGATIVE_INFINITY) >= standsFor);
}

/** Never says more than one line of an index that is down. */
async function ask(
  { connection, runtime }: Session,
  state: Asked,
  names: readonly string[],
  ended: AbortSignal,
): Promise<void> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Asking the package index', 0, undefined, true);
  const cancel = new AbortController();
  progress.token.onCancellationRequested(() => cancel.abort());
  const signal = AbortSignal.any([cancel.signal, state.stop.signal, ended]);
  for (const name of names) state.at.set(name, Date.now());
  try {
    const reply = await runtime.askIndex?.({
      ...{ indexUrl: state.indexUrl, names, signal },
      onProgress: (done, all) => progress.report(Math.round((100 * done) / all)),
    });
    if (!reply) return;
    state.url = reply.index.url;
    for (const [name, found] of reply.index.packages) {
      state.packages.set(name, found);
      state.outdated.delete(name);
    }
    for (const name of reply.index.outdated ?? []) state.outdated.add(name);
    if (reply.failure === undefined) return;
    const text = failureText(reply.index, reply.failure);
    connection.console.warn(text.replace(/^t/, 'T'));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    progress.done();
  }
}
