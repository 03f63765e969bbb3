import { fittingPythons, pinnedRelease } from '../../deployment/installed/fittingPythons.ts';
import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import { refusesPython } from '../../documents/packages/fit.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { nextFitting, pinFix } from './releases.ts';

const app = '-- vercel.json\n{}\n-- main.py\napp = 1\n';

export default defineRule({
  name: 'requirement-python-incompatible',
  area: 'dependencies',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.2.0',
  summary: 'A pinned release does not admit the Python that runs.',
  why: 'Every release says in `requires-python` which Pythons it installs on. Where the one that Vercel runs is not among them, the installation stops with "No solution found when resolving dependencies", or with "requires a different Python".',
  source: 'https://packaging.python.org/en/latest/specifications/core-metadata/#requires-python',
  examples: [
    {
      files: `${app}-- requirements.txt\n# science\n«scipy==1.10.1»  # pinned\nfastapi\n`,
      fixed: `${app}-- requirements.txt\n# science\nscipy==1.11.2  # pinned\nfastapi\n`,
    },
    {
      files: `${app}-- .python-version\n3.14\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = [\n    "«numpy == 1.26.1 ; sys_platform != 'win32'»",\n]\n`,
      fixed: `${app}-- .python-version\n3.14\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = [\n    "numpy == 2.3.2 ; sys_platform != 'win32'",\n]\n`,
    },
    {
      files: `${app}-- Pipfile.lock\n{ "_meta": {}, "default": { «"geojson"»: { "version": "==3.0.1" } } }\n`,
      note: 'a lock file is written by its tool, so no fix edits it',
    },
    { files: `${app}-- requirements.txt\nscipy==1.11.4\nnumpy==1.26.4\n` },
    { files: `${app}-- requirements.txt\nscipy>=1.10\nscipy-of-nobody==1.0\nscipy==1.10.999\n` },
    { files: `${app}-- requirements.txt\nscipy==1.10.1; python_version < "3.12"\n`, note: 'not installed on 3.12' },
    { files: `${app}-- requirements.txt\nscipy==1.1\nscipy==\n`, note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const { python } = deployment;
    const { requirements } = installedRequirements(project, deployment);
    const facts = requirements.some(({ pin }) => pin) ? project.files.packages() : undefined;
    if (!facts) return;
    for (const requirement of requirements) {
      const release = pinnedRelease(facts, requirement);
      if (requirement.applies !== true || !release || !refusesPython(release, python.version)) continue;
      const { name, normalizedName, path, span } = requirement;
      const next = nextFitting(facts, normalizedName, { version: release.version, python: python.version });
      const asked = `\`${name}\` ${release.text} asks for Python ${release.requiresPython?.text ?? ''}`;
      yield {
        path,
        span,
        message: `${shortened(asked)}, and ${python.version} runs. ${adviceFor(next?.text, { project, deployment })}`,
        fixes: pinFix(project, requirement, next),
      };
    }
  },
});

function shortened(text: string): string {
  return text.length > 75 ? `${text.slice(0, 74)}…` : text;
}

function adviceFor(
  next: string | undefined,
  { project, deployment }: Pick<RuleContext, 'project' | 'deployment'>,
): string {
  const versions = fittingPythons(project, deployment)?.versions ?? [];
  const python = versions.length > 0 ? `Python ${versions[0]}, which all pins fit` : undefined;
  if (next !== undefined) return python ? `Pin ${next}, or run ${python}.` : `Pin ${next}, the next that fits.`;
  return python ? `Run ${python}.` : 'Pin a release that admits it.';
}
