import { expect, test } from 'vitest';
import { countOf } from '../../shared/consensus/term-state.ts';
import { MATCH, PAUSED, PHASE } from '../../shared/sim/match-state.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { RESUME_TICKS } from '../../shared/sim/tuning.ts';
import { expectAgreement, isLive, openMatch } from '../simulation/running-match.ts';
import type { SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

/** Between the first page that is loaded anew and the last. */
const APART_MS = 300;
/** [S15] The countdown that leads back into play. */
const RESUME_MS = RESUME_TICKS * TICK_MS;

function clockOf({ session }: SimulatedPeer): number {
  return session.engine.final.match.ints[MATCH.clock]!;
}

function isPlaying({ session }: SimulatedPeer): boolean {
  return session.engine.final.match.ints[MATCH.phase] !== PHASE.warmUp;
}

/** Plays until there is something to lose. */
function playOn(room: SimulatedRoom): void {
  room.run(8_000);
  for (const peer of room.peers) expect(clockOf(peer)).toBeGreaterThan(200);
}

/** Every page is loaded anew before any of them is back; each keeps what `keep` lets it. */
function reloadAll(room: SimulatedRoom, keep: (peer: SimulatedPeer) => boolean): void {
  const pages = [...room.peers];
  for (const page of pages) {
    page.kept = keep(page) ? page.session.keepWorld() : null;
    room.crash(page);
    room.run(APART_MS);
  }
  for (const page of pages) room.reload(page);
}

test.each([2, 3])('[N31] when all %i pages are loaded anew at once the match goes on', (peers) => {
  const room = openMatch(peers, true);
  playOn(room);
  const before = room.peers.map(({ session }) => session.engine.final);
  const { ints } = before[0]!.match;
  const [sun, wave] = [ints[MATCH.sunScore], ints[MATCH.waveScore]];
  const members = before[0]!.room.members.map(({ peer, seat }) => ({ peer, seat }));
  const clock = clockOf(room.peers[0]!);
  const term = room.pageWitness.state.term;

  reloadAll(room, () => true);
  expect(room.run(10_000, () => room.peers.every(isLive))).toBe(true);

  const [host] = room.peers;
  const began = host!.session.engine.final;
  expect([began.match.ints[MATCH.sunScore], began.match.ints[MATCH.waveScore]]).toEqual([
    sun,
    wave,
  ]);
  expect(began.room.members.map(({ peer, seat }) => ({ peer, seat }))).toEqual(members);
  // A countdown leads back into play; nothing of the clock was lost but a moment.
  expect(began.match.ints[MATCH.pause]).toBeGreaterThan(0);
  expect(began.match.ints[MATCH.pause]).not.toBe(PAUSED);
  expect(clockOf(host!)).toBeGreaterThan(clock - 60);
  room.run(4_000 + RESUME_MS);
  expect(room.peers.every(isPlaying)).toBe(true);
  expect(clockOf(host!)).toBeGreaterThan(clock + 60);
  for (const { session } of room.peers) {
    expect(session.engine.final.room.members.every(({ absent }) => !absent)).toBe(true);
    expect(session.stats().term).toBe(room.pageWitness.state.term);
    expect(session.counts).toMatchObject({ unclean: 0, retractions: 0 });
  }
  expect(countOf(room.pageWitness.state.term)).toBe(countOf(term) + 1);
  expectAgreement(room);
});

test('[N31] what is kept never goes over the head of somebody who holds the match', () => {
  const room = openMatch(3, true);
  playOn(room);
  const [host, friend] = [room.peers[0]!, room.peers[1]!];
  for (const page of [host, friend]) page.kept = page.session.keepWorld();
  room.run(8_000);
  for (const page of [host, friend]) room.crash(page);
  const held = clockOf(room.peers[2]!);
  for (const page of [host, friend]) room.reload(page);
  expect(room.run(20_000, () => room.peers.every(isLive))).toBe(true);
  room.run(4_000);
  for (const peer of room.peers) {
    expect(clockOf(peer)).toBeGreaterThanOrEqual(held);
    expect(peer.session.counts.retractions).toBe(0);
  }
  expectAgreement(room);
});

test('[N31] where the host has kept nothing, or what is no world, the room begins anew', () => {
  for (const junk of [null, new Uint8Array(0), Uint8Array.of(1, 2, 3), new Uint8Array(5000)]) {
    const room = openMatch(2, true);
    playOn(room);
    const pages = [...room.peers];
    for (const page of pages) {
      page.kept = junk;
      room.crash(page);
    }
    for (const page of pages) room.reload(page);
    expect(room.run(10_000, () => room.peers.every(isLive))).toBe(true);
    expect(room.peers.some(isPlaying)).toBe(false);
  }
});

test('[N31] a truncated or altered world is never gone on from by throwing', () => {
  const room = openMatch(2, true);
  playOn(room);
  const whole = room.peers[0]!.session.keepWorld()!;
  for (let length = 0; length < whole.length; length += 97) {
    room.peers[0]!.kept = whole.slice(0, length);
    room.crash(room.peers[0]!);
    expect(() => room.reload(room.peers[0]!)).not.toThrow();
  }
});

test('[N31] a host that comes back alone goes on where it was', () => {
  const room = openMatch(2, true);
  playOn(room);
  const clock = clockOf(room.peers[0]!);
  reloadAll(room, ({ id }) => id === room.peers[0]!.id);
  room.crash(room.peers[1]!);
  expect(room.run(15_000, () => isLive(room.peers[0]!))).toBe(true);
  expect(clockOf(room.peers[0]!)).toBeGreaterThan(clock - 60);
  room.reload(room.peers[1]!);
  expect(room.run(10_000, () => room.peers.every(isLive))).toBe(true);
  // It was kept between a goal and its kick-off.
  expect(room.run(5_000 + RESUME_MS, () => clockOf(room.peers[1]!) > clock)).toBe(true);
  expectAgreement(room);
});
