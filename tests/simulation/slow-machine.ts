import { TICK_MS } from '../../shared/sim/tick.ts';
import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/** A page at a few frames a second, or whose process gets little of the processor. */
const SLOW_TICKS_MS = [100, 125, 250] as const;
const SLOW_STALLS = { everyMs: 1_000, fromMs: 300, toMs: 550 } as const;

/** For some seconds a peer runs seldom, or stalls every now and then. */
export function slowDown(victim: SimulatedPeer, { room, random, after, note }: LuckPorts): void {
  const ms = 2_000 + random() * 8_000;
  if (random() < 0.5) {
    const tickMs = SLOW_TICKS_MS[Math.floor(random() * SLOW_TICKS_MS.length)]!;
    note(`${victim.id} runs every ${tickMs} ms for ${ms.toFixed()} ms`);
    victim.tickMs = tickMs;
    return after(ms, () => {
      victim.tickMs = TICK_MS;
    });
  }
  note(`${victim.id} stalls again and again for ${ms.toFixed()} ms`);
  const { everyMs, fromMs, toMs } = SLOW_STALLS;
  for (let passedMs = 0; passedMs < ms; passedMs += everyMs) {
    const stallMs = fromMs + random() * (toMs - fromMs);
    after(passedMs, () => {
      // Two that overlap make no longer one: that would be somebody who is gone.
      const { nowMs } = room.network;
      if (victim.wakeMs <= nowMs) victim.wakeMs = nowMs + stallMs;
    });
  }
}
