import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * What a process writes when it ends: the most memory that it had. On Linux `maxRSS` will not do, for a process begins with
 * that of the one that started it.
 */
const report = `const fs = require('node:fs');
process.on('exit', () => {
  const status = process.platform === 'linux' ? fs.readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\\s*(\\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  fs.writeFileSync(process.env.BENCH_PEAK, String(kilobytes));
});`;

/** The most memory, in megabytes, that Node.js has while it runs `args`. @param folder for files that may be left. */
export function peakMegabytes(folder: string, args: readonly string[]): number {
  const hook = path.join(folder, 'peak.cjs');
  const peak = path.join(folder, 'peak.txt');
  fs.writeFileSync(hook, report);
  fs.rmSync(peak, { force: true });
  const env = { ...process.env, BENCH_PEAK: peak };
  spawnSync(process.execPath, ['--require', hook, ...args], { stdio: 'ignore', env });
  return Number(fs.readFileSync(peak, 'utf8')) / 1024;
}
