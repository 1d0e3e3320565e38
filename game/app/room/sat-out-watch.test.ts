import { expect, test } from 'vitest';
import { type RoomRequest, toMemberId } from '../../../shared/room/command.ts';
import type { World } from '../../../shared/room/world.ts';
import {
  INPUT_RIGHT,
  type InputBits,
  NEUTRAL_INPUT,
  toInputBits,
} from '../../../shared/sim/input.ts';
import { TEAM_NONE, TEAM_SUN } from '../../../shared/sim/team.ts';
import { RoomLab } from '../../../tests/determinism/room-lab.ts';
import { SatOutWatch, SIT_OUT_MS } from './sat-out-watch.ts';

const RIGHT = toInputBits(INPUT_RIGHT);

/** A room of so many people, and the page of the first; what it asks for happens at once. */
class Page {
  readonly asked: RoomRequest[] = [];
  readonly window = new EventTarget();
  readonly watch = new SatOutWatch(this.window);
  readonly room: RoomLab;

  readonly self = toMemberId(0);

  constructor(people: number) {
    this.room = new RoomLab(people);
    this.look(0);
  }

  get world(): World {
    return this.room.world;
  }

  request(wanted: RoomRequest): void {
    this.asked.push(wanted);
    if (wanted.type !== 'bot' && wanted.type !== 'playOn') this.room.ask(0, wanted);
  }

  get team(): number {
    return this.room.world.room.members.find(({ id }) => id === toMemberId(0))!.team;
  }

  look(nowMs: number, held: InputBits = NEUTRAL_INPUT): void {
    this.watch.follow(this, nowMs, held);
  }
}

const BENCH = { type: 'team', member: toMemberId(0), team: TEAM_NONE };

test('[R51] one that did nothing for five minutes is taken to the bench once, and told so', () => {
  const page = new Page(2);
  page.look(SIT_OUT_MS - 1);
  expect(page.asked).toEqual([]);
  for (const later of [0, 1, SIT_OUT_MS, 3 * SIT_OUT_MS]) page.look(SIT_OUT_MS + later);
  expect(page.asked).toEqual([BENCH]);
  expect([page.team, page.watch.isOut.value]).toEqual([TEAM_NONE, true]);
});

test('[R51] one press leads back to the team, and five minutes begin anew', () => {
  const page = new Page(2);
  page.look(SIT_OUT_MS);
  page.look(SIT_OUT_MS + 1);
  page.window.dispatchEvent(new Event('pointerdown'));
  page.watch.goBack();
  expect([page.team, page.watch.isOut.value]).toEqual([TEAM_SUN, false]);
  page.look(SIT_OUT_MS + 2);
  page.look(2 * SIT_OUT_MS + 1);
  expect(page.team).toBe(TEAM_SUN);
  page.look(2 * SIT_OUT_MS + 2);
  expect(page.team).toBe(TEAM_NONE);
});

test.each(['keydown', 'pointerdown', 'wheel'])(
  '[R51] a %s anywhere in the window shows that its person is there',
  (sign) => {
    const page = new Page(2);
    page.look(SIT_OUT_MS - 1);
    page.window.dispatchEvent(new Event(sign));
    page.look(SIT_OUT_MS);
    page.look(2 * SIT_OUT_MS - 1);
    expect(page.asked).toEqual([]);
  },
);

test('[R51] a browser makes up moves of a pointer that lies still: they show nothing', () => {
  const page = new Page(2);
  page.window.dispatchEvent(new Event('pointermove'));
  page.look(SIT_OUT_MS);
  expect(page.asked).toEqual([BENCH]);
});

test('[R51] a gamepad shows it too, but nothing that is held all the time', () => {
  const page = new Page(2);
  page.look(SIT_OUT_MS - 1, RIGHT);
  page.look(SIT_OUT_MS, RIGHT);
  expect(page.asked).toEqual([]);
  page.look(2 * SIT_OUT_MS - 1, RIGHT);
  expect(page.asked).toEqual([BENCH]);
});

test('[R51] nobody is taken away from a room that is empty of others, or whose others are away', () => {
  const alone = new Page(1);
  alone.look(SIT_OUT_MS);
  expect(alone.asked).toEqual([]);
  const page = new Page(2);
  page.room.order({ type: 'absent', member: toMemberId(1), absent: true });
  page.look(SIT_OUT_MS);
  expect(page.asked).toEqual([]);
  page.room.order({ type: 'absent', member: toMemberId(1), absent: false });
  page.look(SIT_OUT_MS);
  expect(page.asked).toEqual([BENCH]);
});

test('[R51] during a match nobody is, but behind it', () => {
  const page = new Page(2);
  page.room.ask(0, { type: 'start' });
  page.look(SIT_OUT_MS);
  expect(page.asked).toEqual([]);
  page.room.ask(0, { type: 'stop' });
  page.look(SIT_OUT_MS);
  expect(page.asked).toEqual([BENCH]);
});

test('[R51] where teams are locked only those who run the room are: they can come back', () => {
  const page = new Page(2);
  page.room.ask(0, { type: 'lock', locked: true });
  page.room.ask(0, { type: 'host', member: toMemberId(1) });
  page.look(SIT_OUT_MS);
  expect(page.asked).toEqual([]);
  page.room.ask(1, { type: 'host', member: toMemberId(0) });
  page.look(SIT_OUT_MS);
  expect(page.asked).toEqual([BENCH]);
});

test('[R51] [R32] where matches follow one another the way back is to wait for a place', () => {
  const page = new Page(3);
  page.room.ask(0, { type: 'auto', size: 1, rotates: false });
  page.look(SIT_OUT_MS);
  page.look(SIT_OUT_MS + 1);
  page.watch.goBack();
  expect(page.asked.at(-1)).toEqual({ type: 'wait', waiting: true });
  expect(page.world.room.queue).toContain(toMemberId(0));
});

test('[R51] the word goes with the room, and once the person has a team by another way', () => {
  const page = new Page(2);
  page.look(SIT_OUT_MS);
  page.look(SIT_OUT_MS + 1);
  page.room.ask(0, { type: 'team', member: toMemberId(0), team: TEAM_SUN });
  page.look(SIT_OUT_MS + 2);
  expect(page.watch.isOut.value).toBe(false);
  page.look(2 * SIT_OUT_MS);
  page.look(2 * SIT_OUT_MS + 2);
  page.look(2 * SIT_OUT_MS + 3);
  page.watch.follow(null, 2 * SIT_OUT_MS + 4, NEUTRAL_INPUT);
  expect(page.watch.isOut.value).toBe(false);
  page.watch.goBack();
  expect(page.asked.at(-1)).toEqual(BENCH);
});
