/**
 * A clock for hidden tabs: timers of a page fall to one a second there, those of a worker go on.
 * Twice a tick, so that a tick is never more than half of one late.
 */
import { TICK_MS } from '../../shared/sim/tick.ts';

setInterval(() => postMessage(null), TICK_MS / 2);
