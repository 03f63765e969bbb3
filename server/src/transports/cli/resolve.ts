import { bundleEstimate } from '../../deployment/bundleEstimate.ts';
import { type BundleSummary, bundleOf } from '../../deployment/bundleFiles.ts';
import { fittingPythons } from '../../deployment/installed/fittingPythons.ts';
import { resolveDeployment } from '../../deployment/resolve.ts';
import { platform } from '../../facts/platform.ts';
import type { Files } from '../../project/files.ts';
import { deploymentRoots } from '../../project/roots.ts';
import { lastValue } from './arguments.ts';
import type { Command } from './commandSpec.ts';
import { deploymentModel, type Resolved as Printed } from './deploymentModel.ts';
import { directoryNamed } from './directory.ts';
import { deploymentText } from './formats/deploymentText.ts';
import { asJson } from './formats/json.ts';
import { styleFor } from './formats/style.ts';
import { ask, noteUnreadable, sessionOf } from './session.ts';

const formats = ['text', 'json'] as const;

export const resolve: Command = {
  name: 'resolve',
  positionals: ['DIR'],
  summary: 'what Vercel would do with a project, without judgement',
  details:
    'Says which Python runs, what is installed and what is served at the first deployment of DIR, and because of\n' +
    'which file. Folders in DIR that are deployed by themselves follow.',
  options: { format: { value: 'FORMAT', choices: formats, help: 'how to print it' } },

  async run(host, args) {
    const directory = await directoryNamed(host, args.positionals[0] ?? '.');
    const session = await sessionOf(host, directory);
    const resolved = await ask(session, deploymentsIn);
    const projects = resolved.map(deploymentModel);
    const style = styleFor(host);
    const texts = resolved.map((one) => deploymentText({ ...one, name: directory.nameOf(one.root) }, style));
    const isJson = lastValue<(typeof formats)[number]>(args, 'format', 'text') === 'json';
    await host.stdout(
      isJson
        ? asJson({ version: 1, describes, projects })
        : `${[...texts, style.colours.dim(described)].join('\n\n')}\n`,
    );
    await noteUnreadable(host, session);
    return 0;
  },
};

const { builder, cli, date } = platform;

/** Which releases of Vercel's software the answers are those of. */
const describes = { builder, cli, date };
const described = `As @vercel/python ${builder} and vercel ${cli} do it (${date}).`;

interface Resolved extends Printed {
  /** The bundle of the first function. */
  readonly bundle?: BundleSummary;
}

/** The folder itself and the roots with evidence below it. */
function deploymentsIn(files: Files): Resolved[] {
  const roots = new Set(['', ...deploymentRoots(files)]);
  return [...roots].map((root) => {
    const deployment = resolveDeployment({ root, files });
    const [first] = deployment.functions;
    const pythons = fittingPythons({ root, files }, deployment);
    const estimate = bundleEstimate({ root, files }, deployment);
    return {
      root,
      deployment,
      pythons,
      estimate,
      ...(first ? { bundle: bundleOf({ root, files }, first).summary() } : {}),
    };
  });
}
