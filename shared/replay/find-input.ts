import { hashMatch } from '../sim/match/checksum.ts';
import { EventBuffer } from '../sim/events.ts';
import { INPUT_BIT_COUNT } from '../sim/input.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import type { World } from '../room/world.ts';
import { TICK_HASH_MASK } from '../wire/replay-measures.ts';
import type { ReplaySegment } from '../wire/replay-segment.ts';
import type { SegmentPlayer } from './play-replay.ts';

/** So many hashes of 16 bits do not fit by chance. */
const MIN_TICKS = 8;

/**
 * The world behind the next tick as it was recorded, when all that differs is what one seat held
 * then: tries every input of every seat, and takes the one with which the recorded hashes fit. Null
 * when none does: then it is not the file that is wrong but the simulation that differs.
 *
 * @param before in front of the first tick that differs
 */
export function findRecordedWorld(before: SegmentPlayer, segment: ReplaySegment): World | null {
  const rows = segment.rows.slice();
  for (let seat = 0; seat < MAX_SEATS; seat++) {
    const at = before.played * MAX_SEATS + seat;
    const held = rows[at]!;
    const end = endOfRun(rows, at);
    for (let bits = 0; bits < 2 ** INPUT_BIT_COUNT; bits++) {
      if (bits === held) continue;
      fillRun(rows, at, end, bits);
      const world = playAsRecorded(before, { ...segment, rows }, (end - at) / MAX_SEATS);
      if (world) return world;
    }
    fillRun(rows, at, end, held);
  }
  return null;
}

/** Index behind the ticks for which this seat holds the same. */
function endOfRun(rows: Uint8Array, at: number): number {
  let end = at;
  while (end < rows.length && rows[end] === rows[at]) end += MAX_SEATS;
  return end;
}

function fillRun(rows: Uint8Array, at: number, end: number, bits: number): void {
  for (let index = at; index < end; index += MAX_SEATS) rows[index] = bits;
}

/** The world behind the first of these ticks; null when one of them has not the recorded hash. */
function playAsRecorded(
  before: SegmentPlayer,
  segment: ReplaySegment,
  ticks: number,
): World | null {
  const events = new EventBuffer();
  const player = before.fork(segment);
  const until = player.played + Math.max(ticks, MIN_TICKS);
  let first: World | null = null;
  while (player.played < until && !player.isAtEnd) {
    player.step(events);
    const recorded = segment.tickHashes[player.played - 1];
    if ((hashMatch(player.world.match) & TICK_HASH_MASK) !== recorded) return null;
    first ??= player.fork(segment).world;
  }
  return first;
}
