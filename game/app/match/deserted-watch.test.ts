import { expect, test } from 'vitest';
import { type MemberId, type RoomRequest, toMemberId } from '../../../shared/room/command.ts';
import { CLAIM_TICKS } from '../../../shared/room/claiming.ts';
import type { World } from '../../../shared/room/world.ts';
import { TEAM_WAVE } from '../../../shared/sim/team.ts';
import { COUNTDOWN_TICKS } from '../../../shared/sim/tuning.ts';
import { RoomLab } from '../../../tests/determinism/room-lab.ts';
import { DesertedWatch } from './deserted-watch.ts';

/** As in a page: what it asks of a session it asks of an object. */
class Session {
  readonly world: World;
  readonly self: MemberId;
  readonly #asked: RoomRequest[];

  constructor({ world }: RoomLab, self: MemberId, asked: RoomRequest[]) {
    this.world = world;
    this.self = self;
    this.#asked = asked;
  }

  request(request: RoomRequest): void {
    this.#asked.push(request);
  }
}

/** Two play, the other one of this person is away; a page looks at it. */
function deserted(): {
  readonly room: RoomLab;
  readonly watch: DesertedWatch;
  readonly asked: RoomRequest[];
  readonly look: (nowMs: number, self?: number) => void;
} {
  const room = new RoomLab(2);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  room.order({ type: 'absent', member: toMemberId(1), absent: true });
  const watch = new DesertedWatch((shown) => shown);
  const asked: RoomRequest[] = [];
  const look = (nowMs: number, self = 0): void =>
    watch.follow(new Session(room, toMemberId(self), asked), nowMs);
  return { room, watch, asked, look };
}

test('[R48] one that stays is asked after twenty seconds, and not one that is away itself', () => {
  const { room, watch, look } = deserted();
  look(0);
  expect(watch.away.value).toBeNull();
  room.step(CLAIM_TICKS);
  look(1);
  expect(watch.away.value).toEqual(['Name 1']);
  look(2, 1);
  expect(watch.away.value).toBeNull();
  look(3);
  watch.follow(null, 4);
  expect(watch.away.value).toBeNull();
});

test('[R48] a claim is asked of the room once', () => {
  const { room, watch, asked, look } = deserted();
  room.step(CLAIM_TICKS);
  look(0);
  watch.claim();
  look(60_000);
  expect([watch.away.value, asked]).toEqual([null, [{ type: 'claim' }]]);
});

test('[R48] one that waits is asked again in twenty seconds, and anew about another absence', () => {
  const { room, watch, look } = deserted();
  room.step(CLAIM_TICKS);
  look(0);
  watch.wait();
  look(19_999);
  expect(watch.away.value).toBeNull();
  look(20_000);
  expect(watch.away.value).toEqual(['Name 1']);
  watch.playBot();
  for (const absent of [false, true]) room.order({ type: 'absent', member: toMemberId(1), absent });
  room.step(CLAIM_TICKS);
  look(20_001);
  expect(watch.away.value).toEqual(['Name 1']);
});

test('[R48] a bot comes where the seat is given up, once, for one that chose to play it', () => {
  const { room, watch, asked, look } = deserted();
  room.step(CLAIM_TICKS);
  look(0);
  watch.playBot();
  look(1);
  expect(asked).toEqual([]);
  room.order({ type: 'leave', member: toMemberId(1) });
  for (const nowMs of [2, 3, 4]) look(nowMs);
  expect(asked).toEqual([{ type: 'bot', team: TEAM_WAVE, level: 'regular' }]);
  expect(watch.away.value).toBeNull();
});

test('[R48] once the seat is given up nobody is named', () => {
  const { room, watch, look } = deserted();
  room.order({ type: 'leave', member: toMemberId(1) });
  room.step(CLAIM_TICKS);
  look(0);
  expect(watch.away.value).toEqual([]);
});
