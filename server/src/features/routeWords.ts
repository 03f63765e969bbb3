import { titleOf } from '../deployment/framework.ts';
import type { RouteRequest } from '../deployment/routing/matching.ts';
import type { Condition, Origin, Output, Unknown } from '../deployment/routing/route.ts';
import type { Answer, Explanation, RuleStep, Step } from '../deployment/routing/steps.ts';
import { pythonPresets } from '../facts/frameworks.ts';
import { visible } from '../text/visible.ts';

type Shown = (path: string) => string;

/** What a step did to the request, in a sentence or two. */
export function stepText(step: Step, shown: Shown): string {
  if (step.kind === 'miss') return `Neither a file nor a function is at ${step.path}.`;
  if (step.kind === 'hit') {
    if (isPreset(step.output)) return `That function is \`${step.output.variable}\` of ${shown(step.output.file)}.`;
    const what = step.output.kind === 'function' ? 'function' : 'file';
    return `The ${what} ${shown(step.output.file)} is at ${step.path}.`;
  }
  if (step.kind === 'condition') return conditionText(step);
  return step.kind === 'unknown' ? unknownText(step.unknown, step.path) : ruleText(step);
}

function ruleText(step: RuleStep): string {
  const { origin } = step;
  if (origin.by === 'preset') {
    return `The ${presetTitle(origin.preset)} preset sends every path that nothing else answers to its one function.`;
  }
  if (origin.by === 'api' && origin.role === 'not-found') {
    return 'Nothing else below /api is a function, so Vercel answers with status 404.';
  }
  if (origin.by === 'api' && origin.role === 'extension') {
    return `Functions go by their name without extension: the path becomes ${step.path}.`;
  }
  if (origin.by === 'api' && origin.role === 'dynamic') {
    const values = step.query === undefined ? '' : `, with ${step.query.replaceAll('&', ' and ')}`;
    return `${origin.file} takes any name in its brackets: the path becomes ${step.path}${values}.`;
  }
  return `${subjectOf(origin)} ${effectText(step)}`;
}

function effectText(step: RuleStep): string {
  const { effect, path, query, location = '', status, headers = {} } = step;
  const names = Object.keys(headers);
  const added = names.length === 0 ? '' : `${names.length === 1 ? 'the header' : 'the headers'} ${names.join(', ')}`;
  if (effect === 'redirect') return `redirects to ${location} with status ${status}.`;
  if (effect === 'external') return `fetches the answer from ${location}.`;
  if (effect === 'headers') return `adds ${added} to the response.`;
  if (effect === 'status') return `answers with status ${status}.`;
  if (effect === 'stay') return 'applies and leaves the path as it is, so no rule after it is looked at here.';
  const extra = [
    ...(query === undefined ? [] : [`with the query ${query}`]),
    ...(added === '' ? [] : [`with ${added}`]),
    ...(status === undefined ? [] : [`with status ${status}`]),
  ];
  return `leads to ${path}${extra.length > 0 ? `, ${extra.join(', ')}` : ''}.`;
}

function subjectOf(origin: Origin): string {
  if (origin.by === 'rule') return `\`${origin.list}[${origin.index}]\``;
  if (origin.by === 'setting') return `\`${origin.name}\``;
  return origin.by === 'api' && origin.role === 'clean' ? '`cleanUrls`' : 'Vercel';
}

function conditionText({ origin, assumed, taken }: Step & { kind: 'condition' }): string {
  const what = assumed.map(conditionName).join(' and ');
  const when = taken
    ? 'does not apply to every request: it depends on'
    : 'applies only to some requests: it depends on';
  const then = taken ? 'that lacks it' : 'without it';
  return `${subjectOf(origin)} ${when} ${what}, which cannot be known from the files. This goes on as for a request ${then}.`;
}

function conditionName({ type, key }: Condition): string {
  if (type === 'host') return 'the host';
  return type === 'query' ? `the query parameter ${key}` : `the ${type} ${key}`;
}

const properties = {
  destination: 'leads to a service of the project',
  mitigate: 'challenges or denies requests',
  locale: "depends on the reader's language",
  middlewarePath: 'runs a function',
} as const;

function unknownText(unknown: Unknown, path: string): string {
  const isUnknown = 'cannot be known from the files';
  switch (unknown.what) {
    case 'frontend':
      return `What ${frontendTitle(unknown.name)} makes of ${path} ${isUnknown}.`;
    case 'middleware':
      return `${unknown.file} runs before files and functions are looked for. What it does ${isUnknown}: this goes on as if it let the request pass.`;
    case 'services':
      return `The project consists of services, each with routes of its own. Which of them answers ${isUnknown} here.`;
    case 'rule':
      return `A rule applies that ${properties[unknown.property]}: what follows ${isUnknown}.`;
    case 'dead-end':
      return `A route without \`check\` ends the search at ${unknown.path}, and nothing is there. What Vercel does then ${isUnknown}: let the route lead to something that is deployed.`;
  }
}

const frontends: Readonly<Record<string, string>> = { nextjs: 'Next.js', blitzjs: 'Blitz.js', vite: 'Vite' };

/** Whether it is the one function of a Python preset, which goes by the preset's name. */
function isPreset({ kind, name }: Output): boolean {
  return kind === 'function' && pythonPresets.some((preset) => preset === name);
}

function frontendTitle(name: string): string {
  return Object.hasOwn(frontends, name) ? (frontends[name] ?? name) : name;
}

function presetTitle(name: string): string {
  const preset = pythonPresets.find((known) => known === name);
  return preset ? titleOf(preset) : name;
}

/** What answers, in a sentence or two. */
export function answerText({ answer, certain }: Explanation, request: RouteRequest, shown: Shown): string {
  const text = plainAnswer(answer, request, shown);
  return certain || answer.kind === 'unknown' ? text : `${text} That holds as far as the files tell.`;
}

function plainAnswer(answer: Answer, request: RouteRequest, shown: Shown): string {
  switch (answer.kind) {
    case 'function':
      return functionText(answer, request, shown);
    case 'static':
      return `The file ${shown(answer.output.file)} answers${withStatus(answer.status)}.`;
    case 'redirect':
      return `A redirect to ${answer.location} answers, with status ${answer.status}.`;
    case 'external':
      return `${answer.location} answers.`;
    case 'status':
      return `A rule answers, with status ${answer.status}.`;
    case 'not-found':
      return answer.page
        ? `Nothing is deployed there: Vercel shows ${shown(answer.page.file)} with status 404.`
        : 'Nothing answers: Vercel responds with 404.';
    case 'unknown':
      return 'What answers cannot be known from the files.';
    case 'stopped':
      return `Nothing answers, because the build stops: ${visible(answer.error.message)}`;
  }
}

function functionText(answer: Answer & { kind: 'function' }, request: RouteRequest, shown: Shown): string {
  const { output, path, status } = answer;
  const who = output.variable === undefined ? 'The function' : `\`${output.variable}\` of`;
  const first = `${who} ${shown(output.file)} answers${withStatus(status)}.`;
  if (path === undefined) return `${first} Which path it sees cannot be known from the files.`;
  if (path === request.path) return `${first} It sees the path ${path}.`;
  const since = isPreset(output)
    ? ' Since July 2026 an application behind a preset sees where a rewrite leads to.'
    : '';
  return `${first} It sees the path ${path}, not ${request.path}.${since}`;
}

function withStatus(status: number | undefined): string {
  return status === undefined ? '' : `, with status ${status}`;
}
