import { resolveDeployment } from '../../deployment/resolve.ts';
import { type ProbeReport, worstOf } from '../../features/probe.ts';
import { compareWithFiles, withFindings } from '../../features/probeComparison.ts';
import { probe as probeDeployment } from '../http/probe.ts';
import { lastValue } from './arguments.ts';
import type { Command } from './commandSpec.ts';
import { directoryNamed } from './directory.ts';
import { asJson } from './formats/json.ts';
import { probeText } from './formats/probe.ts';
import { styleFor } from './formats/style.ts';
import { type Host, UsageError } from './host.ts';
import { rootIn } from './route.ts';
import { ask, noteUnreadable, type Session, sessionOf } from './session.ts';

const formats = ['text', 'json'] as const;

export const probe: Command = {
  name: 'probe',
  positionals: ['URL', 'DIR'],
  needed: 1,
  summary: 'check a live deployment: what answers, and how fast',
  details:
    'Sends GET requests to the host of URL and to no other: the URL itself, /openapi.json, and up to 30 routes of that\n' +
    'document that need no parameter. Explains what went wrong, and says how long the first and later requests took.\n' +
    'With DIR, compares the answers with what the files there promise. Exits with 1 when something failed.',
  options: {
    format: { value: 'FORMAT', choices: formats, help: 'how to print it' },
    path: { value: 'PATH', help: 'ask this path instead of the routes of /openapi.json; repeatable' },
    timeout: { value: 'S', help: 'seconds that each request may take; 30 unless given' },
  },

  async run(host, args) {
    const [url = '', folder] = args.positionals;
    const timeout = secondsOf(lastValue(args, 'timeout', '30'));
    const project = folder === undefined ? undefined : await projectIn(host, folder);
    const paths = args.values.get('path') ?? [];
    const found = await probeDeployment(url, { timeout, paths, ...progressOn(host) });
    if (host.notesToTty) await host.stderr(clearLine);
    if ('fault' in found) throw new UsageError(found.fault);
    const report = project ? await compared(project, found) : found;
    const isJson = lastValue<(typeof formats)[number]>(args, 'format', 'text') === 'json';
    await host.stdout(isJson ? asJson({ version: 1, ...report }) : `${probeText(report, styleFor(host))}\n`);
    if (project) await noteUnreadable(host, project.session);
    return worstOf(report) === 'error' ? 1 : 0;
  },
};

const clearLine = '\r\u001B[K';

function progressOn({ notesToTty, stderr }: Host): { onProgress?: (path: string) => void } {
  if (!notesToTty) return {};
  return { onProgress: (path) => void stderr(`${clearLine}GET ${path.split('?')[0]?.slice(0, 60)} ...`) };
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0 && seconds <= 900) return seconds;
  throw new UsageError(`--timeout is a number of seconds up to 900, not "${text}".`);
}

interface Compared {
  readonly session: Session;
  readonly root: string;
}

async function projectIn(host: Host, folder: string): Promise<Compared> {
  const session = await sessionOf(host, await directoryNamed(host, folder));
  return { session, root: await rootIn(session) };
}

function compared({ session, root }: Compared, report: ProbeReport): Promise<ProbeReport> {
  return ask(session, (files) => {
    const project = { root, files };
    return withFindings(report, compareWithFiles(project, resolveDeployment(project), report));
  });
}
