import { expect, test } from 'vitest';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { toMemberId } from '../../room/command.ts';
import { type HeldRows, cutRows, endOf, joinRows, marksIn } from './held-rows.ts';

const START = { type: 'start', by: toMemberId(0) } as const;

/** So many rows from a tick on, each filled with its tick; a command in the `at`-th. */
function heldFrom(from: number, count: number, at: number): HeldRows {
  const rows = new Uint8Array(count * MAX_SEATS);
  for (let row = 0; row < count; row++) rows.fill(from + row, row * MAX_SEATS);
  return { from, rows, commands: [{ row: at, command: START }] };
}

test('a part of some rows has their inputs, and the commands by their place in it', () => {
  const part = cutRows(heldFrom(10, 8, 5), 13, 16);
  expect([part.from, endOf(part), part.rows[0]]).toEqual([13, 16, 13]);
  expect(part.commands).toEqual([{ row: 2, command: START }]);
  expect(cutRows(heldFrom(10, 8, 5), 10, 13).commands).toEqual([]);
});

test('rows that go on where others end make one piece', () => {
  const whole = joinRows(heldFrom(10, 3, 1), heldFrom(13, 4, 2));
  expect([whole.from, endOf(whole), whole.rows[4 * MAX_SEATS]]).toEqual([10, 17, 14]);
  expect(whole.commands.map(({ row }) => row)).toEqual([1, 5]);
});

test('[N50] only a mark with page numbers is a configuration', () => {
  const member = toMemberId(2);
  const old = { type: 'mark', member, term: 4, pages: 0, by: member } as const;
  const commands = [
    { row: 0, command: START },
    { row: 1, command: old },
    { row: 1, command: { ...old, term: 95, pages: 0b101 } },
  ];
  const held = { from: 50, rows: new Uint8Array(2 * MAX_SEATS), commands };
  expect(marksIn(held)).toEqual([{ at: 51, term: 95, members: 0b101 }]);
});
