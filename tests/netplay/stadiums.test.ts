import { isInPlay } from '../simulation/in-play.ts';
import { countTerms } from '../simulation/count-terms.ts';
import { expect, test } from 'vitest';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { hashWorld } from '../../shared/room/world.ts';
import { decodePacket } from '../../shared/wire/packets.ts';
import { fixtureTexts } from '../determinism/all-arenas.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const BAD = { delayMs: 90, jitterMs: 25, loss: 0.12, reorder: 0.02, duplicate: 0.02 };
const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.03, reorder: 0.01, duplicate: 0.01 };

/** A map of our own that takes about fifty packets. */
function largeMap(): string {
  const vertexes = Array.from({ length: 1000 }, (_, index) => ({ x: index * 1.37, y: 300 }));
  const planes = [
    { normal: [0, 1], dist: -200 },
    { normal: [0, -1], dist: -200 },
    { normal: [1, 0], dist: -400 },
    { normal: [-1, 0], dist: -400 },
  ];
  return JSON.stringify({ name: 'Large', width: 420, height: 220, vertexes, planes });
}

function fixture(name: string): string {
  return fixtureTexts().find((one) => one.name === `${name}.stadium`)!.text;
}

function isWant(bytes: Uint8Array): boolean {
  return decodePacket(bytes)?.type === 'want';
}

function take(peer: SimulatedPeer, text: string): string {
  const added = peer.stadiums.addFile(text);
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return added.value;
}

function openRoom(peers: number, conditions = FAIR, seed = 5): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions });
  for (let count = 0; count < peers; count++) room.addPeer();
  expect(room.run(10_000, () => room.peers.every(isLive))).toBe(true);
  room.run(1_000);
  return room;
}

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}

function isOn(room: SimulatedRoom, stadium: string): () => boolean {
  return () => room.alive.every(({ session }) => session.engine.room.stadium === stadium);
}

function isPlaying(room: SimulatedRoom): boolean {
  return room.alive.every(({ session }) => isInPlay(session.engine.final.match));
}

function beReady(room: SimulatedRoom): void {
  for (const { session } of room.alive) session.request({ type: 'ready', ready: true });
}

/** Everybody has the same past and the same present. */
function expectAgreement(room: SimulatedRoom): void {
  room.run(4_000);
  expect(room.witness.differences).toEqual([]);
  const [first, ...others] = room.alive.map(({ session }) => session);
  const hashes = new Map(first!.engine.hashes.entries());
  for (const other of others) {
    const common = other.engine.hashes.entries().filter(([tick]) => hashes.has(tick));
    expect(common.length).toBeGreaterThan(2);
    for (const [tick, hash] of common) expect([tick, hashes.get(tick)]).toEqual([tick, hash]);
    expect(other.counts.repairs).toBe(0);
  }
  expect(hashWorld(first!.engine.final)).toBeGreaterThan(0);
}

test('[N16] the host changes the stadium with four peers over a bad network, and they play on it', () => {
  const room = openRoom(4, BAD);
  const [host] = room.peers;
  const stadium = take(host!, fixture('chain'));
  host!.session.request({ type: 'stadium', stadium });
  expect(room.run(15_000, isOn(room, stadium))).toBe(true);
  beReady(room);
  expect(room.run(5_000, () => isPlaying(room))).toBe(true);
  room.run(5_000);
  expectAgreement(room);
});

test('[N16] the command comes when all hold the stadium: nobody waits at it', () => {
  const room = openRoom(4, BAD);
  const [host] = room.peers;
  const stadium = take(host!, largeMap());
  host!.session.request({ type: 'stadium', stadium });
  const seen = new Set<number>();
  const isDone = isOn(room, stadium);
  const hasHeld = (): boolean => room.peers.some(({ session }) => session.engine.missingStadium);
  let held = 0;
  expect(
    room.run(20_000, () => {
      for (const { progress } of host!.session.transfers) seen.add(progress);
      if (hasHeld()) held += 1;
      return isDone();
    }),
  ).toBe(true);
  expect(held).toBe(0);
  expect(seen.size).toBeGreaterThan(3);
  expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  expectAgreement(room);
  expect(host!.session.transfers).toEqual([]);
});

test('[N16] a host that is not the sequencer brings a map too', () => {
  const room = openRoom(3);
  room.crash(room.peers[0]!);
  room.run(5_000, () => room.alive.every(({ session }) => countTerms(session.engine.room) > 1));
  room.run(1_000);
  const again = room.reload(room.peers[0]!);
  expect(room.run(5_000, () => isLive(again))).toBe(true);
  const { host, sequencer, members } = room.alive[0]!.session.engine.room;
  expect(host).not.toBe(sequencer);
  const owner = room.alive.find(({ session }) => session.self === host)!;
  const stadium = take(owner, fixture('gates'));
  owner.session.request({ type: 'stadium', stadium });
  expect(room.run(10_000, isOn(room, stadium))).toBe(true);
  expect(members.length).toBe(3);
});

test('[N16] a member without the say changes nothing with a map of its own', () => {
  const room = openRoom(2);
  const [, guest] = room.peers;
  const stadium = take(guest!, fixture('gates'));
  guest!.session.request({ type: 'stadium', stadium });
  room.run(3_000);
  expect(isOn(room, 'classic')()).toBe(true);
  expect(room.peers[0]!.stadiums.arena(stadium)).toBeUndefined();
});

test('[N16] the newest wish counts, and no match begins before it is here', () => {
  const room = openRoom(3);
  const [host] = room.peers;
  const first = take(host!, largeMap());
  const second = take(host!, fixture('gates'));
  host!.session.request({ type: 'stadium', stadium: first });
  room.run(50);
  host!.session.request({ type: 'stadium', stadium: second });
  expect(room.run(10_000, isOn(room, second))).toBe(true);
  room.run(3_000);
  expect(isOn(room, second)()).toBe(true);
  host!.session.request({ type: 'stadium', stadium: first });
  beReady(room);
  host!.session.request({ type: 'start' });
  const stadiums = new Set<string>();
  const hasBegun = (): boolean => {
    for (const { session } of room.peers) {
      const { match, room: now } = session.engine.final;
      if (match.ints[MATCH.phase] !== PHASE.warmUp) stadiums.add(now.stadium);
    }
    return isPlaying(room);
  };
  expect(room.run(10_000, hasBegun)).toBe(true);
  expect([...stadiums]).toEqual([first]);
});

test('[N16] who asks for the map that is played on takes a wish back, and the match begins', () => {
  const room = openRoom(2);
  const [host, guest] = room.peers;
  const stadium = take(host!, largeMap());
  host!.session.request({ type: 'stadium', stadium });
  expect(room.run(1_000, () => guest!.session.world.room.coming === stadium)).toBe(true);
  beReady(room);
  host!.session.request({ type: 'stadium', stadium: 'classic' });
  expect(room.run(5_000, () => isPlaying(room))).toBe(true);
  expect(isOn(room, 'classic')()).toBe(true);
});

test('[N16] a map may be chosen while the result of the last match stands', () => {
  const room = openRoom(2);
  const [host] = room.peers;
  const stadium = take(host!, fixture('gates'));
  host!.session.request({ type: 'rules', rules: { timeLimitMinutes: 0, scoreLimit: 1 } });
  beReady(room);
  const isAtEnd = (): boolean => host!.session.engine.final.match.ints[MATCH.phase] === PHASE.end;
  expect(room.run(180_000, isAtEnd)).toBe(true);
  host!.session.request({ type: 'stadium', stadium });
  expect(room.run(5_000, isOn(room, stadium))).toBe(true);
});

test('[N16] a map whose owner vanished is given up after ten seconds, and nobody is held up longer', () => {
  const room = openRoom(3);
  const sequencer = room.peers[0];
  const teamOf = ({ session }: SimulatedPeer) =>
    findMember(session.world.room, session.self!)?.team;
  // Each team keeps one.
  const owner = room.peers.findLast((peer) => teamOf(peer) === teamOf(sequencer!));
  expect(owner).not.toBe(sequencer);
  sequencer!.session.request({ type: 'host', member: owner!.session.self! });
  const isHost = (): boolean => sequencer!.session.world.room.host === owner!.session.self;
  expect(room.run(1_000, isHost)).toBe(true);
  const stadium = take(owner!, largeMap());
  owner!.session.request({ type: 'stadium', stadium });
  expect(room.run(1_000, () => sequencer!.session.world.room.coming === stadium)).toBe(true);
  room.crash(owner!);
  for (const { session } of room.alive) session.request({ type: 'ready', ready: true });
  expect(room.run(9_000, () => isPlaying(room))).toBe(false);
  expect(room.run(5_000, () => isPlaying(room))).toBe(true);
  expect(isOn(room, 'classic')()).toBe(true);
});

test('[N16] the next sequencer goes on with a map that is on its way, and no match overtakes it', () => {
  const room = openRoom(3);
  const [, guest, third] = room.peers;
  room.peers[0]!.session.request({ type: 'host', member: guest!.session.self! });
  room.run(1_000);
  const stadium = take(guest!, largeMap());
  guest!.session.request({ type: 'stadium', stadium });
  expect(room.run(2_000, () => third!.session.world.room.coming === stadium)).toBe(true);
  room.crash(room.peers[0]!);
  for (const { session } of room.alive) session.request({ type: 'ready', ready: true });
  expect(room.run(15_000, () => isPlaying(room))).toBe(true);
  expect(isOn(room, stadium)()).toBe(true);
});

test('[N17] a newcomer to a match on a map of its own gets the map, then the world', () => {
  const room = openRoom(2, BAD);
  const [host] = room.peers;
  const stadium = take(host!, largeMap());
  host!.session.request({ type: 'stadium', stadium });
  expect(room.run(15_000, isOn(room, stadium))).toBe(true);
  beReady(room);
  expect(room.run(5_000, () => isPlaying(room))).toBe(true);
  const late = room.addPeer();
  const steps = new Set<string>();
  const isIn = (): boolean => {
    const { state } = late.session;
    if (state.state === 'joining') steps.add(state.step);
    return state.state === 'live' && isOn(room, stadium)();
  };
  expect(room.run(20_000, isIn)).toBe(true);
  expect(steps).toContain('stadium');
  expectAgreement(room);
});

test('[N17] who lacks the stadium of a final tick stands still there and goes on when it has it', () => {
  const room = openRoom(3);
  const [host, , slow] = room.peers;
  const stadium = take(host!, largeMap());
  // What the slow one asks for and gets of the map is lost: it is waited for 20 s and no longer.
  const link = slow!.links.get(host!.id)!;
  const send = link.send.bind(link);
  link.send = (bytes) => isWant(bytes) || send(bytes);
  const side = slow!.links.get(room.peers[1]!.id)!;
  const sideSend = side.send.bind(side);
  side.send = (bytes) => isWant(bytes) || sideSend(bytes);
  host!.session.request({ type: 'stadium', stadium });
  const [, other] = room.peers;
  const onIt = (): boolean => other!.session.engine.room.stadium === stadium;
  expect(room.run(19_000, onIt)).toBe(false);
  expect(room.run(4_000, onIt)).toBe(true);
  room.run(500);
  expect(slow!.session.engine.missingStadium).toBe(stadium);
  expect(slow!.session.engine.room.stadium).toBe('classic');
  const stoodAt = slow!.session.engine.final.tick;
  room.run(1_000);
  expect(slow!.session.engine.final.tick).toBe(stoodAt);
  link.send = send;
  side.send = sideSend;
  expect(room.run(10_000, isOn(room, stadium))).toBe(true);
  expectAgreement(room);
});

test('[N17] a long wait for the stadium ends in a snapshot that waits for it too', () => {
  const room = openRoom(3);
  const [host, other, slow] = room.peers;
  const stadium = take(host!, largeMap());
  const restore = [host!, other!].map(({ id }) => {
    const link = slow!.links.get(id)!;
    const send = link.send.bind(link);
    link.send = (bytes) => isWant(bytes) || send(bytes);
    return () => (link.send = send);
  });
  host!.session.request({ type: 'stadium', stadium });
  expect(room.run(23_000, () => other!.session.engine.room.stadium === stadium)).toBe(true);
  room.run(15_000);
  expect(slow!.session.state.state).toBe('live');
  for (const undo of restore) undo();
  expect(room.run(10_000, isOn(room, stadium))).toBe(true);
  expectAgreement(room);
});

test('[N15] the sequencer goes in the middle of sending: the room goes on, and the next one sends', () => {
  const room = openRoom(4);
  const [host] = room.peers;
  const stadium = take(host!, largeMap());
  host!.session.request({ type: 'stadium', stadium });
  room.run(250);
  expect(host!.session.transfers.some(({ direction }) => direction === 'out')).toBe(true);
  room.crash(host!);
  const isNext = (): boolean =>
    room.alive.every(
      ({ session }) => countTerms(session.engine.room) > 1 && isLive({ session } as SimulatedPeer),
    );
  expect(room.run(10_000, isNext)).toBe(true);
  room.run(1_000);
  expect(isOn(room, 'classic')()).toBe(true);
  const next = room.alive.find(({ session }) => session.self === session.engine.room.sequencer)!;
  expect(take(next, largeMap())).toBe(stadium);
  next.session.request({ type: 'stadium', stadium });
  expect(room.run(15_000, isOn(room, stadium))).toBe(true);
  expectAgreement(room);
});

test('[N15] after a takeover a newcomer gets the map from the new sequencer', () => {
  const room = openRoom(3);
  const [host] = room.peers;
  const stadium = take(host!, fixture('springs'));
  host!.session.request({ type: 'stadium', stadium });
  expect(room.run(10_000, isOn(room, stadium))).toBe(true);
  room.crash(host!);
  room.run(5_000);
  const sequencer = room.alive.find(
    ({ session }) => session.self === session.engine.room.sequencer,
  )!;
  const late = room.addPeer(sequencer.id);
  expect(room.run(15_000, () => isLive(late) && isOn(room, stadium)())).toBe(true);
});
