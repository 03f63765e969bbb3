import { handlerTestLines, type Releases } from '../facts/builderReleases.ts';
import type { LogLine } from './line.ts';
import { buildersOfCli, intersection } from './versions.ts';

/** What a log says of the software that wrote it. */
export interface Era {
  /** Release of the `vercel` command line that built. */
  readonly cli?: string;
  /** Releases of `@vercel/python` that agree with the log; empty where it says nothing. */
  readonly builder: Releases;
  /** What told the releases, in words, the most telling first. */
  readonly evidence: readonly EraEvidence[];
  /** Who runs the function: the file that builders until 6.5.1 deployed, or the package `vercel-runtime`. */
  readonly runtime?: 'vc__handler__python' | 'vercel-runtime';
  /** The Python that runs, as `3.12`. */
  readonly python?: string;
  /** Whether lines of the log exclude each other: it comes from several deployments. */
  readonly isMixed: boolean;
}

export interface EraEvidence {
  readonly line: number;
  readonly says: string;
}

/** Literals that a line needs for `EraReader.push` to see something in it. */
export const eraLiterals: readonly string[] = [
  'Vercel CLI ',
  'vc__handler__python',
  'vercel_runtime',
  'Using Python 3',
  'Using python version: 3',
  'sing latest installed version: 3',
  'version: 3.',
  'python3.',
];

const handlerFrame = /File "[^"]*(vc__handler__python\.py|vercel_runtime[\\/]vc_init\.py)", line (\d+)/;
const pythonLine = /(?:Using Python|Using python version:|latest installed version:) (3\.\d+)/;
const libraryPath = /(?:lib[\\/]|cpython-)python?(3\.\d+)[\\/]/;

/** Collects the era of a log, line by line. */
export class EraReader {
  #cli: string | undefined;
  #builder: Releases = {};
  #runtime: Era['runtime'];
  #python: string | undefined;
  #isMixed = false;
  /** The first line with the legacy file, until it is known what the file was. */
  #legacyAt: number | undefined;
  readonly #evidence: EraEvidence[] = [];

  /** Looks at a line that holds one of `eraLiterals`. */
  push({ text, number }: LogLine): void {
    const cli = /Vercel CLI (\d+\.\d+\.\d+)/.exec(text)?.[1];
    if (cli && cli !== this.#cli) {
      this.#cli ??= cli;
      this.narrow(buildersOfCli(cli), { line: number, says: `the line "Vercel CLI ${cli}"` });
    }
    this.#python ??= pythonLine.exec(text)?.[1] ?? libraryPath.exec(text)?.[1];
    if (/vercel_runtime[\\/.]/.test(text)) this.#packagedRuntime(number);
    else if (text.includes('vc__handler__python')) this.#legacyAt ??= number;
    const frame = handlerFrame.exec(text);
    if (frame) this.#fingerprint(frame, number);
  }

  /** Takes into account that only `releases` write what a line says. */
  narrow(releases: Releases, evidence: EraEvidence): void {
    if (releases.from === undefined && releases.to === undefined) return;
    const both = intersection(this.#builder, releases);
    if (!both) {
      this.#isMixed = true;
      return;
    }
    if (both.from === this.#builder.from && both.to === this.#builder.to) return;
    this.#builder = both;
    this.#evidence.unshift(evidence);
    this.#evidence.length = Math.min(this.#evidence.length, 5);
  }

  result(): Era {
    if (this.#legacyAt !== undefined && this.#runtime === undefined) this.#legacyRuntime(this.#legacyAt);
    return {
      builder: this.#isMixed ? {} : this.#builder,
      evidence: this.#evidence,
      isMixed: this.#isMixed,
      ...(this.#cli === undefined ? {} : { cli: this.#cli }),
      ...(this.#runtime === undefined ? {} : { runtime: this.#runtime }),
      ...(this.#python === undefined ? {} : { python: this.#python }),
    };
  }

  /** Builders until 6.5.1 deployed the runtime as this file; later ones a few lines of that name, which import the package. */
  #legacyRuntime(line: number): void {
    this.#runtime ??= 'vc__handler__python';
    this.narrow({ to: '6.5.1' }, { line, says: 'the file vc__handler__python.py' });
  }

  #packagedRuntime(line: number): void {
    this.#runtime ??= 'vercel-runtime';
    this.narrow({ from: '6.6.0' }, { line, says: 'the package vercel_runtime' });
  }

  #fingerprint([, file = '', number = '']: RegExpExecArray, line: number): void {
    const name = file.endsWith('vc_init.py') ? 'vc_init.py' : 'vc__handler__python.py';
    const releases = handlerTestLines[name][Number(number)];
    if (releases) this.narrow(releases, { line, says: `line ${number} of ${name} in the traceback` });
  }
}
