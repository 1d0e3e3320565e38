import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { expectAgreement, isLive, openMatch } from '../simulation/running-match.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** A socket is found dead after its missed heartbeats. */
const NOTICED_MS = 18_000;
const SEAT_KEPT_MS = 90_000;
/** Time for links and a world over them. */
const BACK_MS = 8_000;

test.each([
  { ms: 125_000, who: 'host', place: 0, peers: 2 },
  { ms: 125_000, who: 'guest', place: 1, peers: 2 },
  { ms: 125_000, who: 'host', place: 0, peers: 3 },
  { ms: 125_000, who: 'guest', place: 2, peers: 3 },
  { ms: 600_000, who: 'host', place: 0, peers: 2 },
])(
  '[L69] the $who of $peers who slept for $ms ms comes back to the match of the others',
  ({ ms, place, peers }) => {
    const room = openMatch(peers, true);
    const sleeper = room.peers[place]!;
    const others = room.peers.filter((peer) => peer !== sleeper);
    fallAsleep(room, sleeper, ms);
    for (const { session } of others) expect(session.state).toMatchObject({ isMoving: false });
    const before = others[0]!.session.engine.final.tick;

    const back = room.reload(sleeper);
    expect(room.run(BACK_MS, () => isLive(back))).toBe(true);
    room.run(3_000);

    for (const { session } of room.alive) {
      expect(session.state).toMatchObject({ state: 'live', isMoving: false });
      expect(session.engine.final.tick).toBeGreaterThan(before);
      expect(findMemberOf(session.engine.room, back.id)).toMatchObject({ absent: false });
    }
    expect(new Set(room.alive.map(({ session }) => session.stats().sequencer)).size).toBe(1);
    expectAgreement(room);
  },
);

test.each(
  [0, 500, 3_000].flatMap((linksAfterMs) => [
    { who: 'host', place: 0, peers: 2, linksAfterMs },
    { who: 'guest', place: 1, peers: 2, linksAfterMs },
    { who: 'host', place: 0, peers: 3, linksAfterMs },
    { who: 'guest', place: 2, peers: 3, linksAfterMs },
  ]),
)(
  '[L69] [N4] the $who of $peers, who still has its seat in the lobby but lost it in the match, gets one anew, with links after $linksAfterMs ms',
  ({ place, peers, linksAfterMs }) => {
    const room = openMatch(peers, true);
    const sleeper = room.peers[place]!;
    const other = room.peers.find((peer) => peer !== sleeper)!;
    const before = sleeper.session.self;
    // The lobby noticed so late that the seat is kept there a little longer.
    const wake = stop(room, sleeper, linksAfterMs);
    room.lobby.disconnected.add(sleeper.id);
    room.run(95_000);
    expect(findMemberOf(other.session.engine.room, sleeper.id)).toBeUndefined();
    room.lobby.disconnected.delete(sleeper.id);
    wake();
    const missed = new Set<PeerId | null>();
    const isBack = (): boolean => {
      const { state, self } = sleeper.session;
      if (state.state === 'live' && state.isMoving) missed.add(state.from);
      return isLive(sleeper) && self !== before && self !== null;
    };
    expect(room.run(BACK_MS, isBack)).toBe(true);
    expect([...missed], 'nobody misses itself').not.toContain(sleeper.id);
    room.run(3_000);
    for (const { session } of room.peers) {
      expect(session.state).toMatchObject({ state: 'live', isMoving: false });
    }
    expectAgreement(room);
  },
);

test.each([95_000, 600_000])('[L67] two who both slept for %i ms go on where they were', (ms) => {
  const room = openMatch(2, true);
  const [ana, ben] = room.peers as [SimulatedPeer, SimulatedPeer];
  const seats = [ana, ben].map(({ session }) => session.self);
  const wakes = [ana, ben].map((peer) => stop(room, peer));
  for (const { id } of [ana, ben]) room.lobby.disconnected.add(id);
  const before = ana.session.engine.final.tick;
  room.run(ms);
  for (const { id } of [ana, ben]) room.lobby.disconnected.delete(id);
  for (const wake of wakes) wake();
  room.run(BACK_MS);
  for (const [place, { session }] of [ana, ben].entries()) {
    expect(session.state).toMatchObject({ state: 'live', isMoving: false });
    expect(session.self).toBe(seats[place]);
    expect(session.engine.final.tick).toBeGreaterThan(before + 120);
  }
  expectAgreement(room);
});

/**
 * Its machine stops: nothing runs there, and no time passes. The returned function wakes it, with new
 * links to the others so many milliseconds later.
 */
function stop(room: SimulatedRoom, peer: SimulatedPeer, linksAfterMs = 0): () => void {
  const fromMs = room.network.nowMs;
  peer.wakeMs = Number.POSITIVE_INFINITY;
  const heal = room.cut([peer]);
  return () => {
    const skippedMs = room.network.nowMs - fromMs;
    room.network.setClock(peer.id, { rate: 1, skewMs: -skippedMs });
    peer.wakeMs = room.network.nowMs;
    heal();
    // Both sides have given up the old links: the lobby brings them together anew.
    for (const link of peer.links.values()) if (linksAfterMs > 0) link.close();
    room.run(linksAfterMs);
    for (const other of room.peers) if (other !== peer) room.connect(peer, other);
  };
}

/** The lobby notices, waits, frees the seat, and the others go on. */
function fallAsleep(room: SimulatedRoom, peer: SimulatedPeer, ms: number): void {
  room.crash(peer);
  room.run(Math.min(ms, NOTICED_MS + SEAT_KEPT_MS));
  if (ms > NOTICED_MS + SEAT_KEPT_MS) {
    room.lobby.leave(peer.id);
    for (const { session } of room.alive) session.forget(peer.id);
    room.run(ms - NOTICED_MS - SEAT_KEPT_MS);
  }
}

test('[L66] two who wait for a host that never comes are told that it is gone, and of no firewall', () => {
  const room = new SimulatedRoom({ seed: 3, withLobby: true });
  const host = room.addPeer();
  room.run(500);
  room.crash(host);
  const friends = [room.addPeer(), room.addPeer()];
  room.run(5_000);
  for (const { session } of friends) expect(session.state.state).toBe('joining');
  room.lobby.leave(host.id);
  for (const { session } of friends) session.forget(host.id);
  room.run(3_000);
  for (const { session } of friends) {
    expect(session.state).toEqual({ state: 'closed', reason: 'host-gone' });
  }
});
