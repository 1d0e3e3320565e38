import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { diffMatch } from './diff-state.ts';
import { copyMatchState, createMatchState, MATCH, SEAT, seatInt } from '../match-state.ts';

test('[S73] equal states have no differences', () => {
  const lab = new Lab();
  expect(diffMatch(lab.arena, lab.match, lab.match)).toEqual([]);
});

test('[S73] a difference names the field, the disc or seat, and both values', () => {
  const lab = new Lab({ discs: [{ pos: [50, 0] }] });
  const other = createMatchState(lab.arena.discCount);
  copyMatchState(lab.match, other);
  other.discs[1 * 4] = 51;
  other.discs[(2 + 3) * 4 + 3] = -0;
  other.ints[MATCH.sunScore] = 2;
  other.ints[seatInt(6, SEAT.goals)] = 1;
  expect(diffMatch(lab.arena, lab.match, other)).toEqual([
    { field: 'disc.x', index: 1, a: 50, b: 51 },
    { field: 'player.vy', index: 3, a: 0, b: -0 },
    { field: 'match.sunScore', index: 0, a: 0, b: 2 },
    { field: 'seat.goals', index: 6, a: 0, b: 1 },
  ]);
});
