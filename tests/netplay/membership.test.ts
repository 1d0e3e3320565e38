import { isInPlay } from '../simulation/in-play.ts';
import { countTerms } from '../simulation/count-terms.ts';
import { expect, test } from 'vitest';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { INPUT_RIGHT } from '../../shared/sim/input.ts';
import { SimulatedRoom, type SimulatedPeer } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0, duplicate: 0 };

function openRoom(peers: number, conditions = FAIR, withLobby = false): SimulatedRoom {
  const room = new SimulatedRoom({ seed: 11, conditions, withLobby });
  for (let count = 0; count < peers; count++) room.addPeer();
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  return room;
}

function startMatch(room: SimulatedRoom): void {
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  const hasBegun = (): boolean =>
    room.peers.every(({ session }) => isInPlay(session.engine.final.match));
  expect(room.run(6_000, hasBegun)).toBe(true);
}

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}

function memberOf(room: SimulatedRoom, seenBy: number, place: number) {
  return findMemberOf(room.peers[seenBy]!.session.engine.room, room.peers[place]!.id);
}

test('two who come in take one seat in each team, a third one waits while the match is on', () => {
  const room = openRoom(2);
  expect([memberOf(room, 1, 0)?.team, memberOf(room, 1, 1)?.team]).toEqual([1, 2]);
  startMatch(room);
  room.addPeer();
  expect(room.run(5_000, () => isLive(room.peers[2]!))).toBe(true);
  expect(memberOf(room, 0, 2)).toMatchObject({ team: 0, seat: null, name: 'Player 2' });
  room.run(4_000);
  expect(room.witness.differences).toEqual([]);
});

test('[C18] a newcomer asks all at once whom they follow, and is in within three round trips', () => {
  const RTT_MS = 100;
  const conditions = { ...FAIR, delayMs: RTT_MS / 2, jitterMs: 0, loss: 0 };
  for (const peers of [1, 2, 4, 7]) {
    const room = openRoom(peers, conditions);
    const { session } = room.addPeer();
    const beganMs = room.network.nowMs;
    expect(room.run(5_000, () => session.state.state === 'live')).toBe(true);
    expect(room.network.nowMs - beganMs).toBeLessThanOrEqual(3 * RTT_MS);
  }
});

test('[L81] whatever a program says that it is called, the others see a name', () => {
  const names = ['Ｂｅｎ', `Z${'\u0334'.repeat(28)}`, '\u202Eevil', 'Ana\u200B'];
  const room = new SimulatedRoom({ seed: 11, conditions: FAIR, nameAt: (place) => names[place]! });
  for (const _name of names) room.addPeer();
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  room.run(1_000);
  const seen = room.peers.map((_peer, place) => memberOf(room, 3, place)?.name);
  expect(seen[0]).toBe('Ben');
  expect(seen.slice(1).toSorted()).toEqual([
    expect.stringMatching(/^#\d$/),
    expect.stringMatching(/^#\d$/),
    'Ana',
  ]);
  expect(new Set(seen).size).toBe(4);
});

test('who comes into a running match sees the same state as those who played it', () => {
  const room = openRoom(2);
  startMatch(room);
  room.run(10_000);
  const late = room.addPeer();
  const startedMs = room.network.nowMs;
  expect(room.run(5_000, () => isLive(late))).toBe(true);
  expect(room.network.nowMs - startedMs).toBeLessThan(1_000);
  room.run(5_000);
  const hashes = new Map(room.peers[0]!.session.engine.hashes.entries());
  const checked = late.session.engine.hashes.entries().filter(([tick]) => hashes.has(tick));
  expect(checked.length).toBeGreaterThan(3);
  for (const [tick, hash] of checked) expect(hash).toBe(hashes.get(tick));
});

test('somebody far away asks more than once for the world, and gets it once', () => {
  const room = openRoom(1, { ...FAIR, delayMs: 600 });
  const late = room.addPeer();
  expect(room.run(10_000, () => isLive(late))).toBe(true);
  room.run(3_000);
  expect(late.session.engine.loads).toBe(1);
});

test('somebody whose link breaks is absent, keeps the seat and is back over a new link', () => {
  const room = openRoom(2);
  startMatch(room);
  const [host, guest] = room.peers;
  const seat = memberOf(room, 0, 1)?.seat;
  guest!.links.get(host!.id)!.close();
  room.run(2_000);
  expect(memberOf(room, 0, 1)).toMatchObject({ absent: true, seat });
  room.connect(guest!, host!);
  room.run(3_000);
  expect(memberOf(room, 0, 1)).toMatchObject({ absent: false, seat });
  expect(host!.session.counts.repairs).toBe(0);
  expect(room.witness.differences).toEqual([]);
});

test('somebody who reloads the page is the same member with the same seat, in under a second', () => {
  const room = openRoom(2);
  startMatch(room);
  room.run(3_000);
  const before = memberOf(room, 0, 1);
  const again = room.reload(room.peers[1]!);
  expect(room.run(1_000, () => isLive(again))).toBe(true);
  room.run(2_000);
  expect(memberOf(room, 0, 1)).toMatchObject({ id: before?.id, seat: before?.seat, absent: false });
  expect(again.session.self).toBe(before?.id);
});

test('a seat is given up when nobody came back for 90 seconds', () => {
  const room = openRoom(2);
  room.peers[1]!.links.get(room.peers[0]!.id)!.close();
  room.run(89_000);
  expect(memberOf(room, 0, 1)).toMatchObject({ absent: true });
  room.run(3_000);
  expect(memberOf(room, 0, 1)).toBeUndefined();
});

test('a goodbye frees the seat at once, and the match goes on for the other', () => {
  const room = openRoom(2);
  startMatch(room);
  room.peers[1]!.session.close();
  room.run(500);
  expect(memberOf(room, 0, 1)).toBeUndefined();
  const { tick } = room.peers[0]!.session.world;
  room.run(1_000);
  expect(room.peers[0]!.session.world.tick).toBeGreaterThan(tick + 55);
});

test('a request without the right to it changes nothing anywhere', () => {
  const room = openRoom(2);
  const guest = room.peers[1]!.session;
  const host = room.peers[0]!.session;
  guest.request({ type: 'rules', rules: { timeLimitMinutes: 1, scoreLimit: 1 } });
  guest.request({ type: 'team', member: host.self!, team: 0 });
  guest.request({ type: 'leave', member: host.self! });
  room.run(1_000);
  expect(guest.world.room.rules).toEqual({ timeLimitMinutes: 3, scoreLimit: 3 });
  expect(memberOf(room, 1, 0)?.team).toBe(1);
  host.request({ type: 'rules', rules: { timeLimitMinutes: 1, scoreLimit: 1 } });
  room.run(1_000);
  expect(guest.world.room.rules).toEqual({ timeLimitMinutes: 1, scoreLimit: 1 });
});

test('who is removed is told so and does not get in again', () => {
  const room = openRoom(2);
  const [host, guest] = room.peers;
  host!.session.request({ type: 'leave', member: guest!.session.self! });
  room.run(1_000);
  expect(guest!.session.state).toMatchObject({ state: 'closed', reason: 'removed' });
  const again = room.reload(guest!);
  room.run(2_000);
  expect(again.session.state).toMatchObject({ state: 'closed', reason: 'removed' });
});

test('[N9] a diverged state is noticed within 1.2 seconds, repaired, and the match goes on', () => {
  const room = openRoom(2);
  startMatch(room);
  room.run(2_000);
  const [host, guest] = room.peers;
  const { discs } = guest!.session.engine.final.match;
  discs[0] = (discs[0] ?? 0) + 1e-9;
  expect(room.run(1_200, () => host!.session.counts.repairs === 1)).toBe(true);
  room.run(5_000);
  expect(host!.session.counts.repairs).toBe(1);
  const own = host!.session.engine.hashes;
  expect(guest!.session.engine.hashes.get(guest!.session.engine.hashes.newest)).toBe(
    own.get(guest!.session.engine.hashes.newest),
  );
});

test('an outage of 12 seconds is over with a fresh snapshot, without anybody else stalling', () => {
  const room = openRoom(3);
  startMatch(room);
  const [host, guest] = room.peers;
  const link = guest!.links.get(host!.id)!;
  const back = host!.links.get(guest!.id)!;
  const before = link.conditions;
  link.conditions = back.conditions = { ...before, loss: 1 };
  room.run(12_000);
  link.conditions = back.conditions = before;
  room.run(3_000);
  expect(isLive(guest!)).toBe(true);
  const behind = host!.session.world.tick - guest!.session.engine.final.tick;
  expect(behind).toBeLessThan(40);
  expect(host!.session.counts.stalledTicks).toBe(0);
  expect(room.peers[2]!.session.counts.stalledTicks).toBe(0);
});

test('[N8] a peer that claims inputs for another seat is not believed', () => {
  const room = openRoom(3);
  startMatch(room);
  const [host, guest, watcher] = room.peers;
  const ownSeat = memberOf(room, 0, 2)!.seat!;
  room.peers.forEach(({ player }) => (player.held = 0));
  room.run(1_000);
  const seat = memberOf(room, 0, 1)!.seat!;
  watcher!.player.held = INPUT_RIGHT;
  room.run(1_000);
  const { timeline } = host!.session.engine;
  expect(timeline.inputAt(timeline.end - 1, seat)).toBe(0);
  expect(timeline.inputAt(timeline.end - 1, ownSeat)).toBe(INPUT_RIGHT);
  expect(guest!.session.world.tick).toBeGreaterThan(0);
});

test('who left for good, as the lobby says, is gone from the room at once', () => {
  const room = openRoom(3);
  startMatch(room);
  const [host, guest] = room.peers;
  room.crash(guest!);
  for (const { session } of room.alive) session.forget(guest!.id);
  room.run(500);
  expect(memberOf(room, 0, 1)).toBeUndefined();
  expect(memberOf(room, 2, 1)).toBeUndefined();
  expect(isLive(host!)).toBe(true);
});

test('of two, the one left goes on when the lobby says that the sequencer left', () => {
  const room = openRoom(2, FAIR, true);
  startMatch(room);
  const [host, guest] = room.peers;
  // Until it is final that the guest counts.
  room.run(500);
  room.crash(host!);
  guest!.session.forget(host!.id);
  room.run(1_000);
  expect(countTerms(guest!.session.engine.room)).toBe(2);
  expect(memberOf(room, 1, 0)).toBeUndefined();
});

test('[N22] who watches costs a player a sign of life, and sees the match all the same', () => {
  const room = openRoom(4);
  startMatch(room);
  const watcher = room.addPeer();
  expect(room.run(5_000, () => isLive(watcher))).toBe(true);
  const player = room.peers[1]!;
  const [toPlayer, toWatcher] = [room.peers[2]!, watcher].map(({ id }) => player.links.get(id)!);
  const before = [toPlayer!.sentPackets, toWatcher!.sentPackets] as const;
  room.run(10_000);
  expect(toPlayer!.sentPackets - before[0]).toBeGreaterThan(140);
  expect(toWatcher!.sentPackets - before[1]).toBeLessThan(70);
  const { engine } = watcher.session;
  expect(engine.predicted.tick - engine.final.tick).toBeLessThan(40);
});
