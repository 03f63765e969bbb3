import { type CancellationToken, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageserver';
import { resolveDeployment } from '../../deployment/resolve.ts';
import type { ProbeReport } from '../../features/probe.ts';
import { compareWithFiles, withFindings } from '../../features/probeComparison.ts';
import { probePage } from '../../features/probePage.ts';
import { type ProbeParams, type ProbeResult, probeRequest } from './probeProtocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** For each request, in seconds. */
const timeout = 30;

/** Answers `vercelPreflight/probe`, where the server runs in a place that may send requests. */
export function serveProbe(session: Session): void {
  const { connection, runtime } = session;
  const onError = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The deployment could not be checked.');
  connection.onRequest(probeRequest, (params, token: CancellationToken) =>
    runSafe<ProbeResult>(connection, { name: 'Probe', onError }, token, async () => {
      if (!runtime.probe) return { fault: 'A browser may not ask other hosts. Check the deployment from a desktop.' };
      const cancelled = new AbortController();
      const listener = token.onCancellationRequested(() => cancelled.abort());
      try {
        const paths = await pathsFor(session, params);
        const options = { timeout, paths, signal: cancelled.signal, onProgress: progressTo(session, params) };
        const report = await runtime.probe(params.url, options);
        return 'fault' in report ? report : { markdown: probePage(await compared(session, report, params)) };
      } catch (error) {
        // What was cancelled is answered as such whatever it says.
        if (cancelled.signal.aborted) return {};
        throw error;
      } finally {
        listener.dispose();
      }
    }),
  );
}

/** The paths that the settings of the root's folder name. */
async function pathsFor({ folders }: Session, { folder }: ProbeParams): Promise<readonly string[]> {
  const [place] = folder === undefined ? [] : folders.places(folder);
  return place ? (await place.folder.settings()).checkPaths : [];
}

function progressTo({ connection }: Session, { workDoneToken }: ProbeParams): (path: string) => void {
  if (workDoneToken === undefined) return () => undefined;
  return (path) => {
    const message = `GET ${path.split('?')[0]}`;
    void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', message });
  };
}

async function compared({ folders }: Session, report: ProbeReport, { folder }: ProbeParams): Promise<ProbeReport> {
  const [place] = folder === undefined ? [] : folders.places(folder);
  if (!place) return report;
  const answer = await place.folder.workspace.ask((files) => {
    const project = { root: place.path, files };
    return withFindings(report, compareWithFiles(project, resolveDeployment(project), report));
  });
  return answer ?? report;
}
