/** Signatures of the lines that only follow a failure, by what has failed: they are left out beside its reason. */

/** A function that dies takes its process with it, and the browser blames CORS. */
export const crashNoise: readonly string[] = ['function-crashed', 'import-failed', 'process-exited', 'cors-blocked'];

/** An install that fails is tried by pip after uv, and ends the build. */
export const installNoise: readonly string[] = [
  'builds-beside-settings',
  'uv-falls-back-to-pip',
  'dependency-install-failed',
  'pip-step-failed',
  'command-failed',
];
