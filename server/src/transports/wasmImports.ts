import type { KindAt } from '../documents/python/analysis.ts';

class Pollable {
  ready(): boolean {
    return true;
  }
  block(): void {}
}

class InputStream {}

class OutputStream {
  checkWrite(): bigint {
    return 4096n;
  }
  write(): void {}
  blockingWriteAndFlush(): void {}
  blockingFlush(): void {}
  flush(): void {}
  subscribe(): Pollable {
    return new Pollable();
  }
}

/** The component takes a thrown value with `payload` for the error of its own interface. */
class HostError extends Error {
  readonly payload: string;
  constructor(payload: string) {
    super(payload);
    this.payload = payload;
  }
}

function refuseFile(path: string): never {
  throw new HostError(`File not found: ${path}`);
}

function refuseExit(): never {
  throw new Error('the analysis ended itself');
}

function domainToAscii(domain: string): string {
  if (!/[:#?/@[\]%\\\t\n\r]/.test(domain) && URL.canParse(`http://${domain}/`))
    return new URL(`http://${domain}/`).hostname;
  throw new HostError(`Invalid domain: ${domain}`);
}

function nfkcNormalize(text: string): string {
  return text.normalize('NFKC');
}

const linkCount = 1n;
const size = 0n;

/** The whole disk, of which nothing can be learnt but what there is at a path. */
function diskOf(kindAt: KindAt): new () => object {
  const statAt = (path: string): object => {
    const kind = kindAt(`/${path}`);
    if (!kind) throw new HostError('no-entry');
    return { type: kind === 'file' ? 'regular-file' : kind, linkCount, size };
  };
  return class {
    getFlags(): object {
      return {};
    }
    stat(): object {
      return { type: 'directory', linkCount, size };
    }
    statAt(_flags: unknown, path: string): object {
      return statAt(path);
    }
    metadataHashAt(_flags: unknown, path: string): object {
      statAt(path);
      return { upper: 0n, lower: 0n };
    }
  };
}

/**
 * What the component of `@vercel/python-analysis` 0.14.0 imports. It gets no files, no clock, no randomness and no
 * output: the functions called here work on the text that they are given. Of a path in a requirements file it asks
 * what lies there.
 */
export function analysisImports(kindAt: KindAt): object {
  const Descriptor = diskOf(kindAt);
  return {
    ...unchanging,
    'wasi:filesystem/preopens': { getDirectories: () => [[new Descriptor(), '/']] },
    'wasi:filesystem/types': { Descriptor, filesystemErrorCode: () => undefined },
  };
}

const unchanging = {
  'vercel:python-analysis/host-utils': { readFile: refuseFile, domainToAscii, nfkcNormalize },
  'wasi:cli/environment': { getEnvironment: () => [] },
  'wasi:cli/exit': { exit: refuseExit },
  'wasi:cli/stderr': { getStderr: () => new OutputStream() },
  'wasi:cli/stdin': { getStdin: () => new InputStream() },
  'wasi:cli/stdout': { getStdout: () => new OutputStream() },
  'wasi:cli/terminal-input': { TerminalInput: class {} },
  'wasi:cli/terminal-output': { TerminalOutput: class {} },
  'wasi:cli/terminal-stderr': { getTerminalStderr: () => undefined },
  'wasi:cli/terminal-stdin': { getTerminalStdin: () => undefined },
  'wasi:cli/terminal-stdout': { getTerminalStdout: () => undefined },
  'wasi:clocks/monotonic-clock': { subscribeDuration: () => new Pollable() },
  'wasi:io/error': { Error: class {} },
  'wasi:io/poll': { Pollable, poll: (list: unknown[]) => new Uint32Array(list.length) },
  'wasi:io/streams': { InputStream, OutputStream },
  'wasi:random/insecure-seed': { insecureSeed: () => [1n, 2n] },
};
