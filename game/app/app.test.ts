import { expect, test } from 'vitest';
import { SimulatedRoom } from '../../tests/simulation/simulated-room.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { CloseReason } from '../../shared/netplay/session/session-state.ts';
import type { LinkReport } from '../../shared/netplay/session/link-report.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { MemberId } from '../../shared/room/command.ts';
import { INPUT_KICK, INPUT_UP, toInputBits } from '../../shared/sim/input.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../../shared/sim/match-state.ts';
import { TICK_MS, TICK_RATE } from '../../shared/sim/tick.ts';
import { en } from '../i18n/en/en.ts';
import { isPerson } from '../../shared/room/room-state.ts';
import type { PracticeSession } from '../match/practice-session.ts';
import { errorOfLobby, errorOfSession } from './room/error-codes.ts';
import { HudModel } from './hud/hud-model.ts';
import { readResult } from './match/match-result.ts';
import { pingOf } from './hud/network-grade.ts';
import { practise } from '../../tests/simulation/practice-match.ts';
import { NetworkWarner } from './hud/network-warner.ts';

const GOOD: LinkReport = {
  peer: 'friend' as PeerId,
  path: 'direct',
  rttMs: 40,
  jitterMs: 2,
  loss: 0,
  silentMs: 20,
  version: 'same',
};

function makeSession(): PracticeSession {
  const session = practise();
  for (let tick = 0; tick < 3; tick += 1) session.advance(tick * TICK_MS);
  return session;
}

test('a good connection has three bars and no warning', () => {
  expect(pingOf(GOOD)).toEqual({ ms: 40, bars: 3, path: 'direct' });
  expect(new NetworkWarner().update([GOOD], 0)).toEqual([]);
  expect(pingOf({ ...GOOD, rttMs: 100 }).bars).toBe(2);
  expect(pingOf({ ...GOOD, rttMs: 200 }).bars).toBe(1);
});

test('trouble is named once it lasts a second, and until it was good for three', () => {
  const warner = new NetworkWarner();
  const bad = { ...GOOD, rttMs: 192.4, jitterMs: 30, loss: 0.04 };
  expect(warner.update([GOOD, bad], 0)).toEqual([]);
  expect(warner.update([GOOD, bad], 900)).toEqual([]);
  const shown = warner.update([GOOD, bad], 1000);
  expect(shown).toEqual([
    { kind: 'latency', ms: 190 },
    { kind: 'jitter' },
    { kind: 'loss', percent: 4 },
  ]);
  expect(warner.update([GOOD, { ...bad, rttMs: 188 }], 1250)).toBe(shown);
  expect(warner.update([GOOD], 2000)).toEqual(shown);
  expect(warner.update([GOOD, bad], 4500)).toHaveLength(3);
  expect(warner.update([GOOD], 5000)).toHaveLength(3);
  expect(warner.update([GOOD], 8000)).toEqual([]);
});

test('a warning about somebody goes when they go', () => {
  const warner = new NetworkWarner();
  const bad = [{ ...GOOD, rttMs: 200 }];
  warner.update(bad, 0);
  expect(warner.update(bad, 1000)).toHaveLength(1);
  expect(warner.update([], 1250)).toEqual([]);
});

test('own inputs that come too late are told of, one alone is not', () => {
  const warner = new NetworkWarner();
  expect(warner.update([GOOD], 0, 5)).toEqual([]);
  expect(warner.update([GOOD], 500, 6)).toEqual([]);
  expect(warner.update([GOOD], 1000, 8)).toEqual([{ kind: 'eaten' }]);
  expect(warner.update([GOOD], 2250, 8)).toEqual([{ kind: 'eaten' }]);
  expect(warner.update([GOOD], 5250, 8)).toEqual([]);
  expect(warner.update([GOOD], 5500, 0)).toEqual([]);
});

test('one bad moment is no warning', () => {
  const warner = new NetworkWarner();
  for (let nowMs = 0; nowMs < 10_000; nowMs += 250) {
    const rttMs = nowMs % 750 === 0 ? 300 : 40;
    expect(warner.update([{ ...GOOD, rttMs }], nowMs)).toEqual([]);
  }
});

test('silence is named at once, above all else, and after a while what is done about it', () => {
  const warner = new NetworkWarner();
  expect(warner.update([{ ...GOOD, silentMs: 400 }], 0)).toEqual([{ kind: 'silent' }]);
  expect(warner.update([{ ...GOOD, silentMs: 1500 }], 1100)).toEqual([{ kind: 'reconnecting' }]);
  expect(warner.update([GOOD], 1200)).toEqual([{ kind: 'reconnecting' }]);
  expect(warner.update([GOOD], 2200)).toEqual([]);
});

test('the display counts down, and says golden goal when time is up at equal scores', () => {
  const session = makeSession();
  const hud = new HudModel();
  const { ints } = session.world.match;
  hud.update(session, 0);
  expect(hud.seconds.value).toBe(180);
  ints[MATCH.phase] = PHASE.playing;
  ints[MATCH.clock] = 59 * TICK_RATE + 1;
  hud.update(session, 0);
  expect(hud.seconds.value).toBe(121);
  expect(hud.goldenGoal.value).toBe(false);
  ints[MATCH.clock] = 180 * TICK_RATE;
  hud.update(session, 0);
  expect(hud.seconds.value).toBe(0);
  expect(hud.goldenGoal.value).toBe(true);
});

test('a goal is shown with its scorer, and an own goal as one', () => {
  const session = makeSession();
  const hud = new HudModel();
  const { ints } = session.world.match;
  ints[MATCH.phase] = PHASE.goal;
  ints[MATCH.kickOffTeam] = 2;
  ints[MATCH.scorer] = 1;
  ints[MATCH.sunScore] = 1;
  hud.update(session, 0);
  expect(hud.goal.value).toMatchObject({ team: 1, ownGoal: false, scorer: 'Ana', sun: 1, wave: 0 });
  ints[MATCH.phase] = PHASE.kickOff;
  hud.update(session, 0);
  expect(hud.goal.value).toBeNull();
  ints[MATCH.phase] = PHASE.goal;
  ints[MATCH.kickOffTeam] = 1;
  hud.update(session, 0);
  expect(hud.goal.value).toMatchObject({ team: 2, ownGoal: true, scorer: 'Ana' });
});

test('who said goodbye has left; whose seat ran out has not come back', () => {
  const session = makeSession();
  const hud = new HudModel();
  const { room } = session.world;
  const [me, bot] = room.members.filter(isPerson);
  hud.update(session, 0);
  session.world.room = { ...room, members: [me!] };
  hud.update(session, 100);
  expect(hud.departed.value).toEqual([{ name: bot!.name, hasLeft: true }]);
  session.world.room = { ...room, members: [me!, { ...bot!, absent: true }] };
  hud.update(session, 200);
  session.world.room = { ...room, members: [me!] };
  hud.update(session, 300);
  expect(hud.departed.value).toEqual([{ name: bot!.name, hasLeft: false }]);
});

test('[R8] who ran the room meanwhile is told for a while that its host is back', () => {
  const session = makeSession();
  const hud = new HudModel();
  const { room } = session.world;
  const [me, bot] = room.members.filter(isPerson);
  const owner = bot!.peer;
  session.world.room = { ...room, members: [me!], host: me!.id, owner };
  hud.update(session, 0);
  expect(hud.hostBack.value).toBe('');
  session.world.room = { ...room, members: [me!, bot!], host: bot!.id, owner };
  hud.update(session, 100);
  expect(hud.hostBack.value).toBe(bot!.name);
  hud.update(session, 7_000);
  expect(hud.hostBack.value).toBe(bot!.name);
  hud.update(session, 9_000);
  expect(hud.hostBack.value).toBe('');
});

test('[R8] the host that is back itself reads nothing of itself', () => {
  const session = makeSession();
  const hud = new HudModel();
  const { room } = session.world;
  const [me, bot] = room.members.filter(isPerson);
  const owner = me!.peer;
  session.world.room = { ...room, members: [bot!], host: bot!.id, owner };
  hud.update(session, 0);
  session.world.room = { ...room, members: [bot!, me!], host: me!.id, owner };
  hud.update(session, 100);
  expect(hud.hostBack.value).toBe('');
});

test.each([
  ['says goodbye', true],
  ['falls silent', false],
])('while the match moves it is told whether the one that decided %s', (_, isGoodbye) => {
  const room = new SimulatedRoom({ seed: 4 });
  for (let peer = 0; peer < 3; peer += 1) {
    room.addPeer();
    room.run(2000);
  }
  const [host, friend] = room.peers;
  const { name } = host!.session.world.room.members[0]!;
  const hud = new HudModel();
  const moving = new Set<string>();
  const departed = new Set<string>();
  // One of the two who are left is out of reach at first: until then neither is elected.
  const heal = room.cut([room.peers[2]!]);
  if (isGoodbye) host!.session.close();
  else room.crash(host!);
  const look = (): boolean => {
    hud.update(friend!.session, room.network.nowMs);
    if (hud.moving.value) moving.add(JSON.stringify(hud.moving.value));
    for (const gone of hud.departed.value) departed.add(JSON.stringify(gone));
    return false;
  };
  room.run(4_000, look);
  heal();
  room.run(4_000, look);
  expect([...moving]).toEqual([JSON.stringify({ name, hasLeft: isGoodbye })]);
  expect([...departed]).toEqual(isGoodbye ? [JSON.stringify({ name, hasLeft: true })] : []);
});

test('a spectator is shown no keys, and learns none by pressing some', () => {
  const session = makeSession();
  const hud = new HudModel();
  hud.hint.value = 'move';
  const { room } = session.world;
  session.world.room = { ...room, members: room.members.map((one) => ({ ...one, team: 0 })) };
  hud.update(session, 0);
  expect(hud.learn(toInputBits(INPUT_UP))).toBeNull();
  expect(hud.hint.value).toBe('move');
});

test('each lesson is shown until it was done, and those done before are not', () => {
  const hud = new HudModel();
  hud.teach(0);
  expect(hud.learn(toInputBits(INPUT_KICK))).toBeNull();
  expect(hud.learn(toInputBits(INPUT_UP))).toBe(1);
  expect(hud.hint.value).toBe('kick');
  expect(hud.learn(toInputBits(INPUT_KICK))).toBe(2);
  expect(hud.hint.value).toBe('score');
  expect(hud.learn(toInputBits(INPUT_KICK))).toBeNull();
  hud.teach(3);
  expect(hud.hint.value).toBeNull();
  expect(hud.learn(toInputBits(INPUT_UP | INPUT_KICK))).toBeNull();
});

test('[L75] whose joining is not in the world yet waits for no friend', () => {
  const session = makeSession();
  const { world } = session;
  const alone = { ...world.room, members: world.room.members.slice(1) };
  const read = (self: MemberId | null): boolean => {
    const hud = new HudModel();
    const seen = { ...world, room: alone };
    hud.update({ ...own(session), self, world: seen }, 0);
    return hud.waitingForFriend.value;
  };
  expect(read(session.self)).toBe(false);
  expect(read(alone.members[0]!.id)).toBe(true);
});

/** What a session is asked here, without its class. */
function own(session: RoomSession): RoomSession {
  const { state, desyncs, eatenInputs } = session;
  return { state, desyncs, eatenInputs, reports: () => [] } as unknown as RoomSession;
}

test('the result keeps score, winner and what everybody did', () => {
  const { world } = makeSession();
  const { ints } = world.match;
  ints[MATCH.sunScore] = 2;
  ints[MATCH.winner] = 1;
  ints[seatInt(0, SEAT.goals)] = 2;
  ints[seatInt(0, SEAT.possession)] = 300;
  ints[seatInt(1, SEAT.possession)] = 100;
  const result = readResult(world, world.room.members[0]!.id);
  expect(result).toMatchObject({ sun: 2, wave: 0, winner: 1, ownTeam: 1 });
  expect(
    result.players.map(({ name, self, goals, possession }) => [name, self, goals, possession]),
  ).toEqual([
    ['Ana', true, 2, 75],
    ['bot Iris', false, 0, 25],
  ]);
});

test('every end of a session has words, but leaving on purpose needs none', () => {
  const reasons: CloseReason[] = [
    'removed',
    'room-full',
    'link-failed',
    'host-gone',
    'host-silent',
    'join-timeout',
    'version-mismatch',
  ];
  for (const reason of reasons) {
    const code = errorOfSession({ state: 'closed', reason });
    expect(code, reason).not.toBeNull();
    expect(en.errors[code!].text).not.toBe('');
  }
  expect(errorOfSession({ state: 'closed', reason: 'left' })).toBeNull();
  const failed = { state: 'closed', reason: 'link-failed' } as const;
  const ways = { mayRelay: false, isTurnRefused: false };
  expect(errorOfSession(failed, ways)).toBe('no-relay');
  expect(errorOfSession(failed, { ...ways, isTurnRefused: true })).toBe('turn-refused');
});

test('an older game has to reload, an older friend is asked to', () => {
  const mismatch = { state: 'closed', reason: 'version-mismatch' } as const;
  expect(errorOfSession({ ...mismatch, remoteNewer: true })).toBe('version-reload');
  expect(errorOfSession({ ...mismatch, remoteNewer: false })).toBe('version-friend');
  expect(errorOfLobby({ code: 'VERSION', behind: 'game' })).toBe('version-reload');
  expect(errorOfLobby({ code: 'VERSION', behind: 'room' })).toBe('version-friend');
  expect(errorOfLobby({ code: 'VERSION', behind: 'lobby' })).toBe('version-lobby');
});

test('refusals of the lobby have words of their own', () => {
  expect(errorOfLobby({ code: 'NO_ROOM' })).toBe('no-room');
  expect(errorOfLobby({ code: 'FULL' })).toBe('room-full');
  expect(errorOfLobby({ code: 'REMOVED' })).toBe('removed');
  expect(errorOfLobby({ code: 'UNREACHABLE' })).toBe('lobby-unreachable');
  expect(errorOfLobby({ code: 'DRAINING' })).toBe('lobby-restarts');
  expect(errorOfLobby({ code: 'TRY_LATER' })).toBe('lobby-full');
  expect(errorOfLobby({ code: 'ADDRESS_FULL' })).toBe('network-full');
  expect(errorOfLobby({ code: 'TOO_MANY_ROOMS' })).toBe('network-full');
  expect(errorOfLobby({ code: 'CANCELLED' })).toBeNull();
});

test('[L75] a page that is cut off says that of itself, and of the others nothing', () => {
  const session = makeSession();
  const hud = new HudModel();
  const { room } = session.world;
  const [me, bot] = room.members.filter(isPerson);
  const away = {
    ...room,
    members: room.members.filter(isPerson).map((one) => ({ ...one, absent: true })),
  };
  session.world.room = away;
  hud.update(session, 0);
  expect(hud.absent.value).toEqual([{ name: bot!.name, isPlayedByBot: true }]);
  hud.update(session, 100, true);
  expect(hud.absent.value).toEqual([]);
  expect(hud.warnings.value).toEqual([{ kind: 'reconnecting' }]);
  session.world.room = { ...room, members: [bot!] };
  hud.update(session, 200);
  expect([me!.name, hud.departed.value]).toEqual(['Ana', []]);
});
