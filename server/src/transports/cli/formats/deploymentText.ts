import type { Deployment, Entrypoint } from '../../../deployment/deployment.ts';
import { exclusions, type FittingPythons } from '../../../deployment/installed/fittingPythons.ts';
import { visible } from '../../../text/visible.ts';
import { fromRoot } from '../directory.ts';
import { hanging, padded, printable } from './printable.ts';
import type { TextStyle } from './style.ts';

export interface NamedDeployment {
  readonly root: string;
  readonly name: string;
  readonly deployment: Deployment;
  readonly pythons: FittingPythons | undefined;
}

/** One answer: the answer itself, then the reasons. */
interface Answer {
  readonly title: string;
  readonly answer: string;
  readonly because: readonly string[];
}

/** What Vercel would do with a folder, for a person: each answer with the reasons that lead to it. */
export function deploymentText(named: NamedDeployment, { colours, width: columns }: TextStyle): string {
  const answers = answersOf(named);
  const width = Math.max(...answers.map(({ title }) => title.length));
  const rows = answers.flatMap(({ title, answer, because }) => [
    `  ${padded(title, width)}  ${colours.bold(printable(answer))}`,
    ...because
      .filter((reason) => reason !== '')
      .map((reason) => `  ${' '.repeat(width)}  ${colours.dim(hanging(printable(reason), width + 4, columns))}`),
  ]);
  return [colours.bold(printable(named.name)), ...rows].join('\n');
}

function answersOf({ root, deployment, pythons }: NamedDeployment): readonly Answer[] {
  const { framework, python, install, errors } = deployment;
  const own = (path: string) => fromRoot(root, path);
  const asked = python.requested === null ? '' : ` (${python.requested} is asked for)`;
  const ignored = install.ignored.map((path) => `${own(path)} is not read.`);
  return [
    ...errors.map(({ code, message }) => ({
      title: 'Build',
      answer: `stops with ${code}`,
      because: [visible(message)],
    })),
    { title: 'Mode', answer: modeText(deployment), because: [framework.because] },
    {
      title: 'Python',
      answer: `${python.version}${python.requested === python.version ? '' : asked}`,
      because: python.because,
    },
    {
      title: 'Installs',
      answer: install.source === null ? 'nothing' : own(install.source),
      because: [install.because, ...ignored],
    },
    ...fitting(pythons),
    { title: 'Serves', ...served(deployment, own) },
  ];
}

/** The Pythons that the pinned requirements allow, where any of them is known. */
function fitting(pythons: FittingPythons | undefined): Answer[] {
  if (!pythons) return [];
  const { versions, known, date } = pythons;
  const basis = `As far as is known of ${known === 1 ? 'the pinned requirement' : `${known} pinned requirements`} (${date}).`;
  const answer = versions.length > 0 ? `Python ${versions.join(', ')}` : 'no Python that Vercel has';
  return [{ title: 'Pins fit', answer, because: [...exclusions(pythons), basis] }];
}

const modes: Readonly<Record<Deployment['mode'], string>> = {
  builds: '`builds` of vercel.json',
  framework: 'framework preset',
  'zero-config': 'zero configuration',
};

function modeText({ mode, framework: { preset } }: Deployment): string {
  return preset === null ? modes[mode] : `${modes[mode]}, ${preset}`;
}

const interfaces = { asgi: ' (ASGI)', wsgi: ' (WSGI)', 'http-handler': ' (HTTP handler class)', unknown: '' } as const;

function served({ functions, entrypoints, errors }: Deployment, own: (path: string) => string): Omit<Answer, 'title'> {
  const files = new Set(functions.map(({ path }) => path));
  const others = entrypoints
    .filter(({ path }) => !files.has(path))
    .map((entrypoint) => entrypointText(entrypoint, own));
  if (functions.length > 0) {
    const all = functions.map(
      ({ path, variable, interface: kind }) => `${variable} of ${own(path)}${interfaces[kind]}`,
    );
    return { answer: all.join(', '), because: [...viaText(deploymentVia(entrypoints, files)), ...others] };
  }
  return { answer: errors.length > 0 ? 'nothing, because the build stops' : 'no Python', because: others };
}

function entrypointText({ path, variable }: Entrypoint, own: (path: string) => string): string {
  const found = variable === undefined ? 'no app, application or handler was found there' : `\`${variable}\` is there`;
  return `${own(path)} is looked at: ${found}.`;
}

const reasons: Readonly<Record<Entrypoint['via'], string>> = {
  builds: 'An entry of `builds` names the file.',
  api: 'Each file in the api folder is a function.',
  preset: 'It is among the places in which the preset looks.',
  setting: '[tool.vercel] in pyproject.toml names it.',
  name: 'Vercel finds it by its name.',
};

function deploymentVia(entrypoints: readonly Entrypoint[], files: ReadonlySet<string>): ReadonlySet<Entrypoint['via']> {
  return new Set(entrypoints.filter(({ path }) => files.has(path)).map(({ via }) => via));
}

function viaText(via: ReadonlySet<Entrypoint['via']>): string[] {
  return [...via].map((reason) => reasons[reason]);
}
