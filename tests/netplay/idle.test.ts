import { expect, test } from 'vitest';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { INPUT_LEFT } from '../../shared/sim/input.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { IDLE_TICKS } from '../../shared/sim/tuning.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { beginMatch, expectAgreement } from '../simulation/running-match.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.03, reorder: 0.01, duplicate: 0.01 };

function isIdle(seenBy: SimulatedPeer, who: SimulatedPeer): boolean | undefined {
  return findMemberOf(seenBy.session.engine.final.room, who.id)?.idle;
}

test.each([
  ['the sequencer', 0],
  ['a follower', 1],
])(
  '[R19] [R20] %s that holds nothing is idle for all, a bot plays, and its word ends it',
  (_, at) => {
    const room = beginMatch(new SimulatedRoom({ seed: 5, conditions: FAIR, withLobby: false }), 2);
    const [still, other] = [room.peers[at]!, room.peers[1 - at]!];
    still.player.held = 0;
    const keepsStill = (): boolean => {
      still.player.held = 0;
      return isIdle(other, still) === true && isIdle(still, still) === true;
    };
    expect(room.run(3 * IDLE_TICKS * TICK_MS, keepsStill)).toBe(true);
    const { discs, ints } = other.session.engine.final.match;
    const seat = findMemberOf(other.session.engine.room, still.id)!.seat!;
    const disc = (other.session.engine.final.arena.firstPlayerDisc + seat) * 4;
    const before = [discs[disc], discs[disc + 1]];
    const hasMoved = (): boolean => {
      still.player.held = 0;
      return discs[disc] !== before[0] || discs[disc + 1] !== before[1];
    };
    expect(room.run(5_000, hasMoved)).toBe(true);
    expect(ints[MATCH.phase]).not.toBe(PHASE.warmUp);
    still.player.held = INPUT_LEFT;
    still.session.request({ type: 'here' });
    expect(room.run(2_000, () => isIdle(other, still) === false)).toBe(true);
    expectAgreement(room);
  },
);
