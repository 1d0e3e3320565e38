import { HintLog } from '../shared/rollback/hint-log.ts';
import type { Simulation } from '../shared/rollback/simulation.ts';
import { Timeline } from '../shared/rollback/timeline.ts';
import { Worlds } from '../shared/rollback/worlds.ts';
import { applyCommand } from '../shared/room/apply-command.ts';
import { BY_SEQUENCER, type Command, toMemberId } from '../shared/room/command.ts';
import { EventBuffer } from '../shared/sim/events.ts';
import { MAX_SEATS } from '../shared/base/room-limits.ts';
import { stepWorld } from '../shared/room/step-world.ts';
import { type World, cloneWorld, copyWorld, createWorld } from '../shared/room/world.ts';
import { parsePeerId } from '../shared/base/peer-id.ts';
import { builtInArena } from '../shared/stadium/built-in/built-in-stadiums.ts';
import { type Measurement, measure, measureAllocation } from './measure.ts';

export type RollbackFigures = Measurement & { readonly bytesPerTick: number };

/** Each call: one tick forward, and a hint that makes the last `depth` ticks wrong. */
function rollEveryTick<W extends { tick: number }, C>(
  simulation: Simulation<W, C>,
  clone: () => W,
  depth: number,
): RollbackFigures {
  const start = clone();
  const timeline = new Timeline<C>(start.tick);
  const hints = new HintLog();
  const worlds = new Worlds(simulation, timeline, hints, [start, clone(), clone()]);
  const row = new Uint8Array(MAX_SEATS);
  const noCommands: readonly C[] = [];
  let now = start.tick;
  const act = (): void => {
    while (timeline.end < now - depth) {
      for (let seat = 0; seat < MAX_SEATS; seat++) row[seat] = (now * 7 + seat * 3) & 31;
      timeline.append(row, 0, noCommands);
    }
    timeline.makeFinal(timeline.end);
    now += 1;
    worlds.repredict();
    worlds.advance(now);
  };
  const time = measure(act, 2_000);
  return { ...time, bytesPerTick: measureAllocation(act, 50_000) };
}

/** Twenty numbers, as the field's small rollback demos have. */
export function rollTwentyNumbers(): RollbackFigures {
  type Numbers = { tick: number; values: Float64Array };
  const simulation: Simulation<Numbers, never> = {
    copy: (from, to) => {
      to.tick = from.tick;
      to.values.set(from.values);
    },
    step: (world, inputs) => {
      const { values } = world;
      for (let index = 0; index < values.length; index++) {
        values[index] = (values[index] ?? 0) * 0.99 + (inputs[index % MAX_SEATS] ?? 0);
      }
      world.tick += 1;
    },
  };
  return rollEveryTick(simulation, () => ({ tick: 0, values: new Float64Array(20) }), 8);
}

/** The classic pitch in play, `players` players, `depth` ticks each time. */
export function rollClassic(players: number, depth: number): RollbackFigures {
  const world = createMatchWorld(players);
  const events = new EventBuffer();
  const simulation: Simulation<World, Command> = {
    copy: copyWorld,
    step: (stepped, inputs, commands) => {
      events.clear();
      stepWorld(stepped, inputs, commands, builtInArena, events);
    },
  };
  return rollEveryTick(simulation, () => cloneWorld(world), depth);
}

/** A started match on the classic pitch. */
export function createMatchWorld(players: number): World {
  const world = createWorld('classic', builtInArena, 1);
  for (let index = 0; index < players; index++) {
    const peer = parsePeerId(`p${index}`)!;
    const member = toMemberId(index);
    const join: Command = { type: 'join', member, peer, name: `p${index}`, by: BY_SEQUENCER };
    applyCommand(world, join, builtInArena);
  }
  const rules = { timeLimitMinutes: 0, scoreLimit: 0 };
  applyCommand(world, { type: 'rules', rules, by: toMemberId(0) }, builtInArena);
  applyCommand(world, { type: 'start', by: toMemberId(0) }, builtInArena);
  return world;
}
