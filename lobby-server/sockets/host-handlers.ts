import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import { changeDoor } from '../rooms/doors.ts';
import type { Entrance } from '../rooms/entrance.ts';
import { hashPassword } from '../rooms/password.ts';
import type { Peeks } from '../rooms/peeks.ts';
import type { PublicList } from '../rooms/public-list.ts';
import { changeAccess, findHosted, nameHost } from '../rooms/room-access.ts';
import type { Handlers } from './handlers.ts';
import { makePeopleHandlers, type PeopleHandlersPorts } from './people-handlers.ts';

export type HostHandlersPorts = PeopleHandlersPorts & {
  readonly entrance: Entrance;
  readonly list: PublicList;
  readonly peeks: Peeks;
  readonly makeId: () => string;
};

type HostHandlers = Pick<
  Handlers,
  | 'room:access'
  | 'room:code'
  | 'room:host'
  | 'room:card'
  | 'room:admit'
  | 'room:people'
  | 'room:forgive'
  | 'room:removed'
>;

/** [L92] Handles what the host of a room says of it: access, card, who is let in, and who follows; and what it asks of people. */
export function makeHostHandlers(ports: HostHandlersPorts): HostHandlers {
  const { rooms, entrance, list, peeks, makeId } = ports;
  return {
    ...makePeopleHandlers(ports),
    'room:access': {
      limits: (connection) => [connection.bucket('hosting')],
      async handle({ visitor }, { code, access, password }) {
        // Hashing is work: none for those who may not.
        const hosted = findHosted(await rooms.find(code), visitor);
        if (!hosted.ok) return hosted;
        const hash = typeof password === 'string' ? await hashPassword(password) : password;
        return answer(
          await rooms.change(code, (room) => changeAccess(room, visitor, access, hash, makeId())),
        );
      },
    },
    'room:code': {
      limits: (connection) => [connection.bucket('hosting')],
      async handle({ visitor }, { code }) {
        // Nothing is claimed for those who may not.
        const may = changeDoor(await rooms.find(code), visitor, code);
        if (!may.ok) return may;
        const door = await rooms.doors.claim();
        if (door === null) return fail({ code: 'TRY_LATER' });
        const changed = await rooms.change(code, (room) => changeDoor(room, visitor, door));
        if (!changed.ok) rooms.doors.giveBack(door);
        return answer(changed);
      },
    },
    'room:host': {
      limits: (connection) => [connection.bucket('hosting')],
      async handle({ visitor }, { code, peer }) {
        return answer(await rooms.change(code, (room) => nameHost(room, visitor, peer)));
      },
    },
    'room:card': {
      limits: (connection) => [connection.bucket('cards')],
      isUse: false,
      async handle({ visitor }, { code, card }) {
        const hosted = findHosted(await rooms.find(code), visitor);
        if (!hosted.ok) return hosted;
        list.put(hosted.value, card);
        peeks.put(hosted.value, card);
        return ok({});
      },
    },
    'room:admit': {
      limits: (connection) => [connection.bucket('hosting')],
      async handle({ visitor }, { code, knock, isLetIn }) {
        const hosted = findHosted(await rooms.find(code), visitor);
        if (!hosted.ok) return hosted;
        return entrance.admit(code, knock, isLetIn) ? ok({}) : fail({ code: 'NO_PEER' });
      },
    },
  };
}

function answer(changed: Result<unknown, Refusal>): Result<Record<string, never>, Refusal> {
  return changed.ok ? ok({}) : changed;
}
