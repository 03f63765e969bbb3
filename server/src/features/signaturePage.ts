import { type Cause, type Role, type Signature, type Values, type Words, wordsOf } from '../logs/signature.ts';
import { parseExample } from '../rules/example.ts';
import { prose } from './markdown.ts';

const roles: Readonly<Record<Role, string>> = {
  cause: 'a cause',
  symptom: 'a symptom: what failed, not why',
  warning: 'a warning',
  decoy: 'a decoy: it looks like the failure and is not',
  note: 'a note',
};

const phases = { build: 'build log', runtime: 'runtime log' } as const;

/** Every signature, with what it means and what to do, as Markdown. */
export function signaturePage(signatures: readonly Signature[]): string {
  const order: readonly Role[] = ['cause', 'symptom', 'warning', 'decoy', 'note'];
  const sorted = [...signatures].sort(
    (a, b) => order.indexOf(a.role) - order.indexOf(b.role) || compare(a.name, b.name),
  );
  const head = [
    '# Log signatures',
    'What `vercel-preflight log` knows of the logs of Vercel. Made from `server/src/logs/signatures`; every example is a test. Values of a log stand in angle brackets.',
  ];
  return `${[...head, ...sorted.flatMap(section)].join('\n\n')}\n`;
}

function section(signature: Signature): string[] {
  const { name, role, phase, title, today, causes, builder, source, examples } = signature;
  const where = phase ? `, ${phases[phase]}` : '';
  return [
    `## ${name}`,
    `${text(title)} (${roles[role]}${where}${releasesText(builder)})`,
    ...(examples[0] ? [`\`\`\`\`text\n${withoutMarks(examples[0].log)}\n\`\`\`\``] : []),
    causes.map((cause, index) => causeItem(cause, causes.length > 1 ? `${index + 1}.` : '-')).join('\n'),
    ...(today === undefined ? [] : [`Today: ${text(today)}`]),
    `Source: ${prose(source)}`,
  ];
}

function causeItem({ cause, advice, rules, decides }: Cause, bullet: string): string {
  const links = (rules ?? []).map((rule) => `[${rule}](rules/${rule}.md)`).join(', ');
  const decided = decides ? ` What decides: ${text(decides)}.` : '';
  return `${bullet} ${text(cause)} **What to do:** ${text(advice)}${decided}${links ? ` Rules: ${links}.` : ''}`;
}

function releasesText(builder: Signature['builder']): string {
  if (!builder) return '';
  const from = builder.from ? ` from ${builder.from}` : '';
  const to = builder.to ? ` until ${builder.to}` : '';
  return `, builder${from}${to}`;
}

/** Each value reads as its name. */
const names: Values = new Proxy({}, { get: (_, name) => `<${String(name)}>` });

function text(words: Words): string {
  return prose(wordsOf(words, names));
}

/** The notation of examples marks what must be pointed at; a reader needs the text alone. */
function withoutMarks(log: string): string {
  return (parseExample(`-- log\n${log}`).files.get('log')?.text ?? '').replace(/\n$/, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
