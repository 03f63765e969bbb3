import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import type { InstalledRequirement } from '../../deployment/installed/requirement.ts';
import { type Clause, compareVersions, satisfies } from '../../documents/pep440.ts';
import { lineAt } from '../../text/lines.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { removal } from './manifestEdits.ts';

const app = '-- vercel.json\n{}\n-- main.py\napp = 1\n';

export default defineRule({
  name: 'requirement-conflict',
  area: 'dependencies',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.2.0',
  summary: 'One package, asked for in versions that exclude each other.',
  why: 'No release can satisfy both, so the installation stops: "No solution found when resolving dependencies".',
  source: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
  examples: [
    {
      files: `${app}-- requirements.txt\nfastapi==0.110.0\nhttpx\n«FastAPI==0.115.6»  # web\n`,
      fixed: `${app}-- requirements.txt\nhttpx\nFastAPI==0.115.6  # web\n`,
    },
    {
      files: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["pydantic>=2", "httpx", "«pydantic<2»"]\n`,
      fixed: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["httpx", "pydantic<2"]\n`,
    },
    { files: `${app}-- requirements.txt\n«flask>=3,<2.3»\n`, note: 'a requirement that excludes itself' },
    { files: `${app}-- requirements.txt\nflask==3.0.0\nFlask==3.0\nflask>=2\nwerkzeug>=2\nwerkzeug<4\n` },
    {
      files: `${app}-- requirements.txt\nnumpy==1.26.4; python_version < "3.12"\nnumpy==2.1.0; python_version >= "3.12"\n`,
      note: 'one of them for each Python',
    },
    { files: `${app}-- requirements.txt\nflask==3.0.0\nflask-cors==5.0.0\nflask!=3.0.1\n` },
    { files: `${app}-- requirements.txt\nflask==3.0.0\nflask==\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { requirements, isLocked } = installedRequirements(context.project, context.deployment);
    if (isLocked) return;
    const before = new Map<string, InstalledRequirement[]>();
    for (const requirement of requirements.filter(({ applies }) => applies === true)) {
      const { normalizedName, name, path, span, specifier } = requirement;
      const others = before.get(normalizedName) ?? [];
      before.set(normalizedName, [...others, requirement]);
      const own = specifier?.clauses ?? [];
      if (excludesAll(own)) {
        const message = `No release of \`${name}\` is ${specifier?.text}, so the build stops. Write a range that some release fits.`;
        yield { path, span, message };
        continue;
      }
      const other = others.find((candidate) => excludesAll([...own, ...(candidate.specifier?.clauses ?? [])]));
      if (!other || excludesAll(other.specifier?.clauses ?? [])) continue;
      const line = lineNumber(context, other);
      yield {
        path,
        span,
        message: `No release of \`${name}\` is both ${other.specifier?.text} (line ${line}) and ${specifier?.text}. Keep one of them.`,
        related: [{ path: other.path, span: other.span, message: `\`${name}\` is asked for here too.` }],
        fixes: fixesFor(context, [other, requirement]),
      };
    }
  },
});

function lineNumber({ project }: RuleContext, { path, span }: InstalledRequirement): number {
  const text = project.files.source(path)?.text ?? '';
  return text.slice(0, lineAt(text, span.start).start).split(/\r\n|\n|\r/).length;
}

/** Whether the clauses prove that no version satisfies all of them. */
function excludesAll(clauses: readonly Clause[]): boolean {
  const pin = clauses.find(({ operator, wildcard, parsed }) => operator === '==' && !wildcard && parsed);
  if (pin?.parsed) {
    const { parsed, version } = pin;
    return clauses.some((clause) => clause.operator !== '===' && !satisfies(parsed, clause, version));
  }
  const lower = clauses.filter(
    ({ operator, wildcard }) => operator.startsWith('>') || operator === '~=' || (operator === '==' && wildcard),
  );
  const upper = clauses.filter(({ operator }) => operator.startsWith('<'));
  return lower.some((low) => upper.some((high) => isAbove(low, high)));
}

/** Whether whatever satisfies the lower bound is above the upper one. */
function isAbove(low: Clause, high: Clause): boolean {
  if (!low.parsed || !high.parsed) return false;
  const order = compareVersions(low.parsed, high.parsed);
  // `==1.2.*` and `<1.2` leave nothing but pre-releases, which nobody gets unasked.
  return order > 0 || (order === 0 && (high.operator === '<' || low.operator === '>'));
}

/** Best first: the newer of two pins stays, else what was written last. */
function fixesFor(context: RuleContext, pair: readonly [InstalledRequirement, InstalledRequirement]): Fix[] {
  const [first, second] = pair;
  const isFirstNewer = first.pin && second.pin && compareVersions(first.pin.version, second.pin.version) > 0;
  const order = isFirstNewer ? [second, first] : [first, second];
  return order.flatMap((gone) => {
    const kept = gone === first ? second : first;
    const change = removal(context, gone);
    return change
      ? [{ title: `Keep ${kept.name}${kept.specifier?.text ?? ''}`, safety: 'unsafe' as const, files: [change] }]
      : [];
  });
}
