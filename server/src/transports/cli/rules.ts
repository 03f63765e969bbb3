import { areaTitles } from '../../check/areas.ts';
import { rulePage as ruleAddress } from '../../facts/product.ts';
import { rulePage, ruleTable } from '../../features/rulePage.ts';
import { areas, type Rule } from '../../rules/rule.ts';
import { lastValue, suggestion } from './arguments.ts';
import type { Command } from './commandSpec.ts';
import { asJson } from './formats/json.ts';
import { type Colours, styleFor } from './formats/style.ts';
import { type Host, UsageError } from './host.ts';

const formats = ['text', 'json', 'markdown'] as const;

export const rules: Command = {
  name: 'rules',
  positionals: ['NAME'],
  summary: 'list the rules, or explain one',
  details: 'Lists every rule by area. With NAME: what the rule reports, why it matters, and what the fix makes of it.',
  options: { format: { value: 'FORMAT', choices: formats, help: 'how to print them' } },

  async run(host, args) {
    const format = lastValue<(typeof formats)[number]>(args, 'format', 'text');
    const [name] = args.positionals;
    await host.stdout(name === undefined ? list(host, format) : explanation(ruleNamed(host, name), format));
    return 0;
  },
};

function ruleNamed({ rules: all }: Host, name: string): Rule {
  const rule = all.find((candidate) => candidate.name === name);
  if (rule) return rule;
  const near = suggestion(
    name,
    all.map((candidate) => candidate.name),
  );
  throw new UsageError(`There is no rule "${name}".${near}`);
}

function explanation(rule: Rule, format: (typeof formats)[number]): string {
  return format === 'json' ? asJson({ version: 1, ...fullJson(rule) }) : rulePage(rule);
}

function list(host: Host, format: (typeof formats)[number]): string {
  if (format === 'json') return asJson({ version: 1, rules: host.rules.map(ruleJson) });
  return format === 'markdown' ? ruleTable(host.rules) : listText(host.rules, styleFor(host).colours);
}

function ruleJson({ name, area, severity, status, since, summary }: Rule) {
  return { name, area, severity, status, since, summary, docs: ruleAddress(name) };
}

function fullJson(rule: Rule): object {
  const { subject, why, ignore = null, source } = rule;
  return { ...ruleJson(rule), subject, why, ignore, source, page: rulePage(rule) };
}

function listText(all: readonly Rule[], colours: Colours): string {
  const width = Math.max(0, ...all.map(({ name }) => name.length));
  const paint = { error: colours.red, warning: colours.yellow, info: colours.blue };
  const sections = areas.flatMap((area) => {
    const own = all.filter((rule) => rule.area === area);
    if (own.length === 0) return [];
    const rows = own.map(({ name, severity, status, summary }) => {
      const note = status === 'preview' ? colours.dim(' (preview)') : '';
      return `  ${name.padEnd(width)}  ${paint[severity](severity.padEnd(7))}  ${summary}${note}`;
    });
    return [[colours.bold(areaTitles[area]), ...rows].join('\n')];
  });
  const count = `${all.length} rule${all.length === 1 ? '' : 's'}. \`vercel-preflight rules NAME\` explains one.`;
  return `${[...sections, count].join('\n\n')}\n`;
}
