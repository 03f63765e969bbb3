import type { Deployment } from '../deployment/deployment.ts';
import { presetTitles } from '../facts/frameworks.ts';
import type { Project } from '../project/project.ts';
import { explainRoute, requestFor } from './explainRoute.ts';
import type { ProbeCheck, ProbeFinding, ProbeReport } from './probe.ts';

/** Where the deployment is not what the files of the project would make it. Pure. */
export function compareWithFiles(project: Project, deployment: Deployment, report: ProbeReport): ProbeFinding[] {
  if (report.isVercel === null) return [];
  return [
    ...comparedBuild(deployment, report),
    ...comparedFramework(deployment, report),
    ...comparedPython(deployment, report),
    ...(report.isVercel ? report.checks.flatMap((check) => comparedRoute(project, deployment, check)) : []),
  ];
}

/** The report with what `findings` add to it. */
export function withFindings(report: ProbeReport, findings: readonly ProbeFinding[]): ProbeReport {
  return { ...report, findings: [...report.findings, ...findings] };
}

function comparedBuild({ errors }: Deployment, { checks }: ProbeReport): ProbeFinding[] {
  const [first] = errors;
  if (!first || !checks.some(({ verdict }) => verdict === 'ok')) return [];
  const message = `The files would not build (${first.code}), so what answers is an older deployment, or one of other files.`;
  return [{ verdict: 'warning', message }];
}

function comparedFramework({ framework }: Deployment, { answeredBy }: ProbeReport): ProbeFinding[] {
  const promised = framework.python;
  const found = answeredBy.framework;
  if (!found || found === 'starlette' || !promised || !['fastapi', 'flask', 'django'].includes(promised)) return [];
  if (promised === found) return [];
  const message = `The files promise ${presetTitles[promised]}, but ${presetTitles[found]} answered. The URL may belong to another project.`;
  return [{ verdict: 'warning', message }];
}

function comparedPython({ python }: Deployment, { answeredBy }: ProbeReport): ProbeFinding[] {
  const found = /^\d+\.\d+/.exec(answeredBy.python ?? '')?.[0];
  if (found === undefined || found === python.version) return [];
  return [
    {
      verdict: 'warning',
      message: `Vercel would run Python ${python.version}, but Python ${answeredBy.python} answered.`,
    },
  ];
}

/** Only what the files decide for certain is held against the answer. */
function comparedRoute(project: Project, deployment: Deployment, check: ProbeCheck): ProbeFinding[] {
  const request = requestFor(check.path);
  if (!request || check.status === null || deployment.errors.length > 0) return [];
  const { answer } = explainRoute(project, deployment, request);
  if (!answer.certain) return [];
  if (answer.kind === 'function' && check.error === 'NOT_FOUND') {
    const promised = `The files promise that \`${answer.variable}\` of ${answer.file} answers ${check.path}, but Vercel has nothing there.`;
    return [
      {
        verdict: 'error',
        message: `${promised} Compare the Root Directory in the Vercel project, and deploy these files.`,
      },
    ];
  }
  if (answer.kind === 'not-found' && check.verdict === 'ok') {
    const message = `From the files nothing would answer ${check.path}, but something does: other files were deployed.`;
    return [{ verdict: 'warning', message }];
  }
  return [];
}
