import { assert } from '../base/assert.ts';
import { INPUT_BIT_COUNT } from '../sim/input.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import type { Codec } from './codec.ts';

const COUNT_BITS = 6;
export const MAX_ROWS = 2 ** COUNT_BITS - 1;

/** The rows of a packet: not more than one datagram holds. */
export const inputRows = rowsOf(COUNT_BITS);

/**
 * The inputs of all seats over consecutive ticks, oldest first, MAX_SEATS bytes a tick, behind their
 * number in `countBits` bits.
 *
 * [W5] A tick in which nobody changed is one bit; else a mask of the seats that changed and their
 * inputs. Before the first tick everybody counts as neutral, so a packet is read on its own.
 */
export function rowsOf(countBits: number): Codec<Uint8Array> {
  return {
    shape: { of: 'rows', bits: countBits },
    write: (writer, rows) => {
      const count = rows.length / MAX_SEATS;
      assert(Number.isInteger(count) && count < 2 ** countBits, `${rows.length} bytes of rows`);
      writer.bits(count, countBits);
      for (let row = 0; row < count; row++) {
        const mask = changedSeats(rows, row);
        writer.bits(mask === 0 ? 0 : 1, 1);
        if (mask === 0) continue;
        writer.bits(mask, MAX_SEATS);
        for (let seat = 0; seat < MAX_SEATS; seat++) {
          if (mask & (1 << seat)) writer.bits(rows[row * MAX_SEATS + seat] ?? 0, INPUT_BIT_COUNT);
        }
      }
    },
    read: (reader) => {
      const count = reader.bits(countBits);
      const rows = new Uint8Array(count * MAX_SEATS);
      for (let row = 0; row < count && !reader.failed; row++) {
        const start = row * MAX_SEATS;
        if (row > 0) rows.copyWithin(start, start - MAX_SEATS, start);
        const mask = reader.bits(1) === 1 ? reader.bits(MAX_SEATS) : 0;
        for (let seat = 0; seat < MAX_SEATS; seat++) {
          if (mask & (1 << seat)) rows[start + seat] = reader.bits(INPUT_BIT_COUNT);
        }
      }
      return rows;
    },
  };
}

function changedSeats(rows: Uint8Array, row: number): number {
  let mask = 0;
  for (let seat = 0; seat < MAX_SEATS; seat++) {
    const before = row === 0 ? 0 : rows[(row - 1) * MAX_SEATS + seat];
    if (rows[row * MAX_SEATS + seat] !== before) mask |= 1 << seat;
  }
  return mask;
}
