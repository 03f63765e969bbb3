import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Only an editor has it; what the unit tests need of it is its way to name things in a language.
  resolve: { alias: { vscode: fileURLToPath(new URL('test/support/vscode.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
  },
});
