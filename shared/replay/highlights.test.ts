import { expect, test } from 'vitest';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { HighlightFinder } from './highlights.ts';

/** A match of two a side in play: seats 0 and 2 against 1 and 3. */
function playing() {
  const match = new RecordedMatch(4);
  match.request({ type: 'start' });
  const { world } = match;
  world.match.ints[MATCH.phase] = PHASE.playing;
  const finder = new HighlightFinder();
  finder.join(world);
  match.events.clear();
  /** A tick in which these seats are credited with a save. */
  const look = (position: number, ...savers: readonly number[]): void => {
    for (const seat of savers) world.match.ints[seatInt(seat, SEAT.saves)]! += 1;
    finder.look(world, match.events, position);
  };
  const found = () => finder.highlights.map(({ position, name }) => `${position} ${name}`);
  return { world, look, found, finder };
}

test('[V8] a save is marked in its tick, with who saved it', () => {
  const { look, found, finder } = playing();
  look(10);
  look(11, 1);
  look(12);
  expect(found()).toEqual(['11 Player 1']);
  expect(finder.highlights[0]!.kind).toBe('save');
});

test('[V8] what one team saves within a second is one save', () => {
  const { look, found } = playing();
  look(100, 1);
  look(100 + TICK_RATE - 1, 3);
  look(100 + TICK_RATE, 1);
  expect(found()).toEqual(['100 Player 1', '160 Player 1']);
});

test('[V8] what both teams save within a second are two', () => {
  const { look, found } = playing();
  look(100, 1);
  look(110, 2);
  expect(found()).toEqual(['100 Player 1', '110 Player 2']);
});

test('[V8] saves from before are none of what is looked at, nor are those of a warm-up', () => {
  const { world, look, found, finder } = playing();
  world.match.ints[seatInt(1, SEAT.saves)] = 5;
  finder.join(world);
  look(20);
  world.match.ints[MATCH.phase] = PHASE.warmUp;
  look(21, 1);
  expect(found()).toEqual([]);
});
