import { isInPlay } from './in-play.ts';
import { expect } from 'vitest';
import { hashWorld } from '../../shared/room/world.ts';
import { countTerms } from './count-terms.ts';
import { type SimulatedPeer, SimulatedRoom } from './simulated-room.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.03, reorder: 0.01, duplicate: 0.01 };
/** One way to the lobby. */
const LOBBY_MS = 30;

/** A room in the middle of a match, over a fair network. */
export function openMatch(peers: number, withLobby = false, seed = 21): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions: FAIR, withLobby });
  room.lobby.latencyMs = LOBBY_MS;
  return beginMatch(room, peers);
}

/** So many come to the room, get ready and are in the middle of a match. */
export function beginMatch(room: SimulatedRoom, peers: number): SimulatedRoom {
  for (let count = 0; count < peers; count++) room.addPeer();
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  const hasBegun = (): boolean =>
    room.peers.every(({ session }) => isInPlay(session.engine.final.match));
  expect(room.run(6_000, hasBegun)).toBe(true);
  room.run(3_000);
  return room;
}

/** True once the peer plays along. */
export function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}

/** Milliseconds until each of them plays final ticks of a later term. */
export function measureGap(room: SimulatedRoom, among = room.alive): number {
  const startMs = room.network.nowMs;
  const before = among.map(({ session }) => countTerms(session.engine.final.room));
  const goesOn = (): boolean =>
    among.every(
      (peer, at) => countTerms(peer.session.engine.final.room) > before[at]! && isLive(peer),
    );
  expect(room.run(20_000, goesOn)).toBe(true);
  return room.network.nowMs - startMs;
}

/** Out of reach of the others, and of the lobby too if it says so. */
export function cutOff(
  room: SimulatedRoom,
  group: readonly SimulatedPeer[],
  fromLobby: boolean,
): () => void {
  const heal = room.cut(group);
  if (fromLobby) for (const { id } of group) room.lobby.offline.add(id);
  return () => {
    heal();
    for (const { id } of group) room.lobby.offline.delete(id);
  };
}

/** Once everybody let go of the keys: the same ticks and states everywhere. */
export function expectAgreement(room: SimulatedRoom): void {
  for (const { player } of room.alive) player.held = 0;
  room.run(4_000);
  expect(room.witness.differences).toEqual([]);
  const [first, ...others] = room.alive.map(({ session }) => session.engine);
  const hashes = new Map(first!.hashes.entries());
  for (const other of others) {
    const common = other.hashes.entries().filter(([tick]) => hashes.has(tick));
    expect(common.length).toBeGreaterThan(3);
    for (const [tick, hash] of common) expect([tick, hashes.get(tick)]).toEqual([tick, hash]);
  }
  expect(hashWorld(first!.final)).toBeGreaterThan(0);
}

/** All agree, nothing that was final was taken back, and no peer went on without a quorum. */
export function expectClean(room: SimulatedRoom): void {
  expectAgreement(room);
  for (const { session } of room.peers) {
    expect(session.counts).toMatchObject({ retractions: 0, unclean: 0, rivals: 0 });
  }
}
