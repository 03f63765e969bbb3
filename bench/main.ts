import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { enforcedVercelJson } from '../server/src/facts/vercelJsonSchema.ts';
import { resolveAfterKeystroke } from './inMemory.ts';
import { explainInChunks, longLog } from './logs.ts';
import { peakMegabytes } from './memory.ts';
import { Server } from './server.ts';
import { measure, median, quantile } from './statistics.ts';
import { lockBackend } from './uvLock.ts';

/** Speeds on this machine, now. Times differ from machine to machine; the ratios in one run are what to compare. */

const root = process.cwd();
const broken = path.join(root, 'examples/broken-backend/backend');
const server = path.join(root, 'dist/server.js');
const cli = path.join(root, 'dist/cli.js');

interface Row {
  readonly what: string;
  readonly samples: readonly number[];
  /** What it must not take longer than, in milliseconds. */
  readonly limit?: number;
}

/** What is promised for a log of 100,000 lines: milliseconds of the whole process, and megabytes. */
const logLimits = { time: 1000, memory: 100 };

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'preflight-bench-'));

main().finally(() => fs.rmSync(temporary, { recursive: true, force: true }));

async function main(): Promise<void> {
  const jsonService = { what: 'vscode-json-languageservice: the same vercel.json', samples: await validateJson() };
  const bareNode = { what: 'node -e 0 (whole process)', samples: await measure(7, () => run('-e', '0')) };
  const inEditor = [
    { what: 'keystroke to diagnostics: 50-line handler', samples: await keystrokes(50) },
    { what: 'keystroke to diagnostics: 1,000-line handler', samples: await keystrokes(1000) },
    { what: 'the same beside a uv.lock of 5,000 lines', samples: await keystrokes(1000, lockBackend) },
    { what: 'keystroke to diagnostics: vercel.json', samples: await keystrokesInVercelJson() },
    {
      what: 'of it, resolve: examples/broken-backend',
      samples: await resolveAfterKeystroke(path.dirname(broken), 'backend/api_handler.py'),
    },
    {
      what: 'of it, resolve: examples/good-backend',
      samples: await resolveAfterKeystroke(path.join(root, 'examples/good-backend'), 'main.py'),
    },
  ];
  const log = longLog(100_000);
  const logFile = path.join(temporary, 'long.log');
  fs.writeFileSync(logFile, log);
  const logs = [{ what: 'explain a log of 100,000 lines', samples: await measure(5, () => explainInChunks(log), 1) }];
  const processes = [
    {
      what: 'log of 100,000 lines (whole process)',
      samples: await measure(5, () => run(cli, 'log', logFile), 1),
      limit: logLimits.time,
    },
    { what: 'server start to first diagnostics', samples: await measure(5, startToDiagnostics, 1) },
    {
      what: 'verify examples/broken-backend (whole process)',
      samples: await measure(7, () => run(cli, 'verify', broken), 1),
    },
    {
      what: 'verify examples/good-backend (whole process)',
      samples: await measure(7, () => run(cli, 'verify', path.join(root, 'examples/good-backend')), 1),
    },
  ];
  print(jsonService, [...inEditor, ...logs]);
  print(bareNode, processes);
  printMemory(logFile);
}

function run(...args: string[]): void {
  spawnSync(process.execPath, args, { stdio: 'ignore' });
}

/** A copy of the broken example whose handler has `lines` lines. */
function workspaceWith(lines: number): { folder: string; handler: string; text: string } {
  const folder = fs.mkdtempSync(path.join(temporary, 'w-'));
  fs.cpSync(broken, folder, { recursive: true });
  const handler = path.join(folder, 'api_handler.py');
  const head = fs.readFileSync(handler, 'utf8');
  const blocks = Math.max(0, Math.ceil((lines - head.split('\n').length) / 7));
  const text = head + Array.from({ length: blocks }, (_, index) => route(index)).join('');
  fs.writeFileSync(handler, text);
  return { folder, handler, text };
}

const route = (index: number) =>
  `\n\n@app.get("/items/${index}")\ndef item_${index}(limit: int = ${index}):\n    rows = [row for row in range(limit) if row % 2]\n    total = sum(rows) + len("item ${index}")\n    return {"id": ${index}, "total": total}\n`;

async function keystrokes(lines: number, prepare?: (folder: string) => void): Promise<number[]> {
  const { folder, handler, text } = workspaceWith(lines);
  prepare?.(folder);
  const editor = await Server.start(server, folder);
  await editor.open(handler, text);
  await editor.diagnostics(handler);
  const line = Math.floor(text.split('\n').length / 2);
  const samples = await measure(
    100,
    async () => {
      await editor.type(handler, { line, character: 0 }, '#');
      await editor.diagnostics(handler);
    },
    10,
  );
  await editor.stop();
  return samples;
}

async function keystrokesInVercelJson(): Promise<number[]> {
  const { folder } = workspaceWith(0);
  const file = path.join(folder, 'vercel.json');
  const editor = await Server.start(server, folder);
  await editor.open(file, fs.readFileSync(file, 'utf8'));
  await editor.diagnostics(file);
  const samples = await measure(
    100,
    async () => {
      await editor.type(file, { line: 0, character: 1 }, ' ');
      await editor.diagnostics(file);
    },
    10,
  );
  await editor.stop();
  return samples;
}

async function startToDiagnostics(): Promise<void> {
  const { folder, handler, text } = workspaceWith(50);
  const editor = await Server.start(server, folder);
  await editor.open(handler, text);
  await editor.diagnostics(handler);
  await editor.stop();
}

async function validateJson(): Promise<number[]> {
  const service = getLanguageService({});
  const uri = 'https://openapi.vercel.sh/vercel.json';
  const schema = enforcedVercelJson() as JSONSchema;
  service.configure({ validate: true, schemas: [{ uri, fileMatch: ['vercel.json'], schema }] });
  const text = fs.readFileSync(path.join(broken, 'vercel.json'), 'utf8');
  return measure(
    100,
    async (round) => {
      const document = TextDocument.create('file:///vercel.json', 'json', round, text + ' '.repeat(round + 10));
      await service.doValidation(document, service.parseJSONDocument(document));
    },
    10,
  );
}

/** A table with each row's ratio to `base`. */
function print(base: Row, rows: readonly Row[]): void {
  console.log(`\n${'what'.padEnd(52)}${'median'.padStart(10)}${'p95'.padStart(10)}${'ratio'.padStart(9)}`);
  for (const { what, samples, limit } of [base, ...rows]) {
    const ratio = median(samples) / median(base.samples);
    const cells = [median(samples), quantile(samples, 0.95)].map((time) => `${time.toFixed(2)} ms`.padStart(10));
    const held = limit === undefined ? '' : limitText(median(samples), limit, 'ms');
    console.log(`${what.padEnd(52)}${cells.join('')}${`${ratio.toFixed(1)}x`.padStart(9)}${held}`);
  }
}

/** The most memory that a process has, with each row's ratio to Node.js itself. */
function printMemory(logFile: string): void {
  const hugeFile = path.join(temporary, 'huge.log');
  fs.writeFileSync(hugeFile, longLog(1_700_000));
  const good = path.join(root, 'examples/good-backend');
  const empty = fs.mkdtempSync(path.join(temporary, 'empty-'));
  const logs = [
    { what: 'log of 100,000 lines', log: logFile, dir: empty },
    { what: 'the same beside examples/good-backend', log: logFile, dir: good },
    { what: 'a log of 100 MB beside examples/good-backend', log: hugeFile, dir: good },
  ];
  const base = peakMegabytes(temporary, ['-e', '0']);
  console.log(`\n${'memory of the whole process'.padEnd(52)}${'peak'.padStart(10)}${'ratio'.padStart(19)}`);
  console.log(`${'node -e 0'.padEnd(52)}${`${base.toFixed(0)} MB`.padStart(10)}${'1.0x'.padStart(19)}`);
  for (const { what, log, dir } of logs) {
    const peak = peakMegabytes(temporary, [cli, 'log', log, '--dir', dir]);
    const ratio = `${(peak / base).toFixed(1)}x`.padStart(19);
    const held = limitText(peak, logLimits.memory, 'MB');
    console.log(`${what.padEnd(52)}${`${peak.toFixed(0)} MB`.padStart(10)}${ratio}${held}`);
  }
}

function limitText(value: number, limit: number, unit: string): string {
  return `   ${value <= limit ? 'within' : 'MORE THAN'} ${limit} ${unit}`;
}
