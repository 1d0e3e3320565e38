import { commonCheckpoints } from '../page/common-checkpoints.ts';
import type { MatchFigures, PlayerFigures } from './play-badly-connected.ts';

/** What happened, for people: a test that passes says nothing of how well. */
export function printFigures(title: string, figures: MatchFigures): void {
  const { seconds, players, packets, blackoutS } = figures;
  const lost = ((packets.dropped / packets.in) * 100).toFixed(1);
  const { compared, differing } = commonCheckpoints(players);
  console.log(
    [
      `${title}: ${seconds.toFixed(0)} s, ${players[0]?.score.join(':')}, ` +
        `${packets.in} packets, ${lost} % of them lost (with a blackout at ${blackoutS.toFixed(1)} s), ` +
        `late by ${packets.lateMs.toFixed(1)} ms, ` +
        `${compared} hashes compared, ${differing.length} differ`,
      ...players.map(describePlayer),
    ].join('\n'),
  );
}

function describePlayer(player: PlayerFigures): string {
  const { stats, longest } = player;
  return [
    `  ${player.name}: RTT ${player.rttMs.toFixed(0)} ms, jitter ${player.jitterMs.toFixed(0)} ms`,
    `loss ${(player.loss * 100).toFixed(1)} %, longest silence ${player.longestSilenceMs.toFixed(0)} ms`,
    `sent ${player.sent}, held back ${player.skipped}`,
    `${player.ticksPerSecond.toFixed(2)} ticks/s`,
    `longest gap ${longest.ms.toFixed(0)} ms (no processor for ${longest.starvedMs.toFixed(0)}), ` +
      `awake ${player.longestAwakeMs.toFixed(0)} ms, ${player.looksPerSecond.toFixed(0)} looks/s`,
    `stalled ${describeStalls(player)}, retreats ${player.retreats}`,
    `rollbacks ${stats.rollbacks}, deepest ${player.deepestRollback}, resimulated ${stats.resimulated}`,
    `eaten inputs ${stats.counts.eatenInputs}, deadline ${stats.counts.deadlineTicks}, ` +
      `delay ${stats.inputDelayTicks}`,
    `term ${stats.term}${stats.isSequencer ? ', sequencer' : ''}, repairs ${stats.counts.repairs}, ` +
      `retractions ${stats.counts.retractions}`,
  ].join('; ');
}

function describeStalls({ stalledTicks, stalledAtS }: PlayerFigures): string {
  if (stalledTicks === 0) return '0 ticks';
  const [from, to] = [stalledAtS[0] ?? 0, stalledAtS.at(-1) ?? 0];
  return `${stalledTicks} ticks between ${from.toFixed(1)} and ${to.toFixed(1)} s`;
}
