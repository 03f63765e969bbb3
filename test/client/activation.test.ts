import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { clientSources } from '../../scripts/l10n.mjs';

describe('activation', () => {
  it.each(clientSources().filter(({ name }) => name !== 'languageClient.ts'))(
    'does not wait for the library of the protocol: $name',
    ({ text }) => {
      const statements = text.match(/^(?:import|export)\b[^;]*?from '[^']*'/gm) ?? [];
      const early = statements.filter((one) => /'vscode-languageclient|languageClient\.ts'/.test(one));
      expect(early.filter((one) => !/^import type /.test(one))).toEqual([]);
    },
  );

  it('happens where something says Vercel, and nowhere else by itself', () => {
    // A page of ours that is open, or a log, is there because somebody asked for it.
    const asked = /^on(?:FileSystem:vercel-preflight|Language:vercel-log)/;
    const events = manifest.activationEvents.filter((event) => !asked.test(event));
    expect(events.sort()).toEqual([
      'workspaceContains:**/.vercel-preflight.toml',
      'workspaceContains:**/.vercel/project.json',
      'workspaceContains:**/vercel.json',
    ]);
  });
});
