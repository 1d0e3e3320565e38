import { expect, test } from 'vitest';
import { type RoomRequest, toMemberId } from '../../../shared/room/command.ts';
import type { OnlineRoom } from './online-room.ts';
import { RoomDesk, type Whereabouts } from './room-desk.ts';

/** A place that notes what is asked there. */
function createPlace(): Whereabouts & { readonly asked: RoomRequest[] } {
  const asked: RoomRequest[] = [];
  const session = { request: (request: RoomRequest) => asked.push(request) };
  return { session: session as unknown as Whereabouts['session'], onlineRoom: null, asked };
}

test('whatever is asked goes to the room in which the person is by then', () => {
  const [first, second] = [createPlace(), createPlace()];
  let here = first;
  const desk = new RoomDesk({
    get session() {
      return here.session;
    },
    onlineRoom: null,
  });
  desk.setReady(true);
  here = second;
  desk.start();
  expect(first.asked).toEqual([{ type: 'ready', ready: true }]);
  expect(second.asked).toEqual([{ type: 'start' }]);
});

test('handing the room over is asked of the room', () => {
  const place = createPlace();
  new RoomDesk(place).handOver(toMemberId(2));
  expect(place.asked).toEqual([{ type: 'host', member: 2 }]);
});

test('[R34] the rights of the host are given and taken in the room', () => {
  const place = createPlace();
  new RoomDesk(place).setCoHost(toMemberId(2), true);
  expect(place.asked).toEqual([{ type: 'coHost', member: 2, coHost: true }]);
});

test('online the lobby has to know who is sent away, so the room is told and not the session', () => {
  const sent: number[] = [];
  const place = createPlace();
  const onlineRoom = { remove: (member: number) => sent.push(member) } as unknown as OnlineRoom;
  new RoomDesk({ ...place, onlineRoom }).remove(toMemberId(3));
  expect(sent).toEqual([3]);
  new RoomDesk(place).remove(toMemberId(4));
  expect(place.asked).toEqual([{ type: 'leave', member: 4 }]);
});
