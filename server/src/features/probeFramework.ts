import { type HttpAnswer, vercelErrorCode } from './probeAnswer.ts';
import type { ProbedApi } from './probeOpenApi.ts';

/** What answered, where the answers tell. */
export interface AnsweredBy {
  readonly framework: 'fastapi' | 'starlette' | 'flask' | 'django' | null;
  /** The version of Python, such as `3.12.4`. */
  readonly python: string | null;
  /** How that is known; empty where nothing is. */
  readonly because: readonly string[];
}

/**
 * Reads it off the answers. Vercel replaces the header `server`, so that Python's version shows elsewhere only.
 * The wording of the frameworks' own pages is general knowledge.
 */
export function answeredBy(answers: readonly HttpAnswer[], api: ProbedApi | undefined): AnsweredBy {
  const own = answers.filter((answer) => vercelErrorCode(answer) === undefined);
  const python = own.map(({ headers }) => /\bC?Python\/(\d+\.\d+[\w.]*)/.exec(headers.server ?? '')?.[1]).find(Boolean);
  const found = api?.isFastApi
    ? { framework: 'fastapi' as const, because: 'Its /openapi.json bears the marks of FastAPI.' }
    : own.map(frameworkOf).find((one) => one !== undefined);
  return {
    framework: found?.framework ?? null,
    python: python ?? null,
    because: [...(found ? [found.because] : []), ...(python ? [`The header \`server\` names Python ${python}.`] : [])],
  };
}

interface Mark {
  readonly framework: NonNullable<AnsweredBy['framework']>;
  readonly because: string;
}

function frameworkOf({ status, body, headers }: HttpAnswer): Mark | undefined {
  if (/\bWerkzeug\//.test(headers.server ?? ''))
    return { framework: 'flask', because: 'The header `server` names Werkzeug.' };
  if (/(?:^|,\s*)(?:csrftoken|sessionid)=/.test(headers['set-cookie'] ?? '')) {
    return { framework: 'django', because: 'It sets a cookie of Django.' };
  }
  if (status !== 404) return undefined;
  const text = body.trim();
  const type = headers['content-type'] ?? '';
  if (/json/.test(type) && /^\{\s*"detail"\s*:\s*"Not Found"\s*\}$/.test(text)) {
    return { framework: 'fastapi', because: 'Its answer to an unknown path is that of FastAPI.' };
  }
  if (/text\/plain/.test(type) && text === 'Not Found') {
    return { framework: 'starlette', because: 'Its answer to an unknown path is that of Starlette.' };
  }
  if (/^<!doctype html>\s*<html lang=en>\s*<title>404 Not Found<\/title>/i.test(text)) {
    return { framework: 'flask', because: 'Its answer to an unknown path is that of Flask.' };
  }
  if (/<h1>Not Found<\/h1>\s*<p>The requested resource was not found on this server\.<\/p>/.test(text)) {
    return { framework: 'django', because: 'Its answer to an unknown path is that of Django.' };
  }
  return undefined;
}
