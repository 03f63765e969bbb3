import { contains, parseVersion } from '../../documents/pep440.ts';
import type { RequirementEntry, RequirementsDocument } from '../../documents/requirements.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, nameOf } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';
import { hiddenFinding, hiddenRequirements } from './hiddenRequirements.ts';
import { requirementsIn } from './installed.ts';

const main = '-- main.py\nfrom flask import Flask\nimport redis\n\napp = Flask(__name__)\n';
const frozen = '-- requirements-frozen.txt\nflask==3.0.3\n';

export default defineRule({
  name: 'requirements-frozen-wins',
  area: 'dependencies',
  subject: 'requirements.txt',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'requirements-frozen.txt is installed, and what requirements.txt asks for is not in it.',
  why: 'The builder takes requirements.frozen.txt or requirements-frozen.txt before requirements.txt, and says so nowhere but in one line of the log. Where the frozen file is older, the new requirements are not installed.',
  source: 'https://vercel.com/docs/functions/runtimes/python#dependencies',
  examples: [
    { files: `-- vercel.json\n{}\n${frozen}-- requirements.txt\nflask\n«redis»\n${main}` },
    { files: `-- vercel.json\n{}\n${frozen}redis==5.2.1\n-- requirements.txt\n«flask>=3.1»\nredis\n${main}` },
    { files: `-- vercel.json\n{}\n${frozen}redis==5.2.1\n-- requirements.txt\nflask>=3\nredis\n${main}` },
    { files: `-- vercel.json\n{}\n-- requirements.txt\nflask>=3.1\nredis\n${main}`, note: 'nothing is frozen' },
    {
      files: `-- vercel.json\n{}\n-- tools/requirements-frozen.txt\nruff==0.8.0\n-- requirements.txt\nflask\nredis\n${main}`,
      note: 'in another folder',
    },
    {
      files: `-- vercel.json\n{}\n${frozen}redis==5.2.1\n-- requirements.txt\nflask>=\nredis\n${main}`,
      note: 'half typed',
    },
  ],

  *check(document, context) {
    const { install } = context.deployment;
    const { source } = install;
    if (source === null || !/^requirements[.-]frozen\.txt$/.test(nameOf(source)) || install.command !== undefined)
      return;
    if (nameOf(context.path) !== 'requirements.txt' || directoryOf(source) !== directoryOf(context.path)) return;
    const missing = hiddenFinding(hiddenRequirements(document, context, source), context, source);
    if (missing) {
      yield missing;
      return;
    }
    const locked = documentAt(context.project.files, source, 'requirements.txt');
    const [first] = locked ? excluded(document, locked) : [];
    if (!first) return;
    yield {
      span: first.entry.requirementSpan,
      message: `Vercel reads ${nameOf(source)} instead, which pins \`${first.entry.name}\` at ${first.version}. Freeze the requirements again.`,
      related: [{ path: source, span: first.pin.requirementSpan, message: 'This is installed.' }],
    };
  },
});

interface Excluded {
  readonly entry: RequirementEntry;
  readonly pin: RequirementEntry;
  readonly version: string;
}

/** The requirements whose specifier leaves out the one version that is pinned. */
function excluded(document: RequirementsDocument, locked: RequirementsDocument): Excluded[] {
  const pins = requirementsIn(locked);
  return requirementsIn(document).flatMap((entry) => {
    const own = pins.filter(({ normalizedName }) => normalizedName === entry.normalizedName);
    const [pin] = own;
    const clause = pin?.specifier?.clauses[0];
    if (!pin || own.length > 1 || entry.marker || entry.errors.length > 0 || clause?.operator !== '==') return [];
    const version = clause.wildcard ? undefined : parseVersion(clause.version);
    if (!version || !entry.specifier || entry.specifier.errors.length > 0) return [];
    return contains(version, entry.specifier) ? [] : [{ entry, pin, version: clause.version }];
  });
}
