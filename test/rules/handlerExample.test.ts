import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import rule from '../../server/src/rules/handler/handlerWrapperFunction.ts';
import { reportOn, withChanges } from '../support/check.ts';

const folder = new URL('../../examples/broken-backend/backend/', import.meta.url);

it('the handler of the broken backend collapses safely, and everything around it stays', async () => {
  const names = ['vercel.json', 'api_handler.py', 'app/main.py'];
  const files = new Map(names.map((name) => [name, utf8(readFileSync(new URL(name, folder), 'utf8'))] as const));
  const { problems } = await reportOn(files, [rule]);
  expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  const fix = problems[0]?.fixes[0];
  expect(fix?.safety).toBe('safe');
  const after = withChanges(files, fix?.changes ?? []);
  expect(after.get('api_handler.py')?.text).toContain(
    '\nfrom app.main import app\n\n# API Gateway calls this with its event.\nhandler = Mangum(app)\n',
  );
  const { deployment } = await reportOn(after, [rule]);
  expect(deployment.entrypoints.map(({ path, variable }) => `${path}:${variable}`)).toEqual(['api_handler.py:app']);
});
