import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FailOn } from '../../check/configured.ts';
import type { Severity } from '../../rules/rule.ts';
import { choicesText, lastValue, type ParsedArguments, suggestion } from './arguments.ts';
import { type BaselineChoice, noteBaselines, writeBaselines } from './baseline.ts';
import type { Command, OptionSpec } from './commandSpec.ts';
import { directoryNamed } from './directory.ts';
import { fixFiles } from './fix.ts';
import { githubReport } from './formats/github.ts';
import { jsonReport } from './formats/json.ts';
import { markdownReport } from './formats/markdown.ts';
import { sarifReport } from './formats/sarif.ts';
import { styleFor } from './formats/style.ts';
import { textReport } from './formats/text.ts';
import { type ExitCode, Failure, type Host, reasonOf, UsageError } from './host.ts';
import { type ReportModel, reportModel } from './model.ts';
import { onlineOptions, withOnline } from './online.ts';
import { ask, type CheckSettings, Crashes, noteUnreadable, type Session, sessionOf } from './session.ts';

const formats = ['text', 'json', 'sarif', 'github', 'markdown'] as const;
const levels: readonly FailOn[] = ['error', 'warning', 'info', 'never'];
const severities = ['error', 'warning', 'info', 'off'] as const;

export const verify: Command = {
  name: 'verify',
  positionals: ['DIR'],
  summary: 'check a project; DIR is the current folder unless given',
  details:
    'Says whether what is in DIR would deploy to Vercel and run there. Every folder in it with a vercel.json,\n' +
    'a .vercel/project.json, a [tool.vercel] table or a configuration of this tool is checked; where there is\n' +
    'none, DIR itself. A configuration is .vercel-preflight.toml or [tool.vercel-preflight] in pyproject.toml;\n' +
    'options go before it.',
  options: {
    format: { value: 'FORMAT', choices: formats, help: 'how to report' },
    output: { value: 'FILE', help: 'write the report to FILE' },
    'fail-on': { value: 'LEVEL', choices: levels, help: 'exit with 1 for problems of this severity or worse' },
    fix: { help: 'apply the fixes that keep what the project does' },
    'fix-unsafe': { help: 'apply the first fix of every problem; look at the result' },
    'write-baseline': { help: 'write the problems that there are to a file, and pass over them from then on' },
    'no-baseline': { help: 'report what the baseline passes over, too' },
    ...onlineOptions,
    rule: { value: 'NAME=SEVERITY', help: `change what a rule counts as (${severities.join(', ')}); repeatable` },
  },

  async run(host, args) {
    const settings: CheckSettings = { rules: host.rules, severities: severitiesOf(host, args) };
    const offline = await sessionOf(host, await directoryNamed(host, args.positionals[0] ?? '.'));
    const session = await withOnline(host, offline, args);
    const unsafe = args.flags.has('fix-unsafe');
    if (unsafe || args.flags.has('fix')) await fixFiles(host, session, settings, unsafe);
    if (args.flags.has('write-baseline')) await writeBaselines(host, session, settings);
    const model = await check(host, session, { ...settings, baseline: !args.flags.has('no-baseline') });
    await noteBaselines(host, model);
    await publish(host, args, model);
    await noteUnreported(host, args, model);
    return exitCodeFor(model, lastValue<FailOn | ''>(args, 'fail-on', ''));
  },
};

async function check(host: Host, session: Session, settings: CheckSettings & BaselineChoice): Promise<ReportModel> {
  const crashes = new Crashes();
  const model = await ask(session, (files) => {
    crashes.clear();
    return reportModel(files, session.directory, { ...settings, onCrash: crashes.onCrash });
  });
  await crashes.note(host, session.directory);
  await noteUnreadable(host, session);
  return model;
}

async function publish(host: Host, args: ParsedArguments, model: ReportModel): Promise<void> {
  const output = lastValue<string>(args, 'output', '');
  const text = reportIn(lastValue(args, 'format', 'text'), model, output === '' ? host : { ...host, isTty: false });
  if (output === '') return host.stdout(text);
  try {
    await writeFile(path.resolve(host.cwd, output), text);
  } catch (error) {
    throw new Failure(`The report cannot be written to ${output}: ${reasonOf(error)}.`);
  }
}

/** A format that lists problems alone would hide why the exit code is not 0. */
async function noteUnreported(host: Host, args: ParsedArguments, { projects }: ReportModel): Promise<void> {
  if (!['github', 'sarif'].includes(lastValue<string>(args, 'format', 'text'))) return;
  for (const { name, deployment, problems } of projects) {
    const [first] = deployment.errors;
    if (!first || problems.some(({ severity }) => severity === 'error')) continue;
    await host.stderr(`Note: the build of ${name} would stop with ${first.code}: ${first.message}\n`);
  }
}

function reportIn(format: (typeof formats)[number], model: ReportModel, host: Host): string {
  if (format === 'json') return jsonReport(model);
  if (format === 'sarif') return sarifReport(model, host.rules);
  if (format === 'github') return githubReport(model);
  if (format === 'markdown') return markdownReport(model);
  return textReport(model, styleFor(host));
}

function severitiesOf(host: Host, args: ParsedArguments): Readonly<Record<string, Severity | 'off'>> {
  return Object.fromEntries((args.values.get('rule') ?? []).map((value) => ruleSeverity(host, value)));
}

function ruleSeverity(host: Host, value: string): readonly [string, Severity | 'off'] {
  const [, name = value, severity] = /^(.*?)=(.*)$/.exec(value) ?? [];
  const names = host.rules.map((rule) => rule.name);
  if (!names.includes(name)) throw new UsageError(`There is no rule "${name}".${suggestion(name, names)}`);
  const known = severities.find((candidate) => candidate === severity);
  if (known) return [name, known];
  const spec: OptionSpec = { choices: severities, help: '' };
  const given = severity ? `not "${severity}"` : `as in --rule ${name}=off`;
  throw new UsageError(
    `--rule takes ${choicesText(spec)} for ${name}, ${given}.${suggestion(severity ?? '', severities)}`,
  );
}

/** A build that stops is a failure, whether or not a rule that is on has a word for it. */
function exitCodeFor({ projects }: ReportModel, asked: FailOn | ''): ExitCode {
  const hasFailed = projects.some(({ report: { configured }, deployment, problems }) => {
    const failOn = asked || (configured.failOn ?? 'error');
    if (failOn === 'never') return false;
    const failing = levels.slice(0, levels.indexOf(failOn) + 1);
    return deployment.errors.length > 0 || problems.some(({ severity }) => failing.includes(severity));
  });
  return hasFailed ? 1 : 0;
}
