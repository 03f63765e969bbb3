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
    const [logs, ...events] = [...manifest.activationEvents].sort();
    expect(logs).toBe('onLanguage:vercel-log');
    expect(events).toEqual([
      'workspaceContains:**/.vercel-preflight.toml',
      'workspaceContains:**/.vercel/project.json',
      'workspaceContains:**/vercel.json',
    ]);
  });
});
