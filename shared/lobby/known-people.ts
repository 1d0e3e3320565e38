import * as z from 'zod/mini';
import { ROOM_MEMBERS_MAX } from '../base/room-limits.ts';
import { counter, peerId } from './fields.ts';
import { REMOVED_MAX } from './limits.ts';
import { memberName } from './room.ts';

/** [L147] Names a guest to hosts: the same in every room of one lobby, and nothing can be read from it. */
export const guestName = z.string().check(z.regex(/^[\w-]{43}$/));

/** What a host is told of one member. */
export const knownPerson = z.strictObject({
  peer: peerId,
  auth: guestName,
  /** [L148] Names its network until the day is over; null where the person hides it, or is away. */
  conn: z.nullable(z.string().check(z.regex(/^[\da-f]{24}$/))),
});

export const knownPeople = z.strictObject({
  people: z.readonly(z.array(knownPerson).check(z.maxLength(ROOM_MEMBERS_MAX))),
});

export type KnownPeople = Readonly<z.infer<typeof knownPeople>>;

/** [L183] Those who were removed from a room, newest first. */
export const removedPeople = z.strictObject({
  removed: z.readonly(
    z
      .array(
        z.strictObject({
          auth: guestName,
          /** Null: it is not known any more. */
          name: z.nullable(memberName),
        }),
      )
      .check(z.maxLength(REMOVED_MAX)),
  ),
});

export type RemovedPerson = Readonly<z.infer<typeof removedPeople>>['removed'][number];

export const forgiven = z.strictObject({ forgiven: counter });

/** How many guests may come again. */
export type Forgiven = Readonly<z.infer<typeof forgiven>>;
