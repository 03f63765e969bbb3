import type { Deployment, Entrypoint } from '../deployment/deployment.ts';
import { platform } from '../facts/platform.ts';
import { visible } from '../text/visible.ts';
import { code, link, prose } from './markdown.ts';
import type { ShownPlace } from './report.ts';

/** A deployment to explain, with what only a transport knows. */
export interface ShownDeployment {
  readonly deployment: Deployment;
  /** What to call the root, such as `backend`. */
  readonly name: string;
  /** Where `path` is, at `offset` if given. */
  place(path: string, offset?: number): ShownPlace;
}

/** The page of `Show deployment preview`, as Markdown: what Vercel would do with each root, and why. No judgement. */
export function deploymentPage(deployments: readonly ShownDeployment[]): string {
  const parts = deployments.length > 0 ? deployments.map(section) : [nothingFound];
  const { builder, cli, date } = platform;
  const described = `As @vercel/python ${builder} and vercel ${cli} do it (${date}), for a first deployment with this folder as Root Directory.`;
  return `# Deployment preview\n\n${parts.join('\n\n---\n\n')}\n\n---\n\n*${described}*\n`;
}

const nothingFound = 'No folder here says that it is deployed to Vercel.';

const modes: Readonly<Record<Deployment['mode'], string>> = {
  builds: 'by `builds` of vercel.json',
  framework: 'by a framework preset',
  'zero-config': 'by zero configuration',
};

function section(shown: ShownDeployment): string {
  const { deployment, name } = shown;
  return [
    `## ${code(name)}`,
    ...deployment.errors.map((error) => buildError(shown, error)),
    answer(`Python ${deployment.python.version}`, deployment.python.because),
    answer(`Built ${modes[deployment.mode]}${preset(deployment)}`, [deployment.framework.because]),
    answer(`Installs ${installed(shown)}`, [deployment.install.because, ...ignored(shown)]),
    answer(
      `Serves ${served(shown)}`,
      deployment.entrypoints.map((entrypoint) => looked(shown, entrypoint)),
    ),
  ].join('\n\n');
}

const preset = ({ framework }: Deployment) => (framework.preset === null ? '' : `: ${code(framework.preset)}`);

/** An answer in bold, and its reasons below it. Both are Markdown, the reasons plain sentences or ready links. */
function answer(text: string, because: readonly string[]): string {
  const reasons = because.filter((reason) => reason !== '').map((reason) => `- ${reason}`);
  return [`### ${text}`, ...(reasons.length > 0 ? [reasons.join('\n')] : [])].join('\n\n');
}

function buildError({ place }: ShownDeployment, { code: name, message, file }: Deployment['errors'][number]): string {
  const shown = file === undefined ? undefined : place(file);
  const where = shown ? ` ${link(prose(shown.text), shown.address)}` : '';
  return `> **The build stops** with ${code(name)}: ${prose(visible(message))}${where}`;
}

function fileLink({ place }: ShownDeployment, path: string, offset?: number): string {
  const { text, address } = place(path, offset);
  return link(prose(text), address);
}

function installed(shown: ShownDeployment): string {
  const { source, command } = shown.deployment.install;
  if (command !== undefined) return `with ${code(command)}`;
  return source === null ? 'nothing' : fileLink(shown, source);
}

function ignored(shown: ShownDeployment): string[] {
  return shown.deployment.install.ignored.map((path) => `${fileLink(shown, path)} is not read.`);
}

const interfaces = {
  asgi: ' (ASGI)',
  wsgi: ' (WSGI)',
  'http-handler': ' (HTTP handler class)',
  unknown: '',
} as const;

function served(shown: ShownDeployment): string {
  const { functions, errors } = shown.deployment;
  if (functions.length === 0) return errors.length > 0 ? 'nothing, because the build stops' : 'no Python';
  return functions
    .map((one) => `${code(one.variable)} of ${fileLink(shown, one.path)}${interfaces[one.interface]}`)
    .join(', ');
}

const reasons: Readonly<Record<Entrypoint['via'], string>> = {
  builds: 'an entry of `builds` names it',
  api: 'each file in the api folder is a function',
  preset: 'it is among the places in which the preset looks',
  setting: '`[tool.vercel]` in pyproject.toml names it',
  name: 'Vercel finds it by its name',
};

function looked(shown: ShownDeployment, { path, variable, via }: Entrypoint): string {
  const found =
    variable === undefined ? 'no `app`, `application` or `handler` is found there' : `it has ${code(variable)}`;
  return `${fileLink(shown, path)}: ${reasons[via]}, and ${found}.`;
}
