import { expect, test } from 'vitest';
import { createPageLinks } from '../../game/net/link/page-link.ts';
import { createRandom, type Random } from '../../shared/base/seeded-random.ts';
import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { toInputBits } from '../../shared/sim/input.ts';
import { DISC_STRIDE, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import { isInPlay } from '../simulation/in-play.ts';
import { SimulatedPlayer } from '../simulation/simulated-player.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAR = { delayMs: 50, jitterMs: 5, loss: 0.02, reorder: 0, duplicate: 0 };
/** Of one person who changes what it holds six times a second. */
const HELD_TICKS = 10;
const MATCH_MS = 4_000;

/** A room in which two peers sit in one window: they run one behind the other, and speak within the page. */
class WindowRoom extends SimulatedRoom {
  isWindow: (peer: SimulatedPeer) => boolean = () => false;

  override connect(a: SimulatedPeer, b: SimulatedPeer): void {
    if (!this.isWindow(a) || !this.isWindow(b)) return super.connect(a, b);
    const [toB, toA] = createPageLinks(a.id, b.id, () => this.network.nowMs);
    a.session.addLink(toB, this.pageOf(b));
    b.session.addLink(toA, this.pageOf(a));
  }
}

/** Holds another direction now and then. */
class Wanderer extends SimulatedPlayer {
  readonly #session: PeerSession;
  readonly #random: Random;
  #ticks = 0;

  constructor(session: PeerSession, random: Random) {
    super(session, random);
    this.#session = session;
    this.#random = random;
  }

  override act(): void {
    this.#ticks += 1;
    if (this.held === 0 || this.#ticks % HELD_TICKS !== 0) return;
    this.#session.holdInput(toInputBits(Math.floor(this.#random() * 16)));
  }
}

/** @param friend the place of the one who is elsewhere; that at place 0 orders the ticks */
function openRoom(friend: number): {
  readonly room: WindowRoom;
  readonly first: SimulatedPeer;
  readonly second: SimulatedPeer;
} {
  const room = new WindowRoom({
    seed: 3,
    conditions: FAR,
    timerJitterMs: 0,
    createPlayer: (session, place) => new Wanderer(session, createRandom(place)),
  });
  room.isWindow = ({ id }) => id !== `peer-${friend}`;
  for (let count = 0; count < 3; count += 1) room.addPeer();
  const [first, second] = room.peers.filter(room.isWindow) as [SimulatedPeer, SimulatedPeer];
  // Stands still, so that nothing has to be guessed of it.
  room.peers[friend]!.player.held = 0;
  second.wakeMs = first.wakeMs - 0.01;
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  const hasBegun = (): boolean =>
    room.peers.every(({ session }) => isInPlay(session.engine.final.match));
  expect(room.run(6_000, hasBegun)).toBe(true);
  return { room, first, second };
}

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}

/** Where the disc of a peer is in the world that a session shows. */
function discIn(session: PeerSession, { id }: SimulatedPeer): readonly number[] {
  const { world } = session;
  const seat = findMemberOf(world.room, id)!.seat!;
  const at = playerDisc(world.arena, seat) * DISC_STRIDE;
  return [world.match.discs[at + DISC_X]!, world.match.discs[at + DISC_Y]!];
}

test.each([
  ['the first orders the ticks', 2],
  ['a friend far away orders them', 0],
])('[N75] both discs go by their keys in one picture, where %s', (_name, friend) => {
  const { room, first, second } = openRoom(friend);
  let looks = 0;
  let apart = 0;
  const endMs = room.network.nowMs + MATCH_MS;
  while (room.network.nowMs < endMs) {
    const { tick } = first.session.world;
    room.run(17, () => first.session.world.tick !== tick);
    expect(first.session.world.tick).toBe(second.session.world.tick);
    looks += 1;
    const [shown, own] = [discIn(first.session, second), discIn(second.session, second)];
    if (Math.hypot(shown[0]! - own[0]!, shown[1]! - own[1]!) > 1e-9) apart += 1;
  }
  expect({ isMuchSeen: looks > 200, apart }).toEqual({ isMuchSeen: true, apart: 0 });
  expect(room.witness.differences).toEqual([]);
});
