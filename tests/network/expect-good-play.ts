import { expect } from 'vitest';
import { commonCheckpoints } from '../page/common-checkpoints.ts';
import type { MatchFigures, PlayerFigures } from './play-badly-connected.ts';

/**
 * A match that waits for the other side would stand still for most of the blackout. Not less than
 * this: ticks come from a worker, which a busy machine can stop while the page itself goes on.
 */
const AWAKE_GAP_MAX_MS = 400;
/** Of the round trip that the network makes; machines only add to it. */
const RTT_MIN_MS = 130;
/**
 * A page that sleeps for longer, or that looks less often, says nothing of the netcode: of the two
 * seconds that a peer predicts, a blackout and the choice of who decides after it leave about this.
 */
const STARVED_MAX_MS = 300;
const LOOKS_MIN = 80;
/** On any machine: nothing compared proves nothing. */
const CHECKPOINTS_MIN = 3;

/** Equal states and steady ticks on both sides, and a network that was as bad as it should be. */
export function expectGoodPlay(figures: MatchFigures, checkpointsMin: number): void {
  const { players, packets, blackedOut } = figures;
  const { compared, differing } = commonCheckpoints(players);
  expect(differing, 'checkpoints that differ').toEqual([]);
  // A peer that slept too long gets a snapshot, and its checkpoints begin anew.
  expect(compared, 'checkpoints compared').toBeGreaterThanOrEqual(CHECKPOINTS_MIN);
  expect(new Set(players.map(({ score }) => score.join(':'))).size, 'different scores').toBe(1);
  for (const { name, stats } of players) {
    expect(stats.counts, name).toMatchObject({ repairs: 0, retractions: 0 });
  }
  expectSteadiness(players, compared, checkpointsMin);

  const lost = packets.dropped / packets.in;
  expect(lost, 'share of packets lost').toBeGreaterThan(0.03);
  expect(lost, 'share of packets lost').toBeLessThan(0.15);
  expect(blackedOut.in, 'packets sent in the blackout').toBeGreaterThan(10);
  // The last ones of a blackout may be counted after it.
  expect(blackedOut.dropped / blackedOut.in, 'lost in the blackout').toBeGreaterThan(0.9);
  for (const { rttMs, name } of players) {
    expect(rttMs, `round trip of ${name}`).toBeGreaterThan(RTT_MIN_MS);
  }
  expect(Math.max(...players.map(({ deepestRollback }) => deepestRollback))).toBeGreaterThan(4);
}

/** Not asked of a machine that itself stands still: no netcode helps there. */
function expectSteadiness(
  players: readonly PlayerFigures[],
  compared: number,
  checkpointsMin: number,
): void {
  const starvedMs = Math.max(...players.map(({ longestStarvedMs }) => longestStarvedMs));
  const looks = Math.min(...players.map(({ looksPerSecond }) => looksPerSecond));
  if (starvedMs > STARVED_MAX_MS || looks < LOOKS_MIN) {
    const why = `no processor for ${starvedMs.toFixed(0)} ms, ${looks.toFixed(0)} looks/s`;
    console.log(`STEADINESS NOT JUDGED, the machine is too busy: ${why}`);
    return;
  }
  expect(compared, 'checkpoints compared').toBeGreaterThanOrEqual(checkpointsMin);
  for (const { name, longestAwakeMs, stalledTicks, ticksPerSecond, retreats } of players) {
    expect(longestAwakeMs, `longest standstill of ${name}`).toBeLessThan(AWAKE_GAP_MAX_MS);
    expect(stalledTicks, `stalls of ${name}`).toBe(0);
    expect(retreats, `ticks that went back for ${name}`).toBe(0);
    expect(ticksPerSecond, `ticks a second of ${name}`).toBeGreaterThan(58);
    expect(ticksPerSecond, `ticks a second of ${name}`).toBeLessThan(62);
  }
}
