import { countTerms } from '../simulation/count-terms.ts';
import { expect, test } from 'vitest';
import { MATCH } from '../../shared/sim/match-state.ts';
import { expectAgreement, isLive, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** Milliseconds until everybody alive has final ticks of a later reign. */
function measureGap(room: SimulatedRoom): number {
  const startMs = room.network.nowMs;
  const goesOn = (): boolean =>
    room.alive.every(
      ({ session }) => countTerms(session.engine.room) > 1 && isLive({ session } as SimulatedPeer),
    );
  expect(room.run(10_000, goesOn)).toBe(true);
  return room.network.nowMs - startMs;
}

test('[N11] the sequencer crashes with four players: play goes on within 1.5 s, nothing is retracted', () => {
  const room = openMatch(4);
  room.crash(room.peers[0]!);
  expect(measureGap(room)).toBeLessThan(1_500);
  room.run(5_000);
  expectAgreement(room);
  expect(room.alive[0]!.session.engine.room.sequencer).toBe(
    room.alive[1]!.session.engine.room.sequencer,
  );
});

test('[N11] no input of the survivors is eaten by the change', () => {
  const room = openMatch(4);
  room.crash(room.peers[0]!);
  measureGap(room);
  room.run(1_000);
  for (const { session } of room.alive) expect(session.counts.stalledTicks).toBe(0);
});

test('[N11] the sequencer says goodbye: the next one goes on at once', () => {
  const room = openMatch(3);
  room.peers[0]!.session.close();
  room.crash(room.peers[0]!);
  expect(measureGap(room)).toBeLessThan(400);
  expectAgreement(room);
});

test('[N11] of two players the survivor goes on alone when the other said goodbye', () => {
  const room = openMatch(2);
  room.peers[0]!.session.close();
  room.crash(room.peers[0]!);
  expect(measureGap(room)).toBeLessThan(400);
  const { tick } = room.peers[1]!.session.engine.final;
  room.run(2_000);
  expect(room.peers[1]!.session.engine.final.tick).toBeGreaterThan(tick + 100);
});

test('[N11] of two players the survivor of a crash goes on when the lobby says the other is gone', () => {
  const room = openMatch(2, true);
  room.crash(room.peers[0]!);
  room.lobby.disconnected.clear();
  room.run(3_000);
  expect(countTerms(room.peers[1]!.session.engine.room)).toBe(1);
  room.lobby.disconnected.add(room.peers[0]!.id);
  expect(measureGap(room)).toBeLessThan(2_000);
});

test('[N12] two players whose link is out for 3 s come back to the same reign and the same match', () => {
  const room = openMatch(2);
  room.withOutage(() => room.run(3_000));
  room.run(2_000);
  expectAgreement(room);
  for (const { session } of room.peers) {
    expect(session.state).toEqual({ state: 'live', isMoving: false });
    expect(session.engine.room.sequencer).toBe(0);
  }
});

test('[N12] one of four who loses only the sequencer comes back without a change of reign for the others', () => {
  const room = openMatch(4);
  const [sequencer, lost] = room.peers;
  const link = lost!.links.get(sequencer!.id)!;
  const back = sequencer!.links.get(lost!.id)!;
  const before = link.conditions;
  link.conditions = back.conditions = { ...before, loss: 1 };
  room.run(3_000);
  link.conditions = back.conditions = before;
  room.run(2_000);
  expect(isLive(lost!)).toBe(true);
  expect(sequencer!.session.engine.room.sequencer).toBe(0);
  for (const { session } of [room.peers[2]!, room.peers[3]!])
    expect(session.counts.stalledTicks).toBe(0);
  expectAgreement(room);
});

test('[N13] a sequencer that is cut off with the smaller part stops, and follows when it is back', () => {
  const room = openMatch(5);
  const cut = room.peers[0]!;
  const links = [...cut.links.values()].concat(
    room.peers.slice(1).map((peer) => peer.links.get(cut.id)!),
  );
  const before = links[0]!.conditions;
  for (const link of links) link.conditions = { ...before, loss: 1 };
  room.run(3_500);
  for (const link of links) link.conditions = before;
  expect(
    room.run(5_000, () => room.peers.every(({ session }) => countTerms(session.engine.room) > 1)),
  ).toBe(true);
  room.run(2_000);
  const reigns = room.peers.map(({ session }) => session.engine.room.sequencer);
  expect(new Set(reigns).size).toBe(1);
  expect(reigns[0]).not.toBe(0);
  expect(room.peers.every(isLive)).toBe(true);
});

test('[N24] what is final in the smaller part of a cut stays final, whatever is ordered there', () => {
  const room = openMatch(3);
  const host = room.peers[0]!;
  const heal = room.cut([host]);
  room.run(3_000);
  const { finalEnd, end } = host.session.engine.timeline;
  expect(end).toBeGreaterThan(finalEnd);
  heal();
  room.run(3_000);
  expect(host.session.counts.retractions).toBe(0);
  expect(host.session.counts.takenBackTicks).toBeGreaterThan(0);
  expect(host.session.engine.loads).toBe(0);
  expectAgreement(room);
});

test('[N24] of two players one that is offline makes nothing final, and loses nothing that was', () => {
  const room = openMatch(2, true);
  const host = room.peers[0]!;
  const { finalEnd } = host.session.engine.timeline;
  const heal = room.cut([host]);
  room.lobby.offline.add(host.id);
  room.run(5_000);
  expect(host.session.engine.timeline.finalEnd - finalEnd).toBeLessThan(30);
  expect(host.session.counts.stalledTicks).toBe(0);
  heal();
  room.lobby.offline.clear();
  room.run(3_000);
  expect(host.session.counts.retractions).toBe(0);
  expect(host.session.engine.room.sequencer).toBe(room.peers[1]!.session.self);
  expectAgreement(room);
});

test('[N12] who missed its sequencer for a second goes back to it, in the same reign', () => {
  const room = openMatch(2, true);
  const heal = room.cut([room.peers[1]!]);
  room.run(1_500);
  expect(room.peers[1]!.session.state).toMatchObject({ isMoving: true });
  heal();
  room.run(500);
  for (const { session } of room.peers) {
    expect(session.state).toEqual({ state: 'live', isMoving: false });
    expect(countTerms(session.engine.room)).toBe(1);
  }
});

test('[N14] the sequencer of two players reloads the page: the match goes on and it is back in its seat', () => {
  const room = openMatch(2, true);
  const before = room.peers[1]!.session.engine.final;
  const clock = before.match.ints[MATCH.clock]!;
  const again = room.reload(room.peers[0]!);
  expect(room.run(5_000, () => isLive(again))).toBe(true);
  room.run(2_000);
  expect(again.session.self).toBe(0);
  expect(again.session.engine.final.match.ints[MATCH.clock]).toBeGreaterThan(clock);
  expect(again.session.engine.room.members).toHaveLength(2);
  expect(again.session.engine.room.members.every((member) => !member.absent)).toBe(true);
});

test('[N14] when both of two players reload at once, the room begins anew and works', () => {
  const room = openMatch(2, true);
  room.reload(room.peers[0]!);
  room.reload(room.peers[1]!);
  expect(room.run(8_000, () => room.peers.every(isLive))).toBe(true);
  expect(room.peers[1]!.session.engine.room.members).toHaveLength(2);
});

test('a newcomer who asks the wrong peer is sent to the one who reigns', () => {
  const room = openMatch(3);
  room.crash(room.peers[0]!);
  measureGap(room);
  const second = room.alive[1]!;
  const late = room.addPeer(second.id);
  expect(room.run(6_000, () => isLive(late))).toBe(true);
});
