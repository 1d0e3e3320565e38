import { cpus } from 'node:os';
import { readOptions } from '../tools/project/read-options.ts';
import { type RollbackFigures, rollClassic, rollTwentyNumbers } from './rollback.ts';
import { type SeekFigures, benchSeek } from './seek.ts';
import { type StepFigures, benchStep } from './step.ts';
import { measureTraffic } from './traffic.ts';

const values = readOptions({
  /** A folder of stadium files: its most expensive one is measured too. */
  stadiums: { type: 'string' },
});

/** What each figure should stay below; see bench/README.md. */
const TARGETS = {
  tickUs: 8,
  heaviestTickUs: 150,
  rollbackUs: 500,
  numbersUs: 5,
  bytesPerTick: 64,
  seekMs: 50,
  twoPlayersKbit: 28,
  clientKbit: 165,
  sequencerKbit: 185,
};

console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  'the machine may be shared: the best of 15 rounds is closer to the truth than the median\n',
);

for (const figures of benchStep(values.stadiums)) tellStep(figures);
tellRollback('8 ticks of 20 numbers, every tick', rollTwentyNumbers(), TARGETS.numbersUs);
tellRollback('12 ticks of classic 1v1', rollClassic(2, 12), TARGETS.rollbackUs);
tellRollback('12 ticks of classic 4v4', rollClassic(8, 12), TARGETS.rollbackUs);
tellSeek(benchSeek());
console.log();
tellTraffic(2, TARGETS.twoPlayersKbit, TARGETS.twoPlayersKbit);
tellTraffic(8, TARGETS.clientKbit, TARGETS.sequencerKbit);

function tellStep({ name, medianUs, bestUs, bytesPerTick }: StepFigures): void {
  const target = name.startsWith('classic') ? TARGETS.tickUs : TARGETS.heaviestTickUs;
  const time = `${bestUs.toFixed(2)} µs best, ${medianUs.toFixed(2)} median`;
  console.log(`tick, ${name}: ${time} (target ${target}: ${verdict(bestUs, target)})`);
  const heap = verdict(bytesPerTick, TARGETS.bytesPerTick);
  console.log(`  heap growth ${bytesPerTick.toFixed(1)} bytes a tick (${heap})`);
}

function tellRollback(name: string, figures: RollbackFigures, target: number): void {
  const { bestUs, medianUs, bytesPerTick } = figures;
  const time = `${bestUs.toFixed(1)} µs best, ${medianUs.toFixed(1)} median`;
  console.log(`rollback, ${name}: ${time} (target ${target}: ${verdict(bestUs, target)})`);
  console.log(`  heap growth ${bytesPerTick.toFixed(1)} bytes`);
}

function tellSeek(figures: SeekFigures): void {
  const { bytes, decodeMs, readMs, longestSliceMs, p50Ms, p95Ms, worstMs } = figures;
  console.log(
    `seek in a replay of 10 minutes, 4v4: ${ms(p50Ms)} median, ${ms(p95Ms)} p95, ${ms(worstMs)} worst ` +
      `(target ${TARGETS.seekMs}: ${verdict(p95Ms, TARGETS.seekMs)})`,
  );
  console.log(
    `  ${(bytes / 1000).toFixed(0)} kB decoded in ${ms(decodeMs)}, read ahead in ${ms(readMs)}, ` +
      `longest slice ${ms(longestSliceMs)}`,
  );
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function tellTraffic(players: number, clientTarget: number, sequencerTarget: number): void {
  console.log(`${players} players, RTT 100, jitter 10, loss 2 %: each peer sends, to all others`);
  for (const role of ['sequencer', 'follower'] as const) {
    const peers = measureTraffic(players).filter((peer) => peer.role === role);
    const mean = (pick: (peer: (typeof peers)[number]) => number): number =>
      peers.reduce((sum, peer) => sum + pick(peer), 0) / peers.length;
    const packets = mean((peer) => peer.packetsPerSecond);
    const bytes = mean((peer) => peer.bytesPerSecond);
    const kbit = mean((peer) => peer.kbitPerSecond);
    const target = role === 'sequencer' ? sequencerTarget : clientTarget;
    const perLink = `${(packets / (players - 1)).toFixed(1)} packets/s a link`;
    console.log(
      `  ${role}: ${perLink}, ${(bytes / packets).toFixed(1)} bytes a packet with all its headers, ` +
        `${kbit.toFixed(1)} kbit/s on the wire (target ${target}: ${verdict(kbit, target)})`,
    );
  }
}

function verdict(value: number, target: number): string {
  return value <= target ? 'met' : 'MISSED';
}
