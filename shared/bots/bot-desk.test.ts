import { expect, test } from 'vitest';
import { parsePeerId } from '../base/peer-id.ts';
import { applyCommand } from '../room/apply-command.ts';
import type { BotLevelName } from '../room/bots.ts';
import { BY_SEQUENCER, type Command, toMemberId } from '../room/command.ts';
import { stepWorld } from '../room/step-world.ts';
import { type World, createWorld } from '../room/world.ts';
import { EventBuffer } from '../sim/events.ts';
import { DISC_STRIDE, DISC_X, DISC_Y, MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { type Seat, toSeat } from '../sim/seat.ts';
import type { Team } from '../sim/team.ts';
import { IDLE_TICKS } from '../sim/tuning.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { BotDesk, type BotInputs } from './bot-desk.ts';
import { createBotMemory, STATE } from './bot-memory.ts';
import { BotView } from './bot-view.ts';
import { BOT_LEVELS, SEAT_KEEPER } from './levels.ts';
import { think } from './think.ts';

const host = toMemberId(0);
const HOST_SEAT = toSeat(0)!;
const BOT_SEAT = toSeat(1)!;

function say(world: World, command: Command): void {
  applyCommand(world, command, builtInArena);
}

/** A match of the host against a bot, and more bots in these teams. */
function matchWith(level: BotLevelName, ...others: readonly Team[]): World {
  const world = createWorld('classic', builtInArena, 1);
  const peer = parsePeerId('peer-0')!;
  say(world, { type: 'join', member: host, peer, name: 'Ana', by: BY_SEQUENCER });
  for (const [index, team] of [2 as Team, ...others].entries()) {
    say(world, { type: 'bot', member: toMemberId(10 + index), team, level, by: host });
  }
  say(world, { type: 'start', by: host });
  world.match.ints[MATCH.phase] = PHASE.playing;
  return world;
}

/** Keeps what the desk thought, by tick and seat, as the sequencer's hints do. */
class Kept implements BotInputs {
  readonly inputs = new Map<string, number>();
  furthest = -1;

  firstUnknown(): number {
    return 0;
  }

  put(seat: Seat, tick: number, bits: number): void {
    this.inputs.set(`${tick} ${seat}`, bits);
    this.furthest = Math.max(this.furthest, tick);
  }
}

/** Plays on with what the desk thinks, and tells what was held in each tick. */
function play(world: World, desk: BotDesk, kept: Kept, ticks: number): number[] {
  const held: number[] = [];
  const inputs = new Uint8Array(8);
  for (let count = 0; count < ticks; count += 1) {
    desk.advance(world, kept);
    for (let seat = 0; seat < 8; seat += 1) {
      inputs[seat] = kept.inputs.get(`${world.tick} ${seat}`) ?? 0;
    }
    held.push(...inputs);
    stepWorld(world, inputs, [], builtInArena, new EventBuffer());
  }
  return held;
}

test.each(['rookie', 'regular', 'pro', 'ace'] as const)(
  '[N52] a %s has thought of more ticks than its reaction is long, and thinks of each once',
  (level) => {
    const world = matchWith(level);
    const [desk, kept] = [new BotDesk(), new Kept()];
    const seen = new Set<string>();
    const put = kept.put.bind(kept);
    kept.put = (seat, tick, bits) => {
      expect(seen.has(`${tick} ${seat}`)).toBe(false);
      seen.add(`${tick} ${seat}`);
      put(seat, tick, bits);
    };
    for (let count = 0; count < 40; count += 1) {
      play(world, desk, kept, 1);
      expect(kept.furthest - world.tick).toBe(BOT_LEVELS[level].reaction);
    }
  },
);

test('[N52] the same worlds give the same inputs, and the same world twice is no news', () => {
  const [one, two] = [matchWith('pro', 1, 2), matchWith('pro', 1, 2)];
  const desk = new BotDesk();
  const kept = new Kept();
  const held = play(one, desk, kept, 300);
  expect(play(two, new BotDesk(), new Kept(), 300)).toEqual(held);
  expect(held.some((bits) => bits !== 0)).toBe(true);
  desk.advance(one, kept);
  const { size } = kept.inputs;
  expect(desk.advance(one, kept)).toBe(Number.POSITIVE_INFINITY);
  expect(kept.inputs.size).toBe(size);
});

test('[N54] a desk that begins later goes on behind what is known already', () => {
  const world = matchWith('pro');
  const kept = new Kept();
  kept.firstUnknown = () => 9;
  new BotDesk().advance(world, kept);
  const ticks = [...kept.inputs.keys()].map((key) => Number(key.split(' ')[0]));
  expect(Math.min(...ticks)).toBe(9);
});

test('[N55] the seat of a person has a brain while that person is away, and no longer', () => {
  const world = matchWith('pro');
  const [desk, kept] = [new BotDesk(), new Kept()];
  play(world, desk, kept, 10);
  expect([desk.keeps(HOST_SEAT), desk.keeps(BOT_SEAT)]).toEqual([false, true]);
  say(world, { type: 'absent', member: host, absent: true, by: BY_SEQUENCER });
  play(world, desk, kept, 10);
  expect(desk.keeps(HOST_SEAT)).toBe(true);
  say(world, { type: 'absent', member: host, absent: false, by: BY_SEQUENCER });
  play(world, desk, kept, 1);
  expect(desk.keeps(HOST_SEAT)).toBe(false);
});

test('[N55] who keeps a seat for somebody leaves the ball beyond the middle to its mates', () => {
  const world = matchWith('regular', 1, 2);
  const { match, arena } = world;
  const stateAt = (x: number, level: typeof SEAT_KEEPER): number => {
    const mine = (arena.firstPlayerDisc + BOT_SEAT) * DISC_STRIDE;
    const view = new BotView();
    const memory = createBotMemory(1, level);
    // The others are far off; the bot stands between the ball and its goal, on the right.
    for (const seat of [0, 2, 3]) {
      match.discs.set([300, 100 - seat * 60], (arena.firstPlayerDisc + seat) * DISC_STRIDE);
    }
    match.discs[DISC_X] = x;
    match.discs[DISC_Y] = 0;
    match.discs[mine + DISC_X] = x + 60;
    match.discs[mine + DISC_Y] = 0;
    for (let tick = 0; tick < 14; tick += 1) {
      view.see(arena, match, tick);
      think(view, BOT_SEAT, tick, memory);
    }
    return memory.state;
  };
  const regular = BOT_LEVELS.regular;
  expect(stateAt(-150, SEAT_KEEPER)).toBe(STATE.cover);
  expect(stateAt(-150, regular)).not.toBe(STATE.cover);
  expect(stateAt(150, SEAT_KEEPER)).not.toBe(STATE.cover);
});

test('[N52] before a match bots are at the ball as well', () => {
  const world = matchWith('regular');
  say(world, { type: 'stop', by: host });
  world.match.ints[MATCH.phase] = PHASE.warmUp;
  const held = play(world, new BotDesk(), new Kept(), 120);
  expect(held.some((bits) => bits !== 0)).toBe(true);
});

test('[R9] [N52] a bot that matches the others keeps its form while the room changes, and begins as Regular', () => {
  const world = matchWith('match');
  const desk = new BotDesk();
  const { reaction } = BOT_LEVELS.regular;
  const kept = new Kept();
  desk.advance(world, kept);
  expect(kept.furthest).toBe(world.tick + reaction + 1);
  const { ints } = world.match;
  for (let goal = 0; goal < 8; goal += 1) {
    ints[MATCH.kickOffTeam] = 2;
    for (const phase of [PHASE.goal, PHASE.playing]) {
      ints[MATCH.phase] = phase;
      play(world, desk, kept, 60);
    }
    say(world, { type: 'rules', rules: { timeLimitMinutes: 0, scoreLimit: goal }, by: host });
  }
  const furthest = kept.furthest - world.tick;
  expect(furthest).toBeLessThan(reaction);
});

test('[N56] a bot holds nothing for the ticks before its person was found idle', () => {
  const world = matchWith('regular');
  const [desk, kept] = [new BotDesk(), new Kept()];
  const { ints } = world.match;
  ints[seatInt(HOST_SEAT, SEAT.still)] = IDLE_TICKS - 5;
  play(world, desk, kept, 3);
  const since = world.tick + 2;
  play(world, desk, kept, 30);
  const ticks = [...kept.inputs.keys()].filter((key) => key.endsWith(` ${HOST_SEAT}`));
  expect(Math.min(...ticks.map((key) => Number(key.split(' ')[0])))).toBe(since);
});
