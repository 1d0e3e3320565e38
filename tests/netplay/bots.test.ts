import { expect, test } from 'vitest';
import { BOT_LEVELS } from '../../shared/bots/levels.ts';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { PERFECT } from '../../shared/netplay/link/simulated-network.ts';
import { BOT_LEVEL_NAMES, type BotLevelName } from '../../shared/room/bots.ts';
import type { RoomRequest } from '../../shared/room/command.ts';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { INPUT_RIGHT } from '../../shared/sim/input.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { expectClean, isLive } from '../simulation/running-match.ts';
import { SimulatedPlayer } from '../simulation/simulated-player.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** People who hold still, so that all that moves is a bot. */
function stillRoom(peers: number, delayMs: number, withLobby = false): SimulatedRoom {
  const room = new SimulatedRoom({
    seed: 5,
    conditions: { ...PERFECT, delayMs },
    withLobby,
    createPlayer: (session, place) => {
      const player = new SimulatedPlayer(session, createRandom(place + 1));
      player.held = 0;
      return player;
    },
  });
  for (let count = 0; count < peers; count++) room.addPeer();
  expect(room.run(10_000, () => room.peers.every(isLive))).toBe(true);
  return room;
}

function ask(room: SimulatedRoom, request: RoomRequest): void {
  room.peers[0]!.session.request(request);
  room.run(1_500);
}

function addBot(room: SimulatedRoom, team: Team, level: BotLevelName): void {
  ask(room, { type: 'bot', team, level });
}

function bench(room: SimulatedRoom, peer: SimulatedPeer): void {
  ask(room, { type: 'team', member: peer.session.self!, team: TEAM_NONE });
}

function touches({ session }: SimulatedPeer): number {
  const { ints } = session.engine.final.match;
  let sum = 0;
  for (let seat = 0; seat < 8; seat += 1) sum += ints[seatInt(seat, SEAT.touches)] ?? 0;
  return sum;
}

function hasBegun({ session }: SimulatedPeer): boolean {
  return session.engine.final.match.ints[MATCH.phase] !== PHASE.warmUp;
}

test.each(BOT_LEVEL_NAMES)(
  '[N52] what a %s does is known in time: no follower takes anything back at twice its reaction',
  (level) => {
    // One that goes with the goals may be as quick as an Ace.
    const { reaction } = BOT_LEVELS[level === 'match' ? 'ace' : level];
    const room = stillRoom(3, reaction * TICK_MS);
    bench(room, room.peers[2]!);
    for (const team of [TEAM_SUN, TEAM_WAVE] as const) {
      addBot(room, team, level);
      addBot(room, team, level);
    }
    ask(room, { type: 'rules', rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
    ask(room, { type: 'start' });
    room.run(3_000);
    const before = room.peers.map(({ session }) => session.engine.rollbacks.rollbacks);
    const touched = touches(room.peers[0]!);
    room.run(20_000);
    const after = room.peers.map(({ session }) => session.engine.rollbacks.rollbacks);
    expect(touches(room.peers[0]!) - touched).toBeGreaterThan(5);
    expect(after).toEqual(before);
    expectClean(room);
  },
);

test('[N53] a bot is in nobody’s way: it is never away, and the room waits for people only', () => {
  const room = stillRoom(2, 30);
  for (const team of [TEAM_SUN, TEAM_WAVE] as const) addBot(room, team, 'regular');
  ask(room, { type: 'start' });
  room.run(20_000);
  for (const { session } of room.peers) {
    const bots = session.engine.final.room.members.filter((one) => one.type === 'bot');
    expect(bots.map(({ absent, ready }) => [absent, ready])).toEqual([
      [false, true],
      [false, true],
    ]);
    expect(session.counts.stalledTicks).toBe(0);
  }
  expectClean(room);
});

test('[N54] the sequencer goes: the next one has the bots’ brains, and they play on', () => {
  const room = stillRoom(3, 30, true);
  for (const team of [TEAM_SUN, TEAM_WAVE] as const) addBot(room, team, 'pro');
  ask(room, { type: 'rules', rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
  ask(room, { type: 'start' });
  room.run(8_000);
  const [gone, next] = room.peers;
  room.crash(gone!);
  room.run(3_000);
  const { final } = next!.session.engine;
  expect(final.room.sequencer).not.toBe(gone!.session.self);
  const touched = touches(next!);
  room.run(20_000);
  expect(touches(next!)).toBeGreaterThan(touched + 3);
  expectClean(room);
});

test('[N55] a person that is away is played for within a second and a half, and has its seat again at once', () => {
  const room = stillRoom(2, 30, true);
  ask(room, { type: 'rules', rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  expect(room.run(3_000, () => room.peers.every(hasBegun))).toBe(true);
  room.run(1_000);
  const [host, away] = room.peers;
  host!.player.held = INPUT_RIGHT;
  expect(room.run(5_000, () => host!.session.world.match.ints[MATCH.phase] === PHASE.playing)).toBe(
    true,
  );
  host!.player.held = 0;
  const seat = findMemberOf(host!.session.world.room, away!.id)!.seat!;
  const { ints } = host!.session.world.match;
  room.crash(away!);
  const isPlayed = (): boolean => ints[seatInt(seat, SEAT.input)] !== 0;
  expect(room.run(1_500, isPlayed)).toBe(true);
  expect(findMemberOf(host!.session.world.room, away!.id)).toMatchObject({ absent: true, seat });
  const back = room.reload(away!);
  back.player.held = 0;
  const isBack = (): boolean =>
    findMemberOf(host!.session.world.room, back.id)?.absent === false && isLive(back);
  expect(room.run(5_000, isBack)).toBe(true);
  room.run(1_000);
  expect(findMemberOf(host!.session.world.room, back.id)).toMatchObject({ seat });
  room.run(200);
  expect(ints[seatInt(seat, SEAT.input)]).toBe(0);
  expectClean(room);
});

test('[R11] a friend who comes while bots run about has the place of one within a second and a half', () => {
  const room = stillRoom(1, 30, true);
  addBot(room, TEAM_SUN, 'regular');
  for (let count = 0; count < 2; count++) addBot(room, TEAM_WAVE, 'regular');
  room.run(10_000);
  const [host] = room.peers;
  const friend = room.addPeer();
  friend.player.held = 0;
  const isIn = (): boolean =>
    isLive(friend) && findMemberOf(friend.session.engine.final.room, friend.id)?.seat !== undefined;
  expect(room.run(1_500, isIn)).toBe(true);
  const { members } = host!.session.engine.room;
  expect(members.filter(({ type }) => type === 'bot')).toHaveLength(2);
  expectClean(room);
});
