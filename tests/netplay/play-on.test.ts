import { expect, test } from 'vitest';
import { formatMoment } from '../../shared/replay/moment-bytes.ts';
import { replayArenas } from '../../shared/replay/replay-stadiums.ts';
import { verifyReplay } from '../../shared/replay/verify-replay.ts';
import { isPerson, type RoomState } from '../../shared/room/room-state.ts';
import {
  DISC_STRIDE,
  MATCH,
  MATCH_INTS,
  PHASE,
  SEAT,
  SEAT_INTS,
  seatInt,
} from '../../shared/sim/match-state.ts';
import { SEATS, toSeat } from '../../shared/sim/seat.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { RESUME_TICKS } from '../../shared/sim/tuning.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { encodeMoment, type Moment, momentTicks } from '../../shared/wire/moment.ts';
import { decodePacket } from '../../shared/wire/packets.ts';
import { decodeReplay, encodeReplay } from '../../shared/wire/replay-file.ts';
import { fixtureTexts } from '../determinism/all-arenas.ts';
import { countTerms } from '../simulation/count-terms.ts';
import { recordMoment } from '../simulation/kept-moment.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.03, reorder: 0.01, duplicate: 0.01 };
const BAD = { delayMs: 90, jitterMs: 25, loss: 0.12, reorder: 0.02, duplicate: 0.02 };

const { moment, text } = recordMoment();

function isLive({ session }: SimulatedPeer): boolean {
  return session.state.state === 'live';
}

function openRoom(peers: number, conditions = FAIR, seed = 7): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions });
  for (let count = 0; count < peers; count++) room.addPeer();
  expect(room.run(10_000, () => room.peers.every(isLive))).toBe(true);
  room.run(1_000);
  return room;
}

function take(peer: SimulatedPeer, what = text): string {
  const added = peer.stadiums.add(what);
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return added.value;
}

/** The first peer, which runs the room, plays on from a moment that only it has. */
function playOn(room: SimulatedRoom, seat: number | null = null, what = text): string {
  const [host] = room.peers;
  const id = take(host!, what);
  host!.session.request({ type: 'playOn', moment: id, seat: seat === null ? null : toSeat(seat) });
  return id;
}

function isOn(room: SimulatedRoom, id: string): () => boolean {
  return () => room.alive.every(({ session }) => session.engine.room.playsOn?.moment === id);
}

/** Everybody has the same past and the same present. */
function expectAgreement(room: SimulatedRoom): void {
  room.run(3_000);
  expect(room.witness.differences).toEqual([]);
  const [first, ...others] = room.alive.map(({ session }) => session);
  const hashes = new Map(first!.engine.hashes.entries());
  for (const other of others) {
    const common = other.engine.hashes.entries().filter(([tick]) => hashes.has(tick));
    expect(common.length).toBeGreaterThan(2);
    for (const [tick, hash] of common) expect([tick, hashes.get(tick)]).toEqual([tick, hash]);
    expect(other.counts.repairs).toBe(0);
  }
}

test('[N80] a host plays on with three others over a bad network: all hold it before, and nobody waits at it', () => {
  const room = openRoom(4, BAD);
  const id = playOn(room);
  const isDone = isOn(room, id);
  let held = 0;
  const hasHeld = (): boolean => room.peers.some(({ session }) => session.engine.missingStadium);
  expect(room.run(10_000, () => (hasHeld() ? ((held += 1), false) : isDone()))).toBe(true);
  expect(held).toBe(0);
  const [host] = room.peers;
  const { room: agreed, match } = host!.session.engine.predicted;
  expect(agreed.playsOn).toMatchObject({ moment: id, by: host!.session.self });
  expect(match.ints[MATCH.pause]).toBeGreaterThan(RESUME_TICKS / 2);
  const recorded = new Float64Array(moment.start.match.slice().buffer, 0, DISC_STRIDE);
  expect(match.discs.slice(0, DISC_STRIDE)).toEqual(recorded);
  room.run(5_000);
  expect(host!.session.engine.final.match.ints[MATCH.pause]).toBe(0);
  expectAgreement(room);
});

/** All people watch: nothing of the recording is changed. */
function benchAll(room: SimulatedRoom): void {
  for (const { session } of room.peers) {
    session.request({ type: 'team', member: session.self!, team: 0 });
  }
  room.run(1_000);
}

/** By peer's own recording: for each second of the moment, whether it is as it was recorded; null: not played. */
function followed({ recorder }: SimulatedPeer, from: number): readonly (boolean | null)[] {
  const hashes = new Map<number, number>();
  for (const { start, tickHashes } of recorder.take('all', 0)!.segments) {
    tickHashes.forEach((hash, row) => hashes.set(start.tick + row + 1, hash));
  }
  return moment.hashes.map((hash, second) => {
    const own = hashes.get(from + (second + 1) * TICK_RATE);
    return own === undefined ? null : own === hash;
  });
}

test('[N81] with nobody in a team the recording goes on as it was, to its end', () => {
  const room = openRoom(2);
  benchAll(room);
  const id = playOn(room);
  expect(room.run(5_000, isOn(room, id))).toBe(true);
  const { from } = room.peers[0]!.session.engine.room.playsOn!;
  room.run(15_000);
  expect(momentTicks(moment)).toBe(480);
  expect(followed(room.peers[1]!, from)).toEqual(Array.from({ length: 8 }, () => true));
  expectAgreement(room);
});

test('[N81] another sequencer in the midst of it goes on with the recording, as it holds the moment too', () => {
  const room = openRoom(3);
  benchAll(room);
  const id = playOn(room);
  expect(room.run(5_000, isOn(room, id))).toBe(true);
  const { from } = room.peers[0]!.session.engine.room.playsOn!;
  room.run(2_500);
  expect(room.peers[1]!.session.engine.final.tick).toBeLessThan(from);
  room.crash(room.peers[0]!);
  const isNext = (): boolean =>
    room.alive.every(({ session }) => countTerms(session.engine.room) > 1);
  expect(room.run(5_000, isNext)).toBe(true);
  room.run(13_000);
  expect(room.peers[1]!.session.engine.room.playsOn?.moment).toBe(id);
  expect(followed(room.peers[1]!, from)).toEqual(Array.from({ length: 8 }, () => true));
  expectAgreement(room);
});

test('[N81] what a person does otherwise makes another match of it', () => {
  const room = openRoom(2);
  const id = playOn(room, 0);
  expect(room.run(5_000, isOn(room, id))).toBe(true);
  const { from } = room.peers[0]!.session.engine.room.playsOn!;
  room.run(15_000);
  expect(followed(room.peers[1]!, from).at(-1)).toBe(false);
  expectAgreement(room);
});

test('[R45] whoever asks has the disc that it chose, the others have one of their team, bots the rest', () => {
  const room = openRoom(3);
  const { members } = room.peers[0]!.session.engine.room;
  expect(members.map(({ team }) => team)).toEqual([1, 2, 1]);
  const id = playOn(room, 3);
  expect(room.run(5_000, isOn(room, id))).toBe(true);
  room.run(500);
  const { room: agreed, match } = room.peers[2]!.session.engine.final;
  const places = agreed.members.map(({ type, team, seat }) => [type, team, seat]);
  expect(places).toEqual([
    ['person', 2, 3],
    ['person', 2, 1],
    ['person', 1, 0],
    ['bot', 1, 2],
  ]);
  for (const { team, seat } of agreed.members) {
    expect(match.ints[seatInt(seat!, SEAT.team)]).toBe(team);
  }
  expect(agreed.playsOn).toMatchObject({
    by: room.peers[0]!.session.self,
    bots: [agreed.members[3]!.id],
    moved: [{ member: room.peers[0]!.session.self, before: 1, to: 2 }],
  });
  expectAgreement(room);
});

test('[R46] behind the match the room is as it was: its map, its rules, who is in which team', () => {
  const map = fixtureTexts().find(({ name }) => name === 'chain.stadium')!.text;
  const maps = new StadiumCollection();
  const added = maps.addFile(map);
  if (!added.ok) throw new Error('the fixture is no stadium');
  const other = recordMoment(4, 3, maps, added.value);
  const room = openRoom(3);
  const [host] = room.peers;
  host!.session.request({ type: 'rules', rules: { timeLimitMinutes: 7, scoreLimit: 5 } });
  room.run(1_000);
  const before = room.peers[1]!.session.engine.room;
  const id = playOn(room, 1, other.text);
  expect(room.run(5_000, isOn(room, id))).toBe(true);
  const agreed = room.peers[1]!.session.engine.room;
  expect([agreed.stadium, agreed.rules]).toEqual([added.value, other.moment.start.room.rules]);
  // One that comes meanwhile has neither the moment nor the map of before, and needs the first of them never.
  const late = room.addPeer();
  expect(room.run(10_000, () => isLive(late))).toBe(true);
  room.run(1_000);
  expect(late.stadiums.arena(id)).toBeUndefined();
  expect(late.session.engine.room.playsOn?.moment).toBe(id);
  host!.session.request({ type: 'stop' });
  const isBack = (): boolean =>
    room.alive.every(({ session: { engine } }) => engine.final.room.stadium === before.stadium);
  expect(room.run(5_000, isBack)).toBe(true);
  const after = late.session.engine.final.room;
  expect([after.playsOn, after.coming, after.rules]).toEqual([null, null, before.rules]);
  const places = ({ members }: RoomState) => members.map((one) => [one.id, one.type, one.team]);
  expect(places(after).slice(0, 3)).toEqual(places(before));
  expect(after.members.filter((member) => !isPerson(member))).toEqual([]);
  expectAgreement(room);
});

test('[N80] who lacks the moment stands still at it, and goes on when it has it', () => {
  const room = openRoom(3);
  const [host, other, slow] = room.peers;
  const restore = [host!, other!].map(({ id }) => {
    const link = slow!.links.get(id)!;
    const send = link.send.bind(link);
    link.send = (bytes) => decodePacket(bytes)?.type === 'want' || send(bytes);
    return () => (link.send = send);
  });
  const id = playOn(room);
  const isThere = (): boolean => other!.session.engine.room.playsOn !== null;
  expect(room.run(19_000, isThere)).toBe(false);
  expect(room.run(4_000, isThere)).toBe(true);
  room.run(500);
  expect(slow!.session.engine.missingStadium).toBe(id);
  for (const undo of restore) undo();
  expect(room.run(10_000, isOn(room, id))).toBe(true);
  expectAgreement(room);
});

test('[N80] only who runs the room plays on', () => {
  const room = openRoom(2);
  const [, guest] = room.peers;
  const id = take(guest!);
  guest!.session.request({ type: 'playOn', moment: id, seat: null });
  room.run(3_000);
  expect(room.peers[0]!.session.engine.room).toMatchObject({ playsOn: null, coming: null });
  expect(room.peers[0]!.stadiums.text(id)).toBeNull();
});

test('[N80] not while a match is on: that one is played to its end', () => {
  const room = openRoom(2);
  for (const { session } of room.alive) session.request({ type: 'ready', ready: true });
  const isPlaying = (): boolean =>
    room.alive.every(
      ({ session }) => session.engine.final.match.ints[MATCH.phase] === PHASE.playing,
    );
  expect(room.run(10_000, isPlaying)).toBe(true);
  playOn(room);
  room.run(2_000);
  expect(room.peers[1]!.session.engine.room).toMatchObject({ playsOn: null, coming: null });
  expect(room.peers[0]!.session.wishes.takeMissed()).toMatchObject([{ why: 'late' }]);
});

const FORGED: readonly (readonly [what: string, bytes: () => Uint8Array<ArrayBuffer>])[] = [
  ['no bytes', () => new Uint8Array(0)],
  ['noise', () => Uint8Array.from({ length: 900 }, (_, at) => (at * 37) & 0xff)],
  ['half of one', () => encodeMoment(moment).slice(0, 300)],
  ['a warm-up', () => encodeMoment(withInts((ints) => (ints[MATCH.phase] = PHASE.warmUp)))],
  ['a phase that there is not', () => encodeMoment(withInts((ints) => (ints[MATCH.phase] = 77)))],
  [
    'a team that there is not',
    () => encodeMoment(withInts((ints) => (ints[seatInt(2, SEAT.team)] = 9))),
  ],
  [
    'all in one team',
    () =>
      encodeMoment(
        withInts((ints) => SEATS.forEach((seat) => (ints[seatInt(seat, SEAT.team)] = 1))),
      ),
  ],
  [
    'a scorer beyond the seats',
    () => encodeMoment(withInts((ints) => (ints[MATCH.scorer] = 5_000))),
  ],
];

/** The moment with other numbers in its first state. */
function withInts(change: (ints: Int32Array) => void): Moment {
  const match = moment.start.match.slice();
  const count = MATCH_INTS + SEATS.length * SEAT_INTS;
  change(new Int32Array(match.buffer, match.byteLength - count * 4, count));
  return { ...moment, start: { ...moment.start, match } };
}

test.each(FORGED)('[N82] a forged moment changes nothing and stops nobody: %s', (_, bytes) => {
  const room = openRoom(3);
  const id = playOn(room, 0, formatMoment(bytes(), ''));
  room.run(3_000);
  for (const { session, stadiums } of room.peers) {
    expect(session.engine.room).toMatchObject({ playsOn: null, coming: null, stadium: 'classic' });
    expect(stadiums.text(id)).not.toBeNull();
  }
  expect(room.peers[0]!.session.wishes.takeMissed()).toMatchObject([{ why: 'lost' }]);
  const stoodAt = room.peers[2]!.session.engine.final.tick;
  room.run(1_000);
  expect(room.peers[2]!.session.engine.final.tick).toBeGreaterThan(stoodAt + 30);
  expectAgreement(room);
});

test('[R46] it is a match in the recordings, which play to the same end', () => {
  const room = openRoom(2);
  const id = playOn(room, 0);
  expect(room.run(5_000, isOn(room, id))).toBe(true);
  room.run(6_000);
  for (const extent of ['match', 'all'] as const) {
    const replay = room.peers[1]!.recorder.take(extent, 0)!;
    const read = decodeReplay(encodeReplay(replay));
    if (!read.ok) throw new Error(read.error.type);
    expect(verifyReplay(read.value, replayArenas(read.value)!)).toMatchObject({ state: 'same' });
    const first = read.value.segments[0]!;
    expect(first.start.room.playsOn?.moment === id).toBe(extent === 'match');
    expect(read.value.stadiums.length).toBe(extent === 'match' ? 0 : 1);
  }
});
