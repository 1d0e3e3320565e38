import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { RoomRequest } from '../../../shared/room/command.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { RecordedMatch } from '../../../tests/simulation/recorded-match.ts';
import type { Screen } from '../../ui/model/view-model.ts';
import { RoomAgain } from './room-again.ts';

const ENDED: Screen = { screen: 'home', error: 'room-ended', code: null };
const MAKING: Screen = {
  screen: 'joining',
  code: null,
  step: 'lobby',
  percent: 0,
  slow: false,
  isBack: false,
  isQuick: false,
};

/** A person whose room had rules of its own, and what is asked of the next one. */
class Host {
  readonly screen = signal<Screen>({ screen: 'room' });
  readonly asked: RoomRequest[] = [];
  readonly maps: string[] = [];
  readonly again = new RoomAgain(this.screen, (map) => this.maps.push(map));

  follow(change: Partial<RoomState> = {}, people = 1): void {
    const { world } = new RecordedMatch(people);
    const host = world.room.members[0]!.id;
    const room = { ...world.room, host, ...change };
    const session = { world: { ...world, room }, self: host };
    const request = (asked: RoomRequest) => void this.asked.push(asked);
    this.again.follow({ ...session, request } as unknown as RoomSession);
  }
}

const RULES = { timeLimitMinutes: 7, goalLimit: 5 } as unknown as RoomState['rules'];

test('[L178] a room that is made where another one has ended has its rules and its map', () => {
  const host = new Host();
  host.follow({ rules: RULES, stadium: 'huge', auto: 2, rotates: true }, 2);
  host.screen.value = ENDED;
  host.screen.value = MAKING;
  host.screen.value = { screen: 'room' };
  host.follow();
  host.follow();
  expect(host.asked).toEqual([
    { type: 'rules', rules: RULES },
    { type: 'auto', size: 2, rotates: true },
  ]);
  expect(host.maps).toEqual(['huge']);
});

test('[L178] so has one that is made in place of a room whose code leads nowhere any more', () => {
  const host = new Host();
  host.follow({ rules: RULES });
  host.screen.value = MAKING;
  host.follow();
  expect(host.asked).toEqual([{ type: 'rules', rules: RULES }]);
});

test('a room that is made from home, or of others, is played as it is', () => {
  const host = new Host();
  host.follow({ rules: RULES });
  host.screen.value = { screen: 'home', error: null, code: null };
  host.screen.value = MAKING;
  host.follow();
  host.screen.value = ENDED;
  host.screen.value = MAKING;
  host.follow({}, 2);
  expect(host.asked).toEqual([]);
});
