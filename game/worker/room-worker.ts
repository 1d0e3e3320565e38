/** The worker of a room: its session, its clock and the data channels that were moved here. */
import { TICK_MS } from '../../shared/sim/tick.ts';
import { absoluteMs, pageClock } from '../time/page-clock.ts';
import { pageTimers } from '../time/timers.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { SessionRunner } from './session-runner.ts';

const post = (message: FromWorker, transfer: Transferable[] = []): void =>
  postMessage(message, { transfer });

const runner = new SessionRunner({
  post,
  timers: pageTimers,
  absoluteMs,
  hold: (isHeld) => pageClock.hold(isHeld),
});
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => runner.take(data));
// As `tick-worker.ts`: twice a tick, so that a tick is never more than half of one late.
setInterval(() => runner.beat(), TICK_MS / 2);
post({ type: 'ready' });
