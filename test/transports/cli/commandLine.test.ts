import { describe, expect, it } from 'vitest';
import { folderWith, oldBuilds, run } from './run.ts';

const empty = await folderWith({ 'backend/readme.txt': '' });

describe('the command line', () => {
  it('shows help for itself and for each command, and knows its version', async () => {
    const general = await run(empty, ['--help']);
    expect(general).toMatchObject({ code: 0, stderr: '' });
    expect(general.stdout).toMatch(
      /verify \[DIR\].*\n.*resolve \[DIR\].*\n.*route PATH \[DIR\].*\n.*env \[DIR\].*\n.*probe URL \[DIR\].*\n.*log \[FILE\|-\].*\n.*rules \[NAME\].*\n.*lsp --stdio/,
    );
    for (const command of ['verify', 'resolve', 'route', 'env', 'probe', 'log', 'rules', 'lsp']) {
      const help = await run(empty, [command, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain(`Usage: vercel-preflight ${command}`);
      expect(await run(empty, ['help', command])).toEqual(help);
    }
    expect(await run(empty, ['--version'])).toMatchObject({ code: 0, stdout: 'vercel-preflight 0.1.0\n' });
  });

  it('without a command says what there is, and that this is wrong use', async () => {
    const { code, stdout, stderr } = await run(empty, []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: vercel-preflight COMMAND');
  });

  it.each([
    [['verifi'], 'Unknown command "verifi". Did you mean `verify`?'],
    [['backend'], 'Did you mean `vercel-preflight verify backend`?'],
    [['probe'], '`probe` needs a URL.'],
    [['probe', 'ftp://x'], 'Write a URL that begins with https://.'],
    [['probe', 'https://me:secret@x.app'], 'without a user name and a password'],
    [['probe', 'x.app', '--timeout', '0'], '--timeout is a number of seconds up to 900, not "0".'],
    [['--hepl'], 'There is no option --hepl before a command. Did you mean `--help`?'],
    [['verify', '--formt', 'json'], 'There is no option --formt. Did you mean `--format`?'],
    [['verify', '--onside'], 'There is no option --onside.'],
    [
      ['verify', '--format', 'jsn'],
      '--format is text, json, sarif, github or markdown, not "jsn". Did you mean `json`?',
    ],
    [['verify', '--format'], '--format needs a value: text, json, sarif, github or markdown.'],
    [['verify', '--output='], '--output needs a value: FILE.'],
    [['verify', '--fix=yes'], '--fix takes no value.'],
    [['verify', '--fail-on', 'warnings'], 'Did you mean `warning`?'],
    [['verify', 'a', 'b'], '`verify` takes one DIR: "b" is too many.'],
    [['lsp', 'x', '--stdio'], '`lsp` takes no argument: "x" is too many.'],
    [['lsp'], '`lsp` speaks over --stdio only'],
    [['verify', '--rule', 'slow-wrod=off'], 'There is no rule "slow-wrod". Did you mean `slow-word`?'],
    [
      ['verify', '--rule', 'slow-word'],
      '--rule takes error, warning, info or off for slow-word, as in --rule slow-word=off.',
    ],
    [['verify', '--rule', 'slow-word=warn'], 'not "warn".'],
    [['verify', 'bakend'], 'There is no folder "bakend". Did you mean `backend`?'],
    [['verify', 'backend/readme.txt'], '"backend/readme.txt" is a file. Give the folder that holds it: "backend".'],
    [['resolve', 'gone'], 'There is no folder "gone".'],
    [['route'], '`route` needs a PATH.'],
    [['route', '/a', 'backend', 'c'], '`route` takes one PATH and one DIR: "c" is too many.'],
    [['route', '/a b'], '"/a b" is no request path. Write it as in /api/users?page=2.'],
    [['route', '/a', '--method', 'G T'], '--method is a word such as GET or POST, not "G T".'],
    [['rules', 'old-build'], 'There is no rule "old-build". Did you mean `old-builds`?'],
  ])('%j is wrong use', async (argv, message) => {
    const { code, stdout, stderr } = await run(empty, argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/Run `vercel-preflight( \w+)? --help`/);
  });
});

describe('a failure of our own', () => {
  const grammars = () => Promise.reject(new Error('the moon is full'));

  it('exits with 3 and says what to do, without a stack', async () => {
    const { code, stdout, stderr } = await run(empty, ['verify'], { grammars });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^vercel-preflight failed: the moon is full\n.*VERCEL_PREFLIGHT_DEBUG=1.*issues\n$/);
  });

  it('shows the stack to who asks for it', async () => {
    const { code, stderr } = await run(empty, ['verify'], { grammars, env: { VERCEL_PREFLIGHT_DEBUG: '1' } });
    expect(code).toBe(3);
    expect(stderr).toMatch(/\n {4}at .*commandLine\.test\.ts/);
  });

  it('in one rule costs that rule its findings, and is said', async () => {
    const crashing = {
      ...oldBuilds,
      check: () => {
        throw new Error('oh');
      },
    };
    const folder = await folderWith({ 'vercel.json': '{ "builds": [] }' });
    const { code, stderr } = await run(folder, ['verify'], { rules: [crashing] });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Note: the rule old-builds crashed and was left out for vercel.json: oh.\n',
    });
  });

  it('is no reader that left', async () => {
    const folder = await folderWith({ 'vercel.json': '{ "builds": [] }' });
    const stdout = () => Promise.reject(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(await run(folder, ['verify'], { stdout })).toMatchObject({ code: 1, stderr: '' });
  });
});
