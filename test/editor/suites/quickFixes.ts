import { apply, quickFix, quickFixesAt } from '../support/codeActions.ts';
import { untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectLacks } from '../support/expect.ts';
import { broken, open, restore } from '../support/workspace.ts';

suite('quick fixes', () => {
  teardown(restore);

  test('pin runtime.txt to an exact version', async () => {
    const uri = broken('runtime.txt');
    const { document } = await open(uri);
    const problem = await untilRule(uri, 'runtime-txt-unpinned');
    await apply(await quickFix(uri, problem, /3\.9\.18/));
    expectContains(document.getText(), '3.9.18');
    await untilNoRule(uri, 'runtime-txt-unpinned');
  });

  test('collapse the wrapper into `handler = Mangum(app)`', async () => {
    const uri = broken('api_handler.py');
    const { document } = await open(uri);
    const problem = await untilRule(uri, 'handler-wrapper-function');
    await apply(await quickFix(uri, problem, /handler = Mangum\(app\)/));
    expectContains(document.getText(), 'handler = Mangum(app)');
    expectLacks(document.getText(), 'def handler');
    await untilNoRule(uri, 'handler-wrapper-function');
  });

  test('set the four pool settings', async () => {
    const uri = broken('app/database.py');
    const { document } = await open(uri);
    const problem = await untilRule(uri, 'pool-not-serverless');
    await apply(await quickFix(uri, problem, /pool/i));
    expectContains(document.getText(), 'pool_size=1, max_overflow=2, pool_timeout=15, pool_recycle=300');
    await untilNoRule(uri, 'pool-not-serverless');
  });

  test('remove dotenv loading', async () => {
    const uri = broken('app/main.py');
    const { document } = await open(uri);
    const problem = await untilRule(uri, 'dotenv-at-import');
    await apply(await quickFix(uri, problem, /load_dotenv|dotenv/));
    expectLacks(document.getText(), 'dotenv');
    await untilNoRule(uri, 'dotenv-at-import');
  });

  test('the fix that cannot go wrong is the preferred one', async () => {
    const uri = broken('runtime.txt');
    await open(uri);
    const problem = await untilRule(uri, 'runtime-txt-unpinned');
    const pin = await quickFix(uri, problem, /3\.9\.18/);
    expectEqual(pin.isPreferred, true, 'isPreferred of the pin');
    const risky = (await quickFixesAt(uri, problem)).filter(({ title }) => /delete/i.test(title));
    expectEqual(
      risky.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      [],
      'preferred fixes that delete',
    );
  });
});
