import type { PythonDocument } from '../../documents/python/document.ts';
import {
  type CallSite,
  calls,
  importTimeStatements,
  isClosed,
  qualifiedName,
  resolvedValue,
} from '../../documents/python/scope.ts';
import type { Expression, While } from '../../documents/python/syntax.ts';
import { type BackgroundWork, backgroundStarters } from '../../facts/backgroundWork.ts';
import { textAt } from '../../text/span.ts';
import { importChain, isAlwaysImported } from '../importChain.ts';
import { defineRule } from '../rule.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'background-work-at-import',
  area: 'cold-start',
  subject: 'python',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A scheduler, a thread or an endless loop that starts while the entrypoint is imported.',
  why: 'An instance runs while it answers requests. Between them it stands still, and after a while it is gone; several may run at once. Jobs of a scheduler run late, twice or never, a thread stops in the middle, and a loop that never ends keeps the import from ending, so that no request is answered.',
  source: 'https://vercel.com/docs/cron-jobs',
  examples: [
    {
      files: `${head}from apscheduler.schedulers.background import BackgroundScheduler\n\nscheduler = BackgroundScheduler()\nscheduler.add_job(print, "interval", minutes=5)\n«scheduler.start()»\n`,
    },
    {
      files: `${head}from app import worker\n-- app/worker.py\nimport threading\n\n\ndef work():\n    pass\n\n\n«threading.Thread(target=work, daemon=True).start()»\n`,
    },
    { files: `${head}import time\n\n«while True»:\n    time.sleep(60)\n    print("tick")\n` },
    {
      files: `${head}import telebot\n\nbot = telebot.TeleBot("t")\n«bot.infinity_polling()»\n`,
      note: 'never returns',
    },
    {
      files: `${head}from apscheduler.schedulers.background import BackgroundScheduler\n\nscheduler = BackgroundScheduler()\n\n\ndef start():\n    scheduler.start()\n`,
    },
    {
      files: `${head}import threading\n\nlock = threading.Lock()\nif __name__ == "__main__":\n    threading.Thread(target=print).start()\n`,
    },
    {
      files: `${head}import os\nfrom apscheduler.schedulers.background import BackgroundScheduler\n\nscheduler = BackgroundScheduler()\nif not os.getenv("VERCEL"):\n    scheduler.start()\n`,
      note: 'not on Vercel',
    },
    { files: `${head}while True:\n    line = input()\n    if not line:\n        break\n`, note: 'a loop that ends' },
    { files: `${head}import threading\n\nthreading.Thread(target=print).start(`, note: 'half typed' },
  ],

  *check(document, context) {
    if (!isAlwaysImported(context)) return;
    for (const site of calls(document)) {
      if (!site.atImport || site.conditional || !isClosed(document, site.call)) continue;
      const work = workOf(document, site);
      if (!work) continue;
      yield { span: site.call.span, message: messages[work](nameOf(document, site)), related: importChain(context) };
    }
    for (const { statement, conditional } of importTimeStatements(document)) {
      if (conditional || statement.kind !== 'while' || !isEndless(document, statement)) continue;
      yield {
        span: { start: statement.span.start, end: statement.test.span.end },
        message:
          'This loop never ends, so the import never does and no request is answered. Move it out of the module.',
        related: importChain(context),
      };
    }
  },
});

const still = 'but a function stands still between requests';

const messages: { readonly [W in BackgroundWork]: (called: string) => string } = {
  scheduler: (called) => `${called} starts jobs at import, ${still}. Use a cron job of Vercel.`,
  thread: (called) => `${called} starts a thread at import, ${still}. Work in a request.`,
  process: (called) => `${called} starts a process at import, ${still}. Work in a request.`,
  polling: (called) => `${called} never returns, so no request is answered. Use a webhook or a cron job.`,
};

function nameOf({ text }: PythonDocument, { call: { callee } }: CallSite): string {
  const written = textAt(text, callee.span).replace(/\(.*\)/s, '(...)');
  if (written.length <= 35 && /^[\w.]+(?:\(\.{3}\)\.\w+)?$/.test(written)) return `\`${written}()\``;
  return callee.kind === 'attribute' ? `\`.${callee.attribute}()\`` : 'This call';
}

function workOf(document: PythonDocument, { call: { callee }, name }: CallSite): BackgroundWork | undefined {
  if (name === '_thread.start_new_thread') return 'thread';
  if (callee.kind !== 'attribute') return undefined;
  const starter = backgroundStarters.get(makerOf(document, callee.value) ?? '');
  return starter?.methods.has(callee.attribute) ? starter.work : undefined;
}

/** The qualified name of what made an object, through a chain of methods such as a builder's. */
function makerOf(document: PythonDocument, expression: Expression, depth = 0): string | undefined {
  const made = resolvedValue(document, expression);
  if (made.kind !== 'call' || depth > 10) return undefined;
  const name = qualifiedName(document, made.callee);
  if (name !== undefined) return name.endsWith('.builder') ? name.slice(0, -'.builder'.length) : name;
  return made.callee.kind === 'attribute' ? makerOf(document, made.callee.value, depth + 1) : undefined;
}

/** `while True` or `while 1` that nothing in it leaves. */
function isEndless({ text }: PythonDocument, { test, body, span }: While): boolean {
  const isTrue = (test.kind === 'constant' && test.value === true) || (test.kind === 'number' && test.value === 1);
  const isLeft = /\b(?:break|return|raise|exit|_exit|abort|yield|await|next|input)\b/.test(textAt(text, span));
  return isTrue && body.length > 0 && !isLeft;
}
