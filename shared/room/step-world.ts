import { applyCommand } from './apply-command.ts';
import { seatTheQueue } from './auto.ts';
import { seatThoseWhoWait } from './places.ts';
import { followDeserted } from './claiming.ts';
import { dropOldDiscs } from './discs.ts';
import { markIdle } from './idle.ts';
import { countingInputs, endPlayOn } from './play-on.ts';
import { considerNext, startDueRematch } from './starting.ts';
import type { Command } from './command.ts';
import { countWin } from './wins.ts';
import { dropOldVotes } from './votes.ts';
import type { EventBuffer } from '../sim/events.ts';
import { stepMatch } from '../sim/match/step-match.ts';
import { toTick } from '../sim/tick.ts';
import type { ArenaSource, World } from './world.ts';

/**
 * One tick of a room: `state(t + 1) = step(state(t), timeline[t])`. Nothing else changes a world.
 *
 * @param inputs InputBits of every seat, MAX_SEATS bytes
 */
export function stepWorld(
  world: World,
  inputs: Uint8Array,
  commands: readonly Command[],
  arenas: ArenaSource,
  events: EventBuffer,
): void {
  for (const command of commands) applyCommand(world, command, arenas);
  seatThoseWhoWait(world);
  seatTheQueue(world);
  considerNext(world);
  startDueRematch(world);
  dropOldVotes(world);
  dropOldDiscs(world);
  followDeserted(world);
  endPlayOn(world);
  stepMatch(world.arena, world.match, world.tick, countingInputs(world, inputs), events);
  countWin(world);
  markIdle(world);
  world.tick = toTick(world.tick + 1);
}
