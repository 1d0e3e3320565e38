import { expect, test } from 'vitest';
import { recordMoment } from '../../tests/simulation/kept-moment.ts';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { type Command, toMemberId } from '../room/command.ts';
import { stepWorld } from '../room/step-world.ts';
import { hashWorld } from '../room/world.ts';
import { decodeWorld, encodeWorld } from '../wire/world-codec.ts';
import { EventBuffer } from '../sim/events.ts';
import { INPUT_LEFT } from '../sim/input.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { toSeat } from '../sim/seat.ts';
import { RESUME_TICKS } from '../sim/tuning.ts';
import { contentHash } from '../base/content-hash.ts';
import { StadiumCollection } from '../stadium/stadium-collection.ts';
import { formatMoment } from './moment-bytes.ts';
import { packMoment } from './pack-moment.ts';
import { readMoment } from './playable-moment.ts';

const { moment, text } = recordMoment();
const HOST = toMemberId(0);
const NUMBERS = [20, 21, 22, 23].map(toMemberId);

/** A room of so many people that has not played yet, and holds the moment. */
function openRoom(people = 2) {
  const room = new RecordedMatch(people);
  const added = room.stadiums.add(text);
  if (!added.ok) throw new Error('the moment is none');
  const { world, stadiums } = room;
  const events = new EventBuffer();
  const step = (commands: readonly Command[] = [], held = 0): void => {
    const inputs = new Uint8Array(MAX_SEATS).fill(held);
    stepWorld(world, inputs, commands, stadiums.arena, events);
  };
  const playOn = (by = HOST, seat: number | null = null): void =>
    step([
      {
        type: 'playOn',
        moment: added.value,
        seat: seat === null ? null : toSeat(seat),
        numbers: NUMBERS,
        by,
      },
    ]);
  return { world, step, playOn, id: added.value };
}

test('[R44] the host has the room play on from a moment, behind three, two, one', () => {
  const { world, step, playOn, id } = openRoom();
  const { tick, room } = world;
  playOn();
  const ball = new Float64Array(moment.start.match.slice().buffer, 0, DISC_STRIDE);
  const at = BALL_DISC * DISC_STRIDE;
  expect(world.room.playsOn).toMatchObject({ moment: id, by: HOST, from: tick + RESUME_TICKS });
  expect(world.match.discs.slice(at, at + DISC_STRIDE)).toEqual(ball);
  expect(world.match.ints[MATCH.pause]).toBe(RESUME_TICKS - 1);
  for (let count = 1; count < RESUME_TICKS; count += 1) step();
  expect(world.match.ints[MATCH.pause]).toBe(0);
  expect(world.match.discs[at + DISC_X]).toBe(ball[DISC_X]);
  expect(room.playsOn).toBeNull();
});

test('[R44] nobody else does, not in a match, and not where matches follow one another or a script is the host', () => {
  const isPlayed = (change: (room: ReturnType<typeof openRoom>) => void, by = HOST): boolean => {
    const room = openRoom();
    change(room);
    room.playOn(by);
    return room.world.room.playsOn !== null;
  };
  expect(isPlayed(() => {})).toBe(true);
  expect(isPlayed(() => {}, toMemberId(1))).toBe(false);
  expect(isPlayed(({ step }) => step([{ type: 'start', by: HOST }]))).toBe(false);
  expect(isPlayed(({ step }) => step([{ type: 'auto', size: 1, rotates: false, by: HOST }]))).toBe(
    false,
  );
  expect(isPlayed(({ step }) => step([{ type: 'script', filters: false, by: HOST }]))).toBe(false);
});

test('[R45] while it is counted what players hold counts for nothing, and then at once', () => {
  const { world, step, playOn } = openRoom();
  playOn();
  const held = (seat: number) => world.match.ints[seatInt(seat, SEAT.input)];
  const before = [0, 1, 2, 3].map(held);
  for (let count = 2; count < RESUME_TICKS; count += 1) step([], INPUT_LEFT);
  expect([0, 1, 2, 3].map(held)).toEqual(before);
  step([], INPUT_LEFT);
  step([], INPUT_LEFT);
  expect([0, 1, 2, 3].map(held)).toEqual([4, 4, 4, 4]);
});

test('[R45] a person begins with statistics of its own, a bot with those of the disc that it has', () => {
  const { world, playOn } = openRoom(1);
  playOn(HOST, 1);
  const recorded = new Int32Array(moment.start.match.slice().buffer);
  const own = world.match.ints;
  const first = recorded.length - own.length;
  for (const seat of [0, 1, 2, 3]) {
    const touches = seatInt(seat, SEAT.touches);
    expect(own[touches]).toBe(seat === 1 ? 0 : recorded[first + touches]);
  }
});

test('[R46] it ends as a match does, counts for no team, and the bots that came for it go', () => {
  const { world, step, playOn } = openRoom(1);
  playOn(HOST, 0);
  expect(world.room.members.length).toBe(4);
  world.match.ints[MATCH.sunScore] = 2;
  world.match.ints[MATCH.waveScore] = 0;
  world.match.ints[MATCH.timeLimitTicks] = world.match.ints[MATCH.clock]! + 10;
  for (let count = 0; count < RESUME_TICKS + 400; count += 1) {
    if (world.match.ints[MATCH.phase] === PHASE.end) break;
    step();
  }
  expect(world.match.ints[MATCH.phase]).toBe(PHASE.end);
  expect(world.room.playsOn).not.toBeNull();
  while (world.match.ints[MATCH.phase] === PHASE.end) step();
  step();
  expect(world.room).toMatchObject({ playsOn: null, coming: null, wins: { sun: 0, wave: 0 } });
  expect(world.room.members.map(({ id }) => id)).toEqual([HOST]);
});

test('[R46] [W8] a room that plays on is the same behind a snapshot', () => {
  const { world, playOn } = openRoom();
  playOn(HOST, 2);
  const again = decodeWorld(encodeWorld(world), new StadiumCollection().arena)!;
  expect(again.room.playsOn).toEqual(world.room.playsOn);
  expect(hashWorld(again)).toBe(hashWorld(world));
});

test('[R44] a moment is one text with its map, and is read by whoever brings what reads it', () => {
  const stadiums = new StadiumCollection();
  let asked = 0;
  stadiums.onMoment = () => void (asked += 1);
  expect(stadiums.add(text)).toEqual({ ok: true, value: contentHash(text) });
  const id = contentHash(text);
  expect([asked, stadiums.arena(id), stadiums.stadium(id)]).toEqual([1, undefined, undefined]);
  stadiums.readMoment = readMoment;
  expect(stadiums.arena(id)).toBe(stadiums.arena(id));
  expect(stadiums.arena(id)?.discCount).toBe(stadiums.arena('classic')!.discCount);
  // One within another, and one on a map that is none.
  expect(stadiums.add(formatMoment(new Uint8Array(3), text)).ok).toBe(false);
  expect(stadiums.add(formatMoment(new Uint8Array(3), '{"name":')).ok).toBe(false);
  expect(stadiums.add('peerball moment\nno end').ok).toBe(false);
});

test('[R44] one that is longer with its map than any map is none', () => {
  expect(packMoment(moment, () => null)).toBe(text);
  expect(packMoment(moment, () => 'x'.repeat(1_048_000))).toBeNull();
});
