import { expect, test } from 'vitest';
import { toMemberId } from '../../../shared/room/command.ts';
import { findPerson } from '../../../shared/room/room-state.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { practise } from '../../../tests/simulation/practice-match.ts';
import { OwnBadge } from './own-badge.ts';

const SELF = toMemberId(0);

function underTest() {
  const session = practise({ botNames: [] });
  const own = new OwnBadge();
  let ticks = 0;
  /** What stands on the disc after so many ticks. */
  const run = (chosen: string, count = 3): string | null => {
    for (; count > 0; count -= 1) {
      const nowMs = ticks++ * TICK_MS;
      session.advance(nowMs);
      own.follow(session, chosen, nowMs);
    }
    return findPerson(session.world.room, SELF)!.badge;
  };
  const say = (text: string | null) => session.request({ type: 'badge', member: SELF, text });
  return { run, say };
}

test('[R35] what a person chose stands on its disc, and what it chooses next', () => {
  const { run } = underTest();
  expect(run('')).toBeNull();
  expect(run('10')).toBe('10');
  expect(run('⚽')).toBe('⚽');
  expect(run('')).toBeNull();
});

test('[R35] the word of those who run the room stays until they take it back', () => {
  const { run, say } = underTest();
  expect(run('10')).toBe('10');
  say('X');
  expect(run('10', 600)).toBe('X');
  expect(run('7')).toBe('X');
  say(null);
  expect(run('7')).toBe('7');
});

test('[R35] a page does not say the same in every tick to a script that takes it back', () => {
  const { run, say } = underTest();
  run('10');
  let shown = 0;
  for (let tick = 0; tick < 180; tick += 1) {
    say(null);
    if (run('10', 1) === '10') shown += 1;
  }
  expect(shown).toBeLessThan(3);
});
