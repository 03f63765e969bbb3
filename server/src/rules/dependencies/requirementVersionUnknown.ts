import { isSpokenOf, pinnedRelease } from '../../deployment/installed/fittingPythons.ts';
import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import { defineRule } from '../rule.ts';
import { newestFitting, nextFitting, pinFix } from './releases.ts';

const app = '-- vercel.json\n{}\n-- main.py\napp = 1\n';
const wheels = (name: string, ...versions: string[]) =>
  versions.map((version) => `${name}-${version}-py3-none-any.whl`);

export default defineRule({
  name: 'requirement-version-unknown',
  area: 'dependencies',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.2.0',
  summary: 'A pinned release does not exist.',
  why: 'Where the index has no release of that version, the installation stops with "No solution found when resolving dependencies", or with "No matching distribution found". It is reported only where the package index was asked, with `--online` or the setting `vercelPreflight.online`: what is not known offline may well exist.',
  ignore: 'The build installs it from another index, which the project settings on Vercel name.',
  source: 'https://packaging.python.org/en/latest/specifications/simple-repository-api/',
  examples: [
    {
      files: `${app}-- requirements.txt\n«flask==3.0.99»  # web\nhttpx\n`,
      fixed: `${app}-- requirements.txt\nflask==3.1.0  # web\nhttpx\n`,
      index: { flask: wheels('flask', '2.3.0', '3.0.3', '3.1.0', '3.1.1') },
    },
    {
      files: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["«Flask == 9»"]\n`,
      fixed: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["Flask == 3.1.1"]\n`,
      index: { flask: wheels('flask', '3.1.0', '3.1.1', '4.0.0rc1') },
      note: 'where none comes after it, the newest',
    },
    {
      files: `${app}-- requirements.txt\n«flask==9»\n`,
      index: { flask: ['flask-3.1.0-cp311-cp311-win_amd64.whl'] },
      note: 'no fix where nothing fits',
    },
    { files: `${app}-- requirements.txt\nflask==3.0.99\n`, note: 'no index was asked' },
    {
      files: `${app}-- requirements.txt\nflask==3.0\nhttpx==9.9.9\nflask-of-us==1\n`,
      index: { flask: ['Flask-3.0.0.tar.gz'] },
      note: '3.0 is 3.0.0, and of the others the index told nothing',
    },
    {
      files: `${app}-- requirements.txt\nflask==3.0.99; python_version < "3.9"\nflask>=9\nflask==9.*\nflask==9+local\n`,
      index: { flask: wheels('flask', '3.1.0') },
    },
    {
      files: `${app}-- requirements.txt\n--extra-index-url https://example.com/simple\nflask==9\n`,
      index: { flask: wheels('flask', '3.1.0') },
      note: 'another index may have it',
    },
    {
      files: `${app}-- requirements.txt\nflask==\nflask=\n`,
      index: { flask: wheels('flask', '3.1.0') },
      note: 'half typed',
    },
  ],

  *check(_document, { project, deployment }) {
    const python = deployment.python.version;
    const { requirements } = installedRequirements(project, deployment);
    const facts = requirements.some(({ pin }) => pin) ? project.files.packages() : undefined;
    for (const requirement of requirements) {
      const { name, normalizedName, pin, path, span, applies } = requirement;
      const index = facts?.askedIndex?.(normalizedName);
      if (!facts || !index || !pin || pin.version.local || applies !== true) continue;
      const isKnown = facts.isOutdated?.(normalizedName) || pinnedRelease(facts, requirement) !== undefined;
      if (isKnown || !isSpokenOf(facts, requirement)) continue;
      const next = nextFitting(facts, normalizedName, { version: pin.version, python });
      const other = next ?? newestFitting(facts, normalizedName, python);
      const which = next ? 'the next that fits' : 'the newest that fits';
      const advice = other ? `Pin ${other.text}, ${which}.` : 'Pin one that exists.';
      yield {
        path,
        span,
        message: `\`${name}\` has no release ${pin.text} in the index at ${hostOf(index)}. ${advice}`,
        fixes: pinFix(project, requirement, other),
      };
    }
  },
});

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/]+)/i.exec(url)?.[1] ?? url;
}
