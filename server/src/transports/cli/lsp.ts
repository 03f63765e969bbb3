import type { Command } from './commandSpec.ts';
import { UsageError } from './host.ts';

export const lsp: Command = {
  name: 'lsp',
  positionals: [],
  summary: 'the language server',
  details: 'Speaks the Language Server Protocol over standard input and output, for any editor that has a client.',
  options: { stdio: { help: 'speak over standard input and output' } },

  async run(_host, args) {
    if (!args.flags.has('stdio')) throw new UsageError('`lsp` speaks over --stdio only: add it.');
    // The server's entry starts the server that the arguments of the process ask for; it ends the process itself.
    await import('../lsp/node.ts');
    return 0;
  },
};
