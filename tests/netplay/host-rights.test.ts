import { countTerms } from '../simulation/count-terms.ts';
import { describe, expect, test } from 'vitest';
import type { RoomRequest } from '../../shared/room/command.ts';
import { findMemberOf, type RoomState } from '../../shared/room/room-state.ts';
import { expectAgreement, isLive, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const RULES = { timeLimitMinutes: 5, scoreLimit: 7 };

/** Its page runs nothing for so long, as a frozen tab does, and the others play on. */
function freeze(room: SimulatedRoom, peer: SimulatedPeer, ms: number): void {
  peer.wakeMs = room.network.nowMs + ms;
  room.run(ms);
}

function seenBy({ session }: SimulatedPeer): RoomState {
  return session.engine.final.room;
}

function hostIn(room: SimulatedRoom, seen = room.alive[0]!): SimulatedPeer | undefined {
  const { host } = seenBy(seen);
  return room.peers.find(({ session }) => session.self === host);
}

/** Everybody sees this person run the room. */
function isRunBy(room: SimulatedRoom, peer: SimulatedPeer): () => boolean {
  return () => room.alive.every((seen) => hostIn(room, seen) === peer);
}

/** The peer that came in next after the one that made the room. */
function secondOf(room: SimulatedRoom): SimulatedPeer {
  const { peer } = seenBy(room.peers[0]!).members[1]!;
  return room.peers.find(({ id }) => id === peer)!;
}

function expectObeyed(room: SimulatedRoom, peer: SimulatedPeer): void {
  peer.session.request({ type: 'stop' });
  peer.session.request({ type: 'rules', rules: RULES });
  const areSet = (): boolean =>
    room.alive.every((seen) => seenBy(seen).rules.scoreLimit === RULES.scoreLimit);
  expect(room.run(3_000, areSet)).toBe(true);
}

describe.each([
  { players: 2, withLobby: true },
  { players: 3, withLobby: false },
  { players: 4, withLobby: true },
])('a host whose page froze, of $players, lobby: $withLobby', ({ players, withLobby }) => {
  test.each([3_000, 20_000])('[R6] for %i ms runs the room when it is back', (ms) => {
    const room = openMatch(players, withLobby);
    const host = room.peers[0]!;
    freeze(room, host, ms);
    const other = room.peers[1]!;
    // Of two, nobody takes over while the lobby hears the other.
    if (players > 2) expect(seenBy(other).sequencer).not.toBe(host.session.self);
    expect(hostIn(room, other)).toBe(host);
    const isBack = (): boolean => findMemberOf(seenBy(other), host.id)?.absent === false;
    expect(room.run(5_000, isBack)).toBe(true);
    expect(room.run(2_000, isRunBy(room, host))).toBe(true);
    expectObeyed(room, host);
    expectAgreement(room);
  });
});

test('[R3] a host that is gone for good leaves the room to who is there for longest by then', () => {
  const room = openMatch(3, true);
  const [host] = room.peers;
  const second = secondOf(room);
  room.crash(host!);
  room.run(85_000);
  expect(hostIn(room)).toBe(host);
  expect(room.run(15_000, isRunBy(room, second))).toBe(true);
  expectObeyed(room, second);
});

test.each(['absence', 'the word of the lobby'])(
  '[R8] a host that lost its seat by %s gets the room back when it returns',
  (how) => {
    const room = openMatch(3, true);
    const [host] = room.peers;
    const second = secondOf(room);
    room.crash(host!);
    room.run(how === 'absence' ? 100_000 : 1_000);
    if (how !== 'absence') for (const { session } of room.alive) session.forget(host!.id);
    expect(room.run(5_000, isRunBy(room, second))).toBe(true);
    const again = room.reload(host!);
    expect(room.run(10_000, () => isLive(again))).toBe(true);
    expect(room.run(2_000, isRunBy(room, again))).toBe(true);
    expectObeyed(room, again);
    expectAgreement(room);
  },
);

test('[R8] a host that handed the room over gets nothing back', () => {
  const room = openMatch(3, true);
  const [host, heir] = room.peers;
  host!.session.request({ type: 'host', member: heir!.session.self! });
  expect(room.run(2_000, isRunBy(room, heir!))).toBe(true);
  room.crash(host!);
  for (const { session } of room.alive) session.forget(host!.id);
  const isOut = (): boolean => findMemberOf(seenBy(heir!), host!.id) === undefined;
  expect(room.run(5_000, isOut)).toBe(true);
  const again = room.reload(host!);
  expect(room.run(10_000, () => isLive(again))).toBe(true);
  room.run(1_000);
  expect(isRunBy(room, heir!)()).toBe(true);
});

test('[R3] a goodbye hands the room on at once', () => {
  const room = openMatch(3, true);
  const [host] = room.peers;
  const second = secondOf(room);
  host!.session.close();
  room.crashed.add(host!);
  expect(room.run(3_000, isRunBy(room, second))).toBe(true);
  expectObeyed(room, second);
});

test('[R6] a host that loads its page anew still runs the room', () => {
  const room = openMatch(3, true);
  room.run(500);
  const again = room.reload(room.peers[0]!);
  expect(room.run(10_000, () => isLive(again))).toBe(true);
  room.run(1_000);
  expect(isRunBy(room, again)()).toBe(true);
  expectObeyed(room, again);
});

test('[R3] handing over changes who runs the room, whoever sequences, and goes both ways', () => {
  const room = openMatch(3, true);
  const [ana, ben] = room.peers;
  ana!.session.request({ type: 'host', member: ben!.session.self! });
  expect(room.run(2_000, isRunBy(room, ben!))).toBe(true);
  expect(seenBy(ben!).sequencer).toBe(ana!.session.self);
  expect(countTerms(seenBy(ben!))).toBe(1);
  expectObeyed(room, ben!);
  ben!.session.request({ type: 'host', member: ana!.session.self! });
  expect(room.run(2_000, isRunBy(room, ana!))).toBe(true);
  expectAgreement(room);
});

test('[R3] it is handed over once although the sequencer dies with the word', () => {
  const room = openMatch(4, true);
  const [ana, ben, cy] = room.peers;
  ana!.session.request({ type: 'host', member: ben!.session.self! });
  expect(room.run(2_000, isRunBy(room, ben!))).toBe(true);
  ben!.session.request({ type: 'host', member: cy!.session.self! });
  room.crash(ana!);
  expect(room.run(6_000, isRunBy(room, cy!))).toBe(true);
  expectObeyed(room, cy!);
});

test('[R1] nobody but the host gets what only the host may ask for, the sequencer included', () => {
  const room = openMatch(3, true);
  const [ana, ben, cy] = room.peers;
  ana!.session.request({ type: 'host', member: ben!.session.self! });
  expect(room.run(2_000, isRunBy(room, ben!))).toBe(true);
  const self = (peer: SimulatedPeer) => peer.session.self!;
  const forged = (own: SimulatedPeer, other: SimulatedPeer): readonly RoomRequest[] => [
    { type: 'host', member: self(own) },
    { type: 'host', member: self(other) },
    { type: 'stop' },
    { type: 'pause', paused: true },
    { type: 'rules', rules: RULES },
    { type: 'stadium', stadium: 'big' },
    { type: 'leave', member: self(other) },
    { type: 'team', member: self(other), team: 0 },
  ];
  const before = seenBy(ben!);
  const { ints } = ben!.session.engine.final.match;
  const phase = ints[0];
  for (const request of forged(ana!, cy!)) ana!.session.request(request);
  for (const request of forged(cy!, ben!)) cy!.session.request(request);
  room.run(2_000);
  expect(seenBy(ben!)).toEqual(before);
  expect([phase, isRunBy(room, ben!)()]).toEqual([ben!.session.engine.final.match.ints[0], true]);
});

test('[N41] the host sends away who sequences as well: the room goes on without, and says why', () => {
  const room = openMatch(4, true);
  const [ana, ben] = room.peers;
  ana!.session.request({ type: 'host', member: ben!.session.self! });
  expect(room.run(2_000, isRunBy(room, ben!))).toBe(true);
  ben!.session.request({ type: 'leave', member: ana!.session.self! });
  const isOut = (): boolean => ana!.session.state.state === 'closed';
  expect(room.run(2_000, isOut)).toBe(true);
  expect(ana!.session.state).toMatchObject({ reason: 'removed' });
  room.crashed.add(ana!);
  const goesOn = (): boolean => room.alive.every((seen) => countTerms(seenBy(seen)) > 1);
  expect(room.run(1_500, goesOn)).toBe(true);
  expect(findMemberOf(seenBy(ben!), ana!.id)).toBeUndefined();
  expectObeyed(room, ben!);
  expectAgreement(room);
});

test('[N41] one that is sent away by the last word of a host that goes is out, also where it takes over', () => {
  const room = openMatch(2, true);
  const [host, guest] = room.peers;
  host!.session.request({ type: 'leave', member: guest!.session.self! });
  const hasHeard = (): boolean => !findMemberOf(guest!.session.engine.room, guest!.id);
  expect(room.run(2_000, hasHeard)).toBe(true);
  // Its removal is ordered, and not final there.
  expect(findMemberOf(seenBy(guest!), guest!.id)).toBeDefined();
  host!.session.close();
  room.crash(host!);
  const isOut = (): boolean => guest!.session.state.state === 'closed';
  expect(room.run(3_000, isOut)).toBe(true);
  expect(guest!.session.state).toMatchObject({ reason: 'removed' });
});
