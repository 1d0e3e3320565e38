import { hashMatch } from '../sim/match/checksum.ts';
import { EventBuffer } from '../sim/events.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { type ArenaSource, hashWorld } from '../room/world.ts';
import { hasMomentHash, type Moment, momentTicks } from '../wire/moment.ts';
import type { Replay } from '../wire/replay-file.ts';
import { keyframeSecondsFor, OPENING, TICK_HASH_MASK } from '../wire/replay-measures.ts';
import type { ReplaySegment } from '../wire/replay-segment.ts';
import { SegmentPlayer } from './play-replay.ts';

/**
 * [V15] A moment as a replay, to be watched, played on from and saved like any other. It is played once
 * for the hashes that a link has no room for; where a link has one, that one stands, so that a machine
 * that computes something else says so.
 *
 * @param textOf what a stadium travels as; null for one that everybody has
 * @returns null when the moment's stadium is not among these
 */
export function momentReplay(
  moment: Moment,
  arenas: ArenaSource,
  textOf: (stadium: string) => string | null,
): Replay | null {
  const ticks = momentTicks(moment);
  const { start } = moment;
  const tickHashes = new Uint16Array(ticks);
  const silent = { ...momentSegment(moment), tickHashes };
  const player = SegmentPlayer.open(silent, arenas);
  if (!player) return null;
  const events = new EventBuffer();
  const hashes = moment.hashes.values();
  const secondHashes: number[] = [];
  while (!player.isAtEnd) {
    player.step(events);
    const { world, played } = player;
    const own = hashMatch(world.match) & TICK_HASH_MASK;
    const told = hasMomentHash(played, ticks) ? hashes.next().value : own;
    tickHashes[played - 1] = told ?? own;
    if (world.tick % TICK_RATE === 0) secondHashes.push(hashWorld(world));
  }
  const text = textOf(start.room.stadium);
  return {
    savedAtS: 0,
    stadiums: text === null ? [] : [{ id: start.room.stadium, text }],
    segments: [{ ...silent, secondHashes: Uint32Array.from(secondHashes) }],
  };
}

/** A moment to be played, without anything to compare with. */
export function momentSegment({ start, rows, commands }: Moment): ReplaySegment {
  const frameWords = start.match.length / Uint32Array.BYTES_PER_ELEMENT;
  return {
    opening: OPENING.snapshot,
    start,
    rows,
    commands,
    tickHashes: new Uint16Array(momentTicks({ rows })),
    secondHashes: new Uint32Array(0),
    keyframeSeconds: keyframeSecondsFor(frameWords),
    keyframes: { frameWords, words: new Uint32Array(0) },
  };
}
