import { MAX_SEATS } from '../../base/room-limits.ts';
import type { Mark } from '../../consensus/log.ts';
import { type RowCommand } from '../engine/room-engine.ts';

/** Ticks of a log as a packet tells them: `from` on, MAX_SEATS inputs each, commands by their row. */
export type HeldRows = {
  readonly from: number;
  readonly rows: Uint8Array;
  readonly commands: readonly RowCommand[];
};

/** First tick behind the rows. */
export function endOf({ from, rows }: HeldRows): number {
  return from + rows.length / MAX_SEATS;
}

/** The configurations among the rows: a `mark` command each. */
export function marksIn({ from, commands }: HeldRows): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { row, command } of commands) {
    const isMark = command.type === 'mark' && command.pages !== 0;
    if (isMark) marks.push({ at: from + row, term: command.term, members: command.pages });
  }
  return marks;
}

/** The part from tick `from` up to, not including, `end`. */
export function cutRows(held: HeldRows, from: number, end: number): HeldRows {
  const first = from - held.from;
  const last = end - held.from;
  return {
    from,
    rows: held.rows.subarray(first * MAX_SEATS, last * MAX_SEATS),
    commands: held.commands
      .filter(({ row }) => row >= first && row < last)
      .map(({ row, command }) => ({ row: row - first, command })),
  };
}

/** Rows that go on where the others end. */
export function joinRows(some: HeldRows, others: HeldRows): HeldRows {
  const rows = new Uint8Array(some.rows.length + others.rows.length);
  rows.set(some.rows);
  rows.set(others.rows, some.rows.length);
  const offset = others.from - some.from;
  const moved = others.commands.map(({ row, command }) => ({ row: row + offset, command }));
  return { from: some.from, rows, commands: [...some.commands, ...moved] };
}
