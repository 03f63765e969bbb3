import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lines } from '../../../server/src/transports/lsp/positions.ts';
import { connect, modernEditor } from '../../support/lspClient.ts';
import { at, folder, prefixRule, runtimeOver } from './fixture.ts';

/** Says what it reads. */
const echoRule = {
  ...prefixRule,
  name: 'echo',
  *check({ text }: { text: string }) {
    yield { span: { start: 0, end: text.length }, message: `It is ${JSON.stringify(text)}.` };
  },
};

const pieces = fc
  .array(fc.constantFrom('a', 'é', '€', '😀', '\n', '\r\n'), { maxLength: 6 })
  .map((parts) => parts.join(''));
const edits = fc.array(fc.record({ from: fc.nat(40), to: fc.nat(40), text: pieces }), { minLength: 1, maxLength: 8 });

it.each(['utf-16', 'utf-8'] as const)(
  'any sequence of edits gives the text that the editor has, in %s',
  async (encoding) => {
    const client = connect(runtimeOver({ [folder]: new Map([['vercel.json', '{}']]) }, [echoRule as never]));
    await client.start({
      folders: [folder],
      capabilities: { ...modernEditor, general: { positionEncodings: [encoding] } },
    });
    const textDocument = { uri: at('runtime.txt'), languageId: 'plaintext', version: 1 };
    await fc.assert(
      fc.asyncProperty(pieces, edits, async (start, sequence) => {
        await client.notify('textDocument/didOpen', { textDocument: { ...textDocument, text: start } });
        let text = start;
        const contentChanges = sequence.map((edit) => {
          const lines = new Lines(text, encoding);
          const [from, to] = [edit.from, edit.to].map((offset) => wholeCharacter(text, offset)).sort((a, b) => a - b);
          text = text.slice(0, from) + edit.text + text.slice(to);
          return { range: lines.rangeOf({ start: from ?? 0, end: to ?? 0 }), text: edit.text };
        });
        await client.notify('textDocument/didChange', {
          textDocument: { ...textDocument, version: 2 },
          contentChanges,
        });
        const [problem] = await client.diagnostics(textDocument.uri);
        expect(problem?.message).toBe(`It is ${JSON.stringify(text)}.`);
        expect(problem?.range).toEqual(new Lines(text, encoding).rangeOf({ start: 0, end: text.length }));
        await client.notify('textDocument/didClose', { textDocument });
      }),
      { numRuns: 60 },
    );
  },
);

/** An editor never puts its caret into a line ending or a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return /^(\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1)) && at > 0 ? at - 1 : at;
}
