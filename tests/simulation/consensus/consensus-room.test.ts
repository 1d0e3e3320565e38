import { expect, test } from 'vitest';
import { newestMark } from '../../../shared/consensus/log.ts';
import { ConsensusRoom } from './consensus-room.ts';
import { FinalRows } from './final-rows.ts';
import { openRoom } from './scenarios.ts';
import { tallyOf } from './tally.ts';

const PLACE = { seed: 1, members: 3, hasLobby: true };

test('[C11] a newcomer far away becomes a member although ticks become final meanwhile', () => {
  const room = new ConsensusRoom(PLACE);
  room.run(1_000);
  expect(newestMark(room.at(0).state.log).members).toBe(0b111);
});

test('[C11] a page that is loaded anew is another member, and the old one counts no more', () => {
  const room = openRoom(PLACE);
  const page = room.reload(2);
  room.run(1_500);
  expect(page).toBe(3);
  expect(newestMark(room.at(0).state.log).members).toBe(0b1011);
  expect(tallyOf(room)).toMatchObject({ terms: 0, divergedTicks: 0, stranded: 0 });
});

test('[C14] whoever says goodbye is waited for no longer', () => {
  const room = openRoom({ ...PLACE, hasLobby: false });
  room.leave(0);
  room.run(1_500);
  expect(room.sequencer?.page).toBe(1);
  expect(newestMark(room.at(1).state.log).members).toBe(0b110);
});

test('[C10] after a restart of the lobby the one of two that is left still goes on', () => {
  const room = openRoom({ ...PLACE, members: 2 });
  room.lobby?.restart();
  room.run(3_000);
  room.crash(0);
  room.run(2_000);
  expect(room.sequencer?.page).toBe(1);
  expect(tallyOf(room)).toMatchObject({ uncleanElections: 0, divergedTicks: 0, stranded: 0 });
});

test('one seed is one run', () => {
  const [one, same] = [openRoom(PLACE), openRoom(PLACE)];
  expect(one.final.firstMs).toEqual(same.final.firstMs);
  expect(one.at(0).rows).toEqual(same.at(0).rows);
});

test('a tick that is final in two ways is seen, but not for a page that is over', () => {
  const final = new FinalRows();
  const log = { base: 0, commit: 2, end: 2, marks: [] };
  final.watch(0, log, [7, 8], 0);
  final.watch(1, log, [7, 9], 0);
  expect(final.divergedTicks).toBe(1);
  final.forget(1);
  expect(final.divergedTicks).toBe(0);
});
