import { describe, expect, test } from 'vitest';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { countTerms } from '../simulation/count-terms.ts';
import { beginMatch, expectAgreement, isLive } from '../simulation/running-match.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.02, reorder: 0.01, duplicate: 0.01 };

/** A room in the middle of a match whose sequencer is elected by consensus. */
function openMatch(peers: number, withLobby: boolean, seed = 21): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions: FAIR, withLobby, isAgreed: true });
  room.lobby.latencyMs = 30;
  return beginMatch(room, peers);
}

/** Milliseconds until each of them has final ticks of a later term. */
function measureGap(room: SimulatedRoom, among = room.alive): number {
  const startMs = room.network.nowMs;
  const before = among.map(({ session }) => countTerms(session.engine.final.room));
  const goesOn = (): boolean =>
    among.every(
      (peer, at) => countTerms(peer.session.engine.final.room) > before[at]! && isLive(peer),
    );
  expect(room.run(20_000, goesOn)).toBe(true);
  return room.network.nowMs - startMs;
}

/** Nothing that was final was taken back, and no peer went on without a quorum. */
function expectClean(room: SimulatedRoom): void {
  expectAgreement(room);
  for (const { session } of room.peers) {
    expect(session.counts).toMatchObject({ retractions: 0, unclean: 0, rivals: 0 });
  }
}

/** Out of reach of the others, and of the lobby too if it says so. */
function cutOff(room: SimulatedRoom, group: readonly SimulatedPeer[], fromLobby: boolean) {
  const heal = room.cut(group);
  if (fromLobby) for (const { id } of group) room.lobby.offline.add(id);
  return (): void => {
    heal();
    for (const { id } of group) room.lobby.offline.delete(id);
  };
}

describe.each([true, false])('with a lobby: %s', (withLobby) => {
  test.each([2, 3, 4, 6, 8])('%i play, and all agree', (peers) => {
    expectClean(openMatch(peers, withLobby));
  });

  test.each([3, 4, 5, 8])('the sequencer of %i crashes: play goes on within 1.5 s', (peers) => {
    const room = openMatch(peers, withLobby);
    room.crash(room.peers[0]!);
    expect(measureGap(room)).toBeLessThan(1_500);
    for (const { session } of room.alive) expect(session.counts.stalledTicks).toBe(0);
    expectClean(room);
  });

  test.each([2, 3, 5])(
    'the sequencer of %i says goodbye: the next one goes on at once',
    (peers) => {
      const room = openMatch(peers, withLobby);
      room.peers[0]!.session.close();
      room.crash(room.peers[0]!);
      expect(measureGap(room)).toBeLessThan(600);
      expectClean(room);
    },
  );

  test.each([2, 3, 4, 8])(
    'a hidden sequencer of %i hands over within a quarter second',
    (peers) => {
      const room = openMatch(peers, withLobby);
      const [host, ...others] = room.peers;
      host!.session.setHidden(true);
      const startMs = room.network.nowMs;
      const isElsewhere = (): boolean => others.some(({ session }) => session.stats().isSequencer);
      expect(room.run(2_000, isElsewhere)).toBe(true);
      expect(room.network.nowMs - startMs).toBeLessThan(250);
      measureGap(room, []);
      expectClean(room);
    },
  );

  test.each([2, 3, 5])(
    'one of %i reloads the page, whoever it is, and is back in its seat',
    (peers) => {
      for (const place of [0, peers - 1]) {
        const room = openMatch(peers, withLobby);
        const old = room.peers[place]!;
        const before = findMemberOf(old.session.engine.room, old.id);
        const again = room.reload(old);
        expect(room.run(8_000, () => isLive(again))).toBe(true);
        room.run(3_000);
        for (const { session } of room.peers) {
          const now = findMemberOf(session.engine.room, old.id);
          expect(now).toMatchObject({ id: before?.id, seat: before?.seat, absent: false });
        }
        expectClean(room);
      }
    },
  );
});

test('two players without a lobby: both stand still while they are apart, and nothing is lost', () => {
  const room = openMatch(2, false);
  const heal = room.cut([room.peers[0]!]);
  room.run(3_000);
  heal();
  room.run(3_000);
  for (const { session } of room.peers) expect(session.state).toMatchObject({ isMoving: false });
  expectClean(room);
});

test('of two players one that is offline makes nothing final, and the other goes on', () => {
  const room = openMatch(2, true);
  const [host, guest] = room.peers;
  const { finalEnd } = host!.session.engine.timeline;
  const heal = cutOff(room, [host!], true);
  room.run(5_000);
  expect(host!.session.engine.timeline.finalEnd - finalEnd).toBeLessThan(30);
  expect(guest!.session.stats().isSequencer).toBe(true);
  heal();
  room.run(3_000);
  expect(host!.session.engine.room.sequencer).toBe(guest!.session.self);
  expectClean(room);
});

describe('host and heir are cut off together, and the host is hidden about then', () => {
  test.each([
    { peers: 4, withLobby: true, hiddenAfterMs: [-100, 0, 50, 150, 400] },
    { peers: 5, withLobby: true, hiddenAfterMs: [-100, 0, 50, 150, 400] },
    { peers: 5, withLobby: false, hiddenAfterMs: [-100, 0, 50, 150, 400] },
    { peers: 6, withLobby: true, hiddenAfterMs: [-100, 50] },
    { peers: 8, withLobby: false, hiddenAfterMs: [50] },
  ])(
    'of $peers, with a lobby: $withLobby: no tick differs, nothing final is taken back',
    ({ peers, withLobby, hiddenAfterMs }) => {
      for (const afterMs of hiddenAfterMs) {
        const room = openMatch(peers, withLobby, peers + afterMs);
        const [host, heir] = room.peers;
        let heal = (): void => {};
        const cut = (): void => {
          heal = cutOff(room, [host!, heir!], true);
        };
        const hide = (): void => host!.session.setHidden(true);
        const [first, second] = afterMs < 0 ? [hide, cut] : [cut, hide];
        first();
        room.run(Math.abs(afterMs));
        second();
        room.run(3_000);
        heal();
        room.run(4_000);
        expectClean(room);
      }
    },
  );
});

test.each([3, 4, 5])(
  'up to all but two of %i miss the lobby while the network of the host is out twice: nothing is taken back',
  (peers) => {
    for (let apart = 1; apart <= peers - 2; apart++) {
      for (const outMs of [1_200, 2_000]) {
        const room = openMatch(peers, true, peers * 10 + apart);
        for (const { id } of room.peers.slice(-apart)) room.lobby.offline.add(id);
        for (let time = 0; time < 2; time++) {
          const heal = cutOff(room, [room.peers[0]!], true);
          room.run(outMs);
          heal();
          room.run(700);
        }
        room.lobby.offline.clear();
        room.run(4_000);
        expectClean(room);
      }
    }
  },
);

test.each([
  [5, 2],
  [7, 3],
])('of %i a cut puts %i with the sequencer: the larger side goes on within 1.3 s', (peers, few) => {
  for (const seed of [1, 2]) {
    const room = openMatch(peers, true, seed);
    const heal = room.cut(room.peers.slice(0, few));
    expect(measureGap(room, room.peers.slice(few))).toBeLessThan(1_300);
    heal();
    room.run(3_000);
    expectClean(room);
  }
});

test('two of five that come back from a cut stop the others for no more than two round trips and a lost packet', () => {
  for (const withLobby of [true, false]) {
    for (const seed of [1, 2, 3]) {
      const room = openMatch(5, withLobby, seed);
      const heal = room.cut(room.peers.slice(3));
      room.run(4_000);
      heal();
      let rest = 0;
      const [host] = room.peers;
      let last = { end: host!.session.engine.timeline.finalEnd, atMs: room.network.nowMs };
      room.run(3_000, () => {
        const end = host!.session.engine.timeline.finalEnd;
        if (end > last.end) last = { end, atMs: room.network.nowMs };
        rest = Math.max(rest, room.network.nowMs - last.atMs);
        return false;
      });
      expect(rest).toBeLessThan(200);
      expectClean(room);
    }
  }
});
