import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LogAnalysis } from '../../logs/analysis.ts';
import { verdictOf } from '../../logs/report.ts';
import { signatures } from '../../logs/signatures/index.ts';
import { lastValue } from './arguments.ts';
import type { Command } from './commandSpec.ts';
import { type Directory, directoryNamed } from './directory.ts';
import { logGithub } from './formats/logGithub.ts';
import { logJson } from './formats/logJson.ts';
import { logMarkdown } from './formats/logMarkdown.ts';
import { logSarif } from './formats/logSarif.ts';
import { logText } from './formats/logText.ts';
import { styleFor } from './formats/style.ts';
import { Failure, type Host, reasonOf, UsageError } from './host.ts';
import { logSource, readLog } from './logInput.ts';
import { type LogModel, logModel } from './logModel.ts';
import { ask, Crashes, noteUnreadable, sessionOf } from './session.ts';

const formats = ['text', 'json', 'sarif', 'github', 'markdown'] as const;

export const log: Command = {
  name: 'log',
  positionals: ['FILE|-'],
  repeats: true,
  summary: 'explain a deployment or runtime log; - or nothing is standard input',
  details:
    'Says why a build failed or a function crashed, from its log: the cause, the place in the project, what to do.\n' +
    'Timestamps, colours, quotes and JSON around the lines do not matter. Nothing is sent anywhere.\n' +
    'Exits with 1 when the log has an error that it explains.',
  options: {
    dir: { value: 'DIR', help: 'the project that was deployed; the current folder unless given' },
    format: { value: 'FORMAT', choices: formats, help: 'how to report' },
    output: { value: 'FILE', help: 'write the report to FILE' },
  },

  async run(host, args) {
    const directory = await directoryNamed(host, lastValue<string>(args, 'dir', '.'));
    const format = lastValue<(typeof formats)[number]>(args, 'format', 'text');
    const names = args.positionals.length > 0 ? args.positionals : [undefined];
    if (names.length > 1 && (format === 'json' || format === 'sarif')) {
      throw new UsageError(`--format ${format} describes one log, and ${names.length} were given. Call it for each.`);
    }
    const models: LogModel[] = [];
    for (const name of names) models.push(await explained(host, directory, name));
    await publish(host, lastValue<string>(args, 'output', ''), format, models);
    return models.some(({ report }) => verdictOf(report)?.severity === 'error') ? 1 : 0;
  },
};

async function explained(host: Host, directory: Directory, name: string | undefined): Promise<LogModel> {
  const source = await logSource(host, name);
  const analysis = new LogAnalysis(signatures);
  await readLog(host, source, analysis);
  const facts = analysis.end();
  const session = await sessionOf(host, directory);
  const crashes = new Crashes();
  const named = { log: source.name, ...(source.path === undefined ? {} : { file: source.name }) };
  const model = await ask(session, (files) => {
    crashes.clear();
    return logModel(facts, named, files, directory, { rules: host.rules, onCrash: crashes.onCrash });
  });
  await crashes.note(host, directory);
  await noteUnreadable(host, session);
  return model;
}

async function publish(
  host: Host,
  output: string,
  format: (typeof formats)[number],
  models: readonly LogModel[],
): Promise<void> {
  const shown = output === '' ? host : { ...host, isTty: false };
  const text = models.map((model) => reportIn(format, model, shown)).join(format === 'github' ? '' : '\n');
  if (output === '') return host.stdout(text);
  try {
    await writeFile(path.resolve(host.cwd, output), text);
  } catch (error) {
    throw new Failure(`The report cannot be written to ${output}: ${reasonOf(error)}.`);
  }
}

function reportIn(format: (typeof formats)[number], model: LogModel, host: Host): string {
  if (format === 'json') return logJson(model);
  if (format === 'sarif') return logSarif(model);
  if (format === 'github') return logGithub(model);
  if (format === 'markdown') return logMarkdown(model);
  return logText(model, styleFor(host));
}
