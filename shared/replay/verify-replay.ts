import { EventBuffer } from '../sim/events.ts';
import { TICK_RATE, type Tick } from '../sim/tick.ts';
import { type ArenaSource, type World, hashWorld } from '../room/world.ts';
import { type Replay, replayTicks } from '../wire/replay-file.ts';
import { OPENING } from '../wire/replay-measures.ts';
import type { ReplaySegment } from '../wire/replay-segment.ts';
import {
  type ReplayMismatch,
  diffWorlds,
  explainMismatch,
  hasTickHash,
} from './explain-mismatch.ts';
import { SegmentPlayer } from './play-replay.ts';

export type ReplayVerdict =
  | {
      readonly state: 'same';
      readonly ticks: number;
      /** Hashes of the whole world that were compared. */
      readonly seconds: number;
      readonly finalTick: Tick;
      readonly finalHash: number;
    }
  | ({ readonly state: 'different' } & ReplayMismatch)
  | { readonly state: 'unplayable'; readonly stadium: string };

/** [P9] Plays the whole replay again and compares it with what was recorded, tick by tick. */
export function verifyReplay(replay: Replay, arenas: ArenaSource): ReplayVerdict {
  const { segments } = replay;
  let before: World | null = null;
  let seconds = 0;
  for (const [index, segment] of segments.entries()) {
    const player = SegmentPlayer.open(segment, arenas);
    if (!player) return { state: 'unplayable', stadium: segment.start.room.stadium };
    const joint = segment.opening === OPENING.snapshot ? null : before;
    const differences = joint ? diffWorlds(player.world, joint) : [];
    if (joint && differences.length > 0) {
      const { tick } = joint;
      return { state: 'different', tick, comparedAt: tick, differences };
    }
    if (!playSegment(player, segment)) {
      const next = segments[index + 1] ?? null;
      return { state: 'different', ...explainMismatch(player, segment, next, arenas) };
    }
    seconds += segment.secondHashes.length;
    before = player.world;
  }
  if (!before) return { state: 'unplayable', stadium: '' };
  const finalHash = hashWorld(before);
  return { state: 'same', ticks: replayTicks(replay), seconds, finalTick: before.tick, finalHash };
}

/** False at the first tick that comes out differently; the player then stands behind it. */
function playSegment(player: SegmentPlayer, segment: ReplaySegment): boolean {
  const events = new EventBuffer();
  let second = 0;
  while (!player.isAtEnd) {
    player.step(events);
    if (!hasTickHash(player, segment)) return false;
    if (player.world.tick % TICK_RATE !== 0) continue;
    if (hashWorld(player.world) !== segment.secondHashes[second]) return false;
    second += 1;
  }
  return true;
}
