/** What goes on behind the requests, or instead of them. */
export type BackgroundWork = 'scheduler' | 'thread' | 'process' | 'polling';

interface Starter {
  readonly methods: ReadonlySet<string>;
  readonly work: BackgroundWork;
}

function starter(work: BackgroundWork, methods: readonly string[], makers: readonly string[]): [string, Starter][] {
  return makers.map((maker) => [maker, { methods: new Set(methods), work }]);
}

const schedulers = ['background.Background', 'asyncio.AsyncIO', 'gevent.Gevent', 'tornado.Tornado', 'twisted.Twisted'];

/**
 * What starts it: methods, by the qualified name of what made the object.
 *
 * Source: the reference of Python's standard library, of APScheduler 3, and of the libraries for bots
 * Date: 2026-11-25
 */
export const backgroundStarters: ReadonlyMap<string, Starter> = new Map([
  ...starter(
    'scheduler',
    ['start'],
    schedulers.map((name) => `apscheduler.schedulers.${name}Scheduler`),
  ),
  ...starter('scheduler', ['start'], ['flask_apscheduler.APScheduler', 'rocketry.Rocketry']),
  ...starter('thread', ['start'], ['threading.Thread', 'threading.Timer']),
  ...starter('process', ['start'], ['multiprocessing.Process', 'multiprocessing.context.Process']),
  ...starter('polling', ['start'], ['apscheduler.schedulers.blocking.BlockingScheduler']),
  ...starter('polling', ['polling', 'infinity_polling'], ['telebot.TeleBot']),
  ...starter(
    'polling',
    ['run_polling', 'start_polling'],
    ['telegram.ext.Application', 'telegram.ext.ApplicationBuilder'],
  ),
  ...starter('polling', ['start_polling'], ['telegram.ext.Updater']),
  ...starter('polling', ['run_polling'], ['aiogram.Dispatcher']),
  ...starter('polling', ['run'], ['discord.Client', 'discord.Bot', 'discord.ext.commands.Bot']),
  ...starter('polling', ['worker_main'], ['celery.Celery']),
]);
