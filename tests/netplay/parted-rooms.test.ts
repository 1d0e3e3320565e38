import { expect, test } from 'vitest';
import { cutOff, openMatch } from '../simulation/running-match.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

// Parts of a room that nobody elects for 15 s and that each go on alone then, without a lobby.

const SEEDS = [1, 2];
const CONDITIONS = { delayMs: 40, jitterMs: 8, loss: 0.02, reorder: 0, duplicate: 0 };
/** ms: without a lobby a peer goes on alone after 15 s. */
const ALONE_MS = 16_000;
const FOUND_MS = 6_000;

function areOne(peers: readonly SimulatedPeer[]): boolean {
  const rooms = peers.map(({ session }) => session.engine.room);
  return rooms.every(
    ({ term, sequencer }) => term === rooms[0]!.term && sequencer === rooms[0]!.sequencer,
  );
}

function areLive(peers: readonly SimulatedPeer[]): boolean {
  return peers.every(({ session }) => session.state.state === 'live' && !session.state.isMoving);
}

/** The pages that the newest configuration names, final or not. */
function newestMembers({ session }: SimulatedPeer): number | undefined {
  return session.engine.room.configuration?.pages;
}

/** How far a newcomer has come. */
function stepOf({ session: { state } }: SimulatedPeer): string | null {
  return state.state === 'joining' ? state.step : null;
}

/** The states of a tick that is final everywhere. */
function finalTicks(peers: readonly SimulatedPeer[]): number[] {
  return peers.map(({ session }) => session.engine.final.tick);
}

test.each([2, 3, 4])(
  '[C24] a host that crashes as %i friends come in, before they count, leaves them one room',
  (friends) => {
    for (const seed of SEEDS) {
      const room = new SimulatedRoom({ seed, conditions: CONDITIONS });
      room.addPeer();
      room.run(1_500);
      for (let count = 0; count < friends; count++) room.addPeer();
      room.run(5_000, () => room.peers.every(({ session }) => session.state.state === 'live'));
      const [host, ...rest] = room.peers;
      room.crash(host!);
      room.run(ALONE_MS);
      expect(room.run(FOUND_MS, () => areOne(rest) && areLive(rest))).toBe(true);
      const before = finalTicks(rest);
      room.run(2_000);
      expect(areOne(rest)).toBe(true);
      for (const [place, tick] of finalTicks(rest).entries()) {
        expect(tick).toBeGreaterThan(before[place]! + 100);
      }
    }
  },
);

test.each([
  [4, 2],
  [5, 2],
  [6, 3],
])('[C24] %i peers, of whom %i were cut off for long, are one room again', (peers, apart) => {
  for (const seed of SEEDS) {
    const room = openMatch(peers, false, seed);
    const heal = cutOff(room, room.peers.slice(0, apart), false);
    room.run(25_000);
    heal();
    expect(room.run(FOUND_MS * 2, () => areOne(room.peers) && areLive(room.peers))).toBe(true);
    room.run(2_000);
    expect(areOne(room.peers)).toBe(true);
  }
});

test('[N73] one whose host crashed before the other heard of it comes into the room that goes on', () => {
  const room = openMatch(2, true);
  const [host, guest] = room.peers;
  host!.links.get(guest!.id)!.close();
  const isAlone = (): boolean => newestMembers(host!) === 0b01;
  expect(room.run(3_000, isAlone)).toBe(true);
  const newcomer = room.addPeer();
  newcomer.links.get(guest!.id)!.close();
  const isIn = (): boolean => newestMembers(newcomer) === 0b101;
  expect(room.run(5_000, isIn)).toBe(true);
  room.crash(host!);
  room.connect(guest!, newcomer);
  const rest = [guest!, newcomer];
  expect(room.run(20_000, () => areOne(rest) && areLive(rest))).toBe(true);
});

test('[N73] a newcomer that asks for a host who has just crashed is let in by whoever goes on', () => {
  const room = openMatch(3, true);
  const newcomer = room.addPeer();
  // It asked, and the link to a browser that was killed stands open for long.
  const hasAsked = (): boolean => stepOf(newcomer) === 'hello';
  expect(room.run(2_000, hasAsked)).toBe(true);
  room.crash(room.peers[0]!);
  expect(room.run(8_000, () => areLive([newcomer]))).toBe(true);
});

test('[N14] a host that reloads waits for one whose link broke, while the lobby hears it', () => {
  const room = openMatch(2, true);
  const guest = room.peers[1]!;
  const { tick } = guest.session.engine.final;
  room.addPeer();
  const host = room.reload(room.peers[0]!);
  // The newcomer has no world either, and the guest cannot say that it has one.
  host.links.get(guest.id)!.close();
  guest.wakeMs += 2_000;
  room.run(3_000);
  room.connect(host, guest);
  expect(room.run(10_000, () => areOne(room.peers) && areLive(room.peers))).toBe(true);
  expect(host.session.engine.final.tick).toBeGreaterThan(tick);
});
