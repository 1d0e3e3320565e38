import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/** kbit/s a link: twice as much is enough for everybody, half of the least for nobody. */
const LINK_KBIT_MIN = 9;
const LINK_KBIT_MAX = 22;
const QUEUE_MIN_S = 0.3;
const QUEUE_MAX_S = 1.5;
const THIN_MIN_MS = 3_000;
const THIN_MAX_MS = 12_000;

/** For some seconds somebody at home uploads something else: little is left of the line. */
export function thinLine(victim: SimulatedPeer, { room, random, after, note }: LuckPorts): void {
  const ms = THIN_MIN_MS + random() * (THIN_MAX_MS - THIN_MIN_MS);
  const linkKbit = LINK_KBIT_MIN + random() * (LINK_KBIT_MAX - LINK_KBIT_MIN);
  const kbitPerSecond = linkKbit * Math.max(room.peers.length - 1, 1);
  const queueS = QUEUE_MIN_S + random() * (QUEUE_MAX_S - QUEUE_MIN_S);
  const queueBytes = (kbitPerSecond * 1_000 * queueS) / 8;
  note(`${victim.id} has ${kbitPerSecond.toFixed()} kbit/s up for ${ms.toFixed()} ms`);
  room.network.setUplink(victim.id, { kbitPerSecond, queueBytes });
  after(ms, () => room.network.setUplink(victim.id, null));
}
