import { hashMatch } from '../sim/match/checksum.ts';
import { EventBuffer } from '../sim/events.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { stepWorld } from '../room/step-world.ts';
import { type ArenaSource, cloneWorld, type World } from '../room/world.ts';
import { MOMENT_COMMANDS_MAX, hasMomentHash, MOMENT_TICKS, type Moment } from '../wire/moment.ts';
import { TICK_HASH_MASK } from '../wire/replay-measures.ts';
import type { ReplayTrack } from './replay-track.ts';

/**
 * [V14] The part of a replay that begins at `from`, up to eight seconds long. It ends early where the
 * replay does, where the match goes on in another map, and where the recording does not follow from
 * its own inputs: what is in a moment is what it plays. Null where that is nothing.
 *
 * @param from position that was read
 * @param ticks at most MOMENT_TICKS
 */
export function cutMoment(
  track: ReplayTrack,
  arenas: ArenaSource,
  from: number,
  ticks = MOMENT_TICKS,
): Moment | null {
  const cursor = track.at(from);
  const world = cloneWorld(cursor.world);
  const start = { tick: world.tick, room: world.room, match: bytesOf(world) };
  const rows = new Uint8Array(ticks * MAX_SEATS);
  const commands: Moment['commands'][number][] = [];
  const hashes: number[] = [];
  const events = new EventBuffer();
  let row = 0;
  let last = 0;
  for (; row < ticks && !cursor.isAtEnd; row++) {
    const inputs = cursor.inputs.slice();
    const ofRow = cursor.commands;
    if (commands.length + ofRow.length > MOMENT_COMMANDS_MAX) break;
    cursor.step();
    stepWorld(world, inputs, ofRow, arenas, events);
    const hash = hashMatch(world.match);
    if (world.arena !== cursor.world.arena || hash !== hashMatch(cursor.world.match)) break;
    rows.set(inputs, row * MAX_SEATS);
    for (const command of ofRow) commands.push({ row, command });
    last = hash & TICK_HASH_MASK;
    if (hasMomentHash(row + 1, ticks)) hashes.push(last);
  }
  if (row === 0) return null;
  if (!hasMomentHash(row, ticks)) hashes.push(last);
  return { start, rows: rows.slice(0, row * MAX_SEATS), commands, hashes };
}

/** A copy of the match's buffer. */
function bytesOf({ match }: World): Uint8Array {
  return new Uint8Array(match.buffer.slice(0));
}
