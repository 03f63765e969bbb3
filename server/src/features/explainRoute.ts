import type { Deployment } from '../deployment/deployment.ts';
import { type RouteRequest, requestPath } from '../deployment/routing/matching.ts';
import type { Origin, RuleList } from '../deployment/routing/route.ts';
import type { Answer, Explanation, Step } from '../deployment/routing/steps.ts';
import { explainRequest } from '../deployment/routing/walk.ts';
import { inside, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Span } from '../text/span.ts';
import { answerText, stepText } from './routeWords.ts';

/** What answers a request, as a person is told. */
export interface RouteExplanation {
  readonly request: RouteRequest;
  readonly answer: AnswerModel;
  readonly steps: readonly StepModel[];
}

export interface AnswerModel {
  readonly kind: Answer['kind'];
  /** Whether the files alone decide it. */
  readonly certain: boolean;
  /** One or two sentences. */
  readonly text: string;
  /** Path of the file that answers. */
  readonly file: string | null;
  /** The variable that a Python function serves. */
  readonly variable: string | null;
  /** The path that the application sees, where a function answers and the files tell. */
  readonly path: string | null;
  /** Where a redirect leads to, or the other site that answers. */
  readonly location: string | null;
  /** The status that Vercel itself decides on. */
  readonly status: number | null;
}

export interface StepModel {
  readonly kind: Step['kind'];
  readonly text: string;
  /** The path of the request after the step. */
  readonly path: string | null;
  /** The rule of vercel.json that did it. */
  readonly rule: { readonly list: RuleList; readonly index: number } | null;
  /** Where to look. */
  readonly place?: { readonly path: string; readonly span: Span };
}

/**
 * What somebody who typed `target` wants to know about: a path with or without a query, or a whole URL.
 * @returns `undefined` for text that is neither
 */
export function requestFor(target: string, method = 'GET'): RouteRequest | undefined {
  const text = target.trim().replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  if (/\s/.test(text) || !/^[A-Za-z]+$/.test(method) || (text === '' && target.trim() === '')) return undefined;
  const { path, query } = requestPath(text);
  return { method: method.toUpperCase(), path: path.startsWith('/') ? path : `/${path}`, query };
}

/** What answers `request`, step by step. Pure. */
export function explainRoute(project: Project, deployment: Deployment, request: RouteRequest): RouteExplanation {
  const explanation = explainRequest(project, deployment, request);
  const shown = (path: string) => relativeTo(project.root, path);
  return {
    request,
    answer: answerModel(explanation, request, shown),
    steps: explanation.steps.map((step) => stepModel(step, project, shown)),
  };
}

function answerModel(explanation: Explanation, request: RouteRequest, shown: (path: string) => string): AnswerModel {
  const { answer, certain } = explanation;
  const output = 'output' in answer ? answer.output : answer.kind === 'not-found' ? answer.page : undefined;
  return {
    kind: answer.kind,
    certain,
    text: answerText(explanation, request, shown),
    file: output?.file ?? null,
    variable: output?.variable ?? null,
    path: answer.kind === 'function' ? (answer.path ?? null) : null,
    location: 'location' in answer ? answer.location : null,
    status: answer.kind === 'not-found' ? 404 : 'status' in answer ? (answer.status ?? null) : null,
  };
}

function stepModel(step: Step, project: Project, shown: (path: string) => string): StepModel {
  const origin = 'origin' in step ? step.origin : undefined;
  const rule = origin?.by === 'rule' ? { list: origin.list, index: origin.index } : null;
  const place = placeOf(step, origin, project);
  return {
    kind: step.kind,
    text: stepText(step, shown),
    path: 'path' in step ? step.path : null,
    rule,
    ...(place ? { place } : {}),
  };
}

const start: Span = { start: 0, end: 0 };

function placeOf(step: Step, origin: Origin | undefined, { root, files }: Project): StepModel['place'] {
  if (origin?.by === 'rule' || origin?.by === 'setting') {
    return { path: inside(root, 'vercel.json'), span: origin.span };
  }
  if (step.kind === 'hit') return { path: step.output.file, span: start };
  if (origin?.by === 'api' && origin.file !== undefined) return { path: inside(root, origin.file), span: start };
  if (step.kind !== 'unknown' || step.unknown.what !== 'middleware') return undefined;
  const path = inside(root, step.unknown.file);
  return files.has(path) ? { path, span: start } : undefined;
}
