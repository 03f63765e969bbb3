import type { ApplicationInterface } from '../facts/callables.ts';
import type { PythonPreset } from '../facts/frameworks.ts';
import type { Span } from '../text/span.ts';

/**
 * What Vercel would do with a project at its first deployment with this folder as Root Directory.
 * Paths in here are relative to the workspace folder; the transports make them relative to the root where the
 * contract says so.
 */
export interface Deployment {
  /** `builds` when vercel.json has any, `framework` when a Python preset is at work, else `zero-config`. */
  readonly mode: 'builds' | 'framework' | 'zero-config';
  readonly framework: FrameworkChoice;
  readonly python: PythonChoice;
  readonly install: InstallChoice;
  /** The files the builder would look at for an application, in its order, whether or not it finds one there. */
  readonly entrypoints: readonly Entrypoint[];
  /** The functions that come to be; none when `errors` is not empty. */
  readonly functions: readonly DeployedFunction[];
  /** The requests that Vercel makes by itself; none when `errors` is not empty. */
  readonly crons: readonly Cron[];
  /** With which the builder would stop before it installs anything, the first one first. */
  readonly errors: readonly BuildError[];
}

export interface FrameworkChoice {
  /** The preset, Python or not (`nextjs`); `null` where there is none. */
  readonly preset: string | null;
  readonly python: PythonPreset | null;
  readonly because: string;
  /** The text that selected it, where a first deployment finds it by a text in a file. */
  readonly evidence?: { readonly path: string; readonly span: Span };
}

export interface PythonChoice {
  /** The version that runs, such as `3.12`. */
  readonly version: string;
  /** Path of the file that chose it, or whose choice could not be met and was ignored; `null` where nothing asks. */
  readonly source: string | null;
  /** The place in `source` that names the version. */
  readonly span?: Span;
  /** The version that was asked for, as `3.9`; `null` where nothing asks. */
  readonly requested: string | null;
  /** What became of the request. */
  readonly outcome: 'used' | 'default' | 'not-installed' | 'unknown' | 'discontinued' | 'unreadable';
  /** Sentences that explain the choice, the decisive one first. */
  readonly because: readonly string[];
  /** Paths of the `.python-version` files above the manifest that is installed, where the builder does not look. */
  readonly unreachable: readonly string[];
}

export interface InstallChoice {
  /** Path of the manifest or lock file that is installed; `null` where nothing is. */
  readonly source: string | null;
  /** Paths of manifests that lie beside or above it and are not read. */
  readonly ignored: readonly string[];
  /** The command that runs instead of an installation from `source`, where the project sets one. */
  readonly command?: string;
  readonly because: string;
}

/** A file that serves, or was meant to serve, requests. */
export interface Entrypoint {
  readonly path: string;
  /** Who names the file: an entry of `builds`, the `api` folder, the preset's list of places, `[tool.vercel]`, or its own name. */
  readonly via: 'builds' | 'api' | 'preset' | 'setting' | 'name';
  /** The variable that the builder finds; `undefined` for none. */
  readonly variable: string | undefined;
}

export interface DeployedFunction {
  readonly path: string;
  readonly variable: string;
  readonly interface: ApplicationInterface | 'http-handler' | 'unknown';
  /** What vercel.json sets for it; absent where it sets nothing. */
  readonly settings?: DeployedSettings;
}

/** What an entry of `functions`, or the `config` of an entry of `builds`, sets for a function. */
export interface DeployedSettings {
  /** The property of `functions` that takes the file, the first that fits; absent for an entry of `builds`. */
  readonly pattern?: string;
  /** In seconds; `max` for as long as the plan allows. */
  readonly maxDuration?: number | 'max';
  /** In megabytes. */
  readonly memory?: number;
  /** Globs of files that are bundled whatever else leaves them out. */
  readonly includeFiles: readonly string[];
  /** Globs of files that are not bundled. */
  readonly excludeFiles: readonly string[];
}

/** An entry of `crons` in vercel.json. */
export interface Cron {
  /** As five fields, in UTC. */
  readonly schedule: string;
  readonly path: string;
}

export interface BuildError {
  /** The builder's own code, such as `PYTHON_ENTRYPOINT_NOT_FOUND`. */
  readonly code: string;
  /** The builder's own words. */
  readonly message: string;
  /** Path of the file that the error is about. */
  readonly file?: string;
  /** The modules elsewhere that would do, where no place of the preset holds an application, in the order of the message. */
  readonly candidates?: readonly EntrypointCandidate[];
}

/** A module that the builder would take if it were told to. */
export interface EntrypointCandidate {
  readonly path: string;
  readonly variable: string;
}
