import type { BundleEstimate } from '../../../deployment/bundleEstimate.ts';
import type { BundleSummary } from '../../../deployment/bundleFiles.ts';
import { heaviestText, outcomeText, sizeReasons, sizeText } from '../../../deployment/bundleWords.ts';
import type { DeployedFunction, DeployedSettings, Deployment, Entrypoint } from '../../../deployment/deployment.ts';
import { exclusions, type FittingPythons } from '../../../deployment/installed/fittingPythons.ts';
import { visible } from '../../../text/visible.ts';
import { fromRoot } from '../directory.ts';
import type { NamedDeployment } from './deploymentText.ts';

/** One answer: the answer itself, then the reasons. */
export interface Answer {
  readonly title: string;
  readonly answer: string;
  readonly because: readonly string[];
}

/** A path as a person of the project writes it. */
type Own = (path: string) => string;

/** What Vercel would do with a folder, in the order in which a build comes to it. */
export function answersOf({ root, deployment, bundle, estimate, pythons }: NamedDeployment): readonly Answer[] {
  const own = (path: string) => fromRoot(root, path);
  return [
    ...deployment.errors.map(({ code, message }) => ({
      title: 'Build',
      answer: `stops before it installs anything: ${code}`,
      because: message.split(/\r?\n/).map(visible),
    })),
    { title: 'Mode', ...modeAnswer(deployment) },
    { title: 'Python', ...pythonAnswer(deployment) },
    { title: 'Installs', ...installAnswer(deployment, own) },
    ...fitting(pythons),
    { title: 'Serves', ...servesAnswer(deployment, own) },
    ...limitAnswers(deployment, own),
    ...bundleAnswers(deployment, bundle, own),
    ...sizeAnswers(estimate),
    ...cronAnswers(deployment),
  ];
}

type Untitled = Omit<Answer, 'title'>;

function modeAnswer({ mode, framework: { preset, because } }: Deployment): Untitled {
  if (mode === 'builds') {
    const unused = preset === null ? '' : ` The preset ${preset} plays no part.`;
    return {
      answer: '`builds` of vercel.json',
      because: [`Its entries alone say what is built, and with which builder.${unused}`],
    };
  }
  if (mode === 'framework') return { answer: `framework preset ${preset}`, because: [because, onlyFunction] };
  const answer = preset === null ? 'zero configuration' : `zero configuration, beside the preset ${preset}`;
  return { answer, because: [because, apiFiles] };
}

const onlyFunction = 'One application answers every request.';
const apiFiles =
  'Each Python file in the api folder that has an app, application or handler becomes a function of its own.';

function pythonAnswer({ python: { version, requested, because } }: Deployment): Untitled {
  const asked = requested === null || requested === version ? '' : `, though ${requested} is asked for`;
  return { answer: `${version}${asked}`, because };
}

function installAnswer({ install }: Deployment, own: Own): Untitled {
  if (install.command !== undefined) {
    const instead = install.source === null ? '' : ` from ${own(install.source)}`;
    const because = [`The project sets that command. It takes the place of the builder's own installation${instead}.`];
    return { answer: `with \`${install.command}\``, because };
  }
  const ignored = install.ignored.map((path) => `${own(path)} is not read.`);
  return { answer: install.source === null ? 'nothing' : own(install.source), because: [install.because, ...ignored] };
}

const interfaces = { asgi: 'ASGI', wsgi: 'WSGI', 'http-handler': 'a class that handles HTTP', unknown: '' } as const;

function servesAnswer({ functions, entrypoints, errors }: Deployment, own: Own): Untitled {
  const files = new Set(functions.map(({ path }) => path));
  const others = entrypoints.filter(({ path }) => !files.has(path)).map((one) => lookedAt(one, files.size > 0, own));
  if (functions.length === 0) {
    return { answer: errors.length > 0 ? 'nothing, because the build stops' : 'no Python', because: others };
  }
  const served = functions.map((made) => servedText(made, own));
  const reasons = [...new Set(entrypoints.filter(({ path }) => files.has(path)).map(({ via }) => via))].map(
    (via) => viaTexts[via],
  );
  const [first = ''] = served;
  if (served.length === 1) return { answer: first, because: [...reasons, ...others] };
  return { answer: `${served.length} functions`, because: [...served.map((one) => `- ${one}`), ...reasons, ...others] };
}

function servedText({ path, variable, interface: kind }: DeployedFunction, own: Own): string {
  const speaks = interfaces[kind];
  return `${variable} of ${own(path)}${speaks ? ` (${speaks})` : ''}`;
}

function lookedAt({ path, variable }: Entrypoint, somethingIsServed: boolean, own: Own): string {
  if (variable === undefined) return `${own(path)} has no app, application or handler that Vercel would find.`;
  return `${own(path)} has \`${variable}\`${somethingIsServed ? ', but is not what is served' : ''}.`;
}

const viaTexts: Readonly<Record<Entrypoint['via'], string>> = {
  builds: 'An entry of `builds` names the file.',
  api: 'Vercel makes functions of the files in the api folder.',
  preset: 'It is among the places in which the preset looks.',
  setting: '[tool.vercel] in pyproject.toml names it.',
  name: 'Vercel finds it by its name.',
};

/** One line a group of functions with the same settings. */
function limitAnswers({ functions }: Deployment, own: Own): Answer[] {
  const groups = new Map<string, { readonly settings: DeployedSettings; readonly paths: string[] }>();
  for (const { path, settings } of functions) {
    if (!settings || limitsText(settings) === '') continue;
    const key = `${settings.pattern} ${limitsText(settings)}`;
    const group = groups.get(key) ?? { settings, paths: [] };
    group.paths.push(own(path));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ settings, paths }) => ({
    title: 'Limits',
    answer: `${limitsText(settings)}${functions.length > 1 ? ` for ${paths.join(', ')}` : ''}`,
    because: [`\`functions\` of vercel.json sets that for "${settings.pattern}".`],
  }));
}

function limitsText({ maxDuration, memory }: DeployedSettings): string {
  const duration = maxDuration === 'max' ? 'as long as the plan allows' : `at most ${maxDuration} s a request`;
  return [
    ...(maxDuration === undefined ? [] : [duration]),
    ...(memory === undefined ? [] : [`${memory} MB of memory`]),
  ].join(', ');
}

function bundleAnswers({ functions }: Deployment, bundle: BundleSummary | undefined, own: Own): Answer[] {
  const [first] = functions;
  if (!bundle || !first) return [];
  const included = first.settings?.includeFiles ?? [];
  const answer = `${counted(bundle.files)} of yours, and what is installed`;
  return [
    {
      title: 'Bundles',
      answer: functions.length > 1 ? `${answer}, with ${own(first.path)}` : answer,
      because: [
        ...bundle.leftOut.map(
          ({ pattern, by, files }) =>
            `${counted(files)} left out: ${by === 'builder' ? `the builder bundles nothing that fits ${pattern}` : `\`excludeFiles\` has ${pattern}`}.`,
        ),
        ...included.map((pattern) => `\`includeFiles\` takes ${pattern} in, whatever else leaves it out.`),
      ],
    },
  ];
}

/** How large the bundle is, where the size of anything in it is known. */
function sizeAnswers(estimate: BundleEstimate | undefined): Answer[] {
  const answer = estimate && sizeText(estimate);
  if (!estimate || answer === undefined) return [];
  const because = [`Most of it: ${heaviestText(estimate)}.`, ...outcomeText(estimate), ...sizeReasons(estimate)];
  return [{ title: 'Weighs', answer, because }];
}

function counted(files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}`;
}

function cronAnswers({ crons }: Deployment): Answer[] {
  return crons.map(({ schedule, path }, index) => ({
    title: 'Cron',
    answer: `${schedule}  GET ${path}`,
    because: index === crons.length - 1 ? ['In UTC, and to the production deployment alone.'] : [],
  }));
}

/** The Pythons that the pinned requirements allow, where any of them is known. */
function fitting(pythons: FittingPythons | undefined): Answer[] {
  if (!pythons) return [];
  const { versions, known, date } = pythons;
  const basis = `As far as is known of ${known === 1 ? 'the pinned requirement' : `${known} pinned requirements`} (${date}).`;
  const answer = versions.length > 0 ? `Python ${versions.join(', ')}` : 'no Python that Vercel has';
  return [{ title: 'Pins fit', answer, because: [...exclusions(pythons), basis] }];
}
