import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'pip-step-failed',
  role: 'symptom',
  phase: 'build',
  title: 'A step of an installation failed.',
  literals: [
    'subprocess-exited-with-error',
    'did not run successfully',
    'Encountered error while generating package metadata',
    'Failed to download and build ',
    'Git operation failed',
    'ResolutionImpossible',
  ],
  pattern:
    /subprocess-exited-with-error|× [^×]{1,200} did not run successfully|× Encountered error while generating package metadata|× Failed to download and build |Git operation failed|ResolutionImpossible: for help/,
  causes: [
    {
      cause:
        'The lines that are indented below this one are what the package itself printed, and its last line counts.',
      advice: 'If your copy ends here, open the build log in the dashboard and paste all of it.',
    },
  ],
  source: 'Messages of pip and uv.',
  examples: [
    {
      log: '  error: «subprocess-exited-with-error»\n',
    },
    {
      log: 'The job did run\n',
    },
  ],
});
