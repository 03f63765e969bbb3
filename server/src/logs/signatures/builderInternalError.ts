import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'builder-internal-error',
  role: 'cause',
  phase: 'build',
  title: 'The builder itself stumbled.',
  literals: [
    'path to be resolved, but it was null',
    'PythonDependencyExternalizer',
    'requires uvLockPath and uvProjectDir',
    'Circular dependency detected among quirks',
    'Installing vercel-',
    'collectBytecodeFiles() must',
  ],
  pattern:
    /Expected \S+(?: \S+)? path to be resolved, but it was null|PythonDependencyExternalizer\.analyze\(\) must|generateBundle\(\) requires uvLockPath|Circular dependency detected among quirks|Installing vercel-(?:runtime|workers) failed with code|collectBytecodeFiles\(\) must/,
  causes: [
    {
      cause:
        "This is a message of the builder's own, which a project should never meet. A download that failed is the usual reason.",
      advice: 'Deploy again without the build cache. If it stays, tell Vercel, with the whole log.',
    },
  ],
  source: 'Read in @vercel/python 6.1.6 to 25.0.0.',
  examples: [
    {
      log: 'Error: «Expected lock file path to be resolved, but it was null»\n',
    },
    {
      log: 'Expected path to be resolved\n',
    },
  ],
});
