import { beforeAll, describe, expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { ROOM_MEMBERS_MAX } from '../../shared/base/room-limits.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { REMOVED_MAX, TICKET_CHARS_MAX } from '../../shared/lobby/limits.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { GuestId, LobbySeat, RoomRecord } from '../store/room-store.ts';
import { hashPassword } from './password.ts';
import { REMOVED_NAMES_MAX } from './remove-member.ts';
import { readTicket, type RoomTicket, TICKET_LIFE_S, writeTicket } from './room-ticket.ts';
import { TicketSeal } from './ticket-seal.ts';

const SECRET = 'the secret of this server';
const NOW_S = 1_700_000_000;
const seal = new TicketSeal(SECRET);

/** A room in which everything is as long as it may be. */
let told: RoomTicket;
let text: string;

const guest = (number: number) => String(number).padStart(22, 'g') as GuestId;
const peer = (number: number) => String(number).padStart(16, 'p') as PeerId;

function seat(number: number): LobbySeat {
  return {
    guest: guest(number),
    id: peer(number),
    // Sixteen quotes, which JSON doubles, and no more than 64 bytes.
    name: `${'"'.repeat(14)}${String(number).padStart(2, '0')}`,
    page: String(number).padStart(32, 'a'),
    session: 0x7fff_ffff,
    pageNumber: number,
    connection: null,
  };
}

beforeAll(async () => {
  const room: RoomRecord = {
    code: 'PVX7Q2' as RoomCode,
    door: 'PVX7Q3' as RoomCode,
    id: 'i'.repeat(16),
    sequencer: peer(3),
    max: ROOM_MEMBERS_MAX,
    quick: false,
    closed: false,
    revision: 0x7fff_fffe,
    nextSession: 0x7fff_fffe,
    versions: { sim: 3, wire: 8 },
    hasMet: true,
    seats: Array.from({ length: ROOM_MEMBERS_MAX }, (_, number) => seat(number)),
    endedPages: Array.from({ length: 15 }, (_, number) => 16 + number),
    founder: guest(0),
    lapsedId: null,
    host: peer(2),
    access: { ...OPEN_ACCESS, visibility: 'private', title: '"'.repeat(32) },
    password: await hashPassword('sesame'),
    key: 'k'.repeat(16),
    removed: Array.from({ length: REMOVED_MAX }, (_, number) => guest(1000 + number)),
    removedNames: Array.from({ length: REMOVED_NAMES_MAX }, (_, number) => ({
      guest: guest(1000 + REMOVED_MAX - REMOVED_NAMES_MAX + number),
      name: '"'.repeat(16),
    })),
  };
  told = { room, witness: { life: 200, term: 0xffff_ffff, votedFor: 3 } };
  text = writeTicket(seal, told, NOW_S);
});

test('[L129] a ticket tells all that the server forgets, and fits where it has to travel', () => {
  expect(readTicket(seal, text, NOW_S)).toEqual(told);
  expect(text.length).toBeLessThan(TICKET_CHARS_MAX);
  expect(text.length).toBeGreaterThan(TICKET_CHARS_MAX / 3);
});

test('[L129] nobody is connected in what a ticket tells', () => {
  const seats = told.room.seats.map((one) => ({ ...one, connection: 'a socket' }));
  const made = writeTicket(seal, { ...told, room: { ...told.room, seats } }, NOW_S);
  expect(readTicket(seal, made, NOW_S)).toEqual(told);
});

test('[L129] a member that carries a ticket learns nothing from it, and no two are alike', () => {
  const bytes = Buffer.from(text, 'base64url').toString('latin1');
  for (const secret of [guest(7), told.room.password!.hash, told.room.key!, 'format']) {
    expect(bytes).not.toContain(secret);
  }
  const again = writeTicket(seal, told, NOW_S);
  expect(again.slice(0, 64)).not.toBe(text.slice(0, 64));
});

describe('[L130] what is no ticket of this server', () => {
  test('one of which a single bit was changed, wherever', () => {
    const bytes = Buffer.from(text, 'base64url');
    for (let at = 0; at < bytes.length; at += 7) {
      const forged = Buffer.from(bytes);
      forged[at]! ^= 1 << (at % 8);
      expect(readTicket(seal, forged.toString('base64url'), NOW_S)).toBeNull();
    }
  });

  test('one that was cut short or made longer', () => {
    for (let length = 0; length < text.length; length += 11) {
      expect(readTicket(seal, text.slice(0, length), NOW_S)).toBeNull();
    }
    expect(readTicket(seal, `${text}AAAA`, NOW_S)).toBeNull();
  });

  test('one that another secret sealed', () => {
    const other = writeTicket(new TicketSeal('another secret'), told, NOW_S);
    expect(readTicket(seal, other, NOW_S)).toBeNull();
  });

  test('one that was sealed for something else, or says what no ticket says', () => {
    const room = { ...told.room, seats: [] };
    for (const content of [
      '',
      'null',
      '{"__proto__":{}}',
      JSON.stringify({ format: 0, untilS: NOW_S + 1, ...told }),
      JSON.stringify({ format: 1, untilS: NOW_S + 1, ...told, room }),
      JSON.stringify({ format: 1, untilS: NOW_S + 1, ...told, more: 1 }),
    ]) {
      expect(readTicket(seal, seal.seal(content), NOW_S)).toBeNull();
    }
  });

  test('one that is too old', () => {
    expect(readTicket(seal, text, NOW_S + TICKET_LIFE_S)).toEqual(told);
    expect(readTicket(seal, text, NOW_S + TICKET_LIFE_S + 1)).toBeNull();
  });

  test('one that is larger than any', () => {
    const large = seal.seal(`${JSON.stringify({ format: 1 })}${' '.repeat(TICKET_CHARS_MAX)}`);
    expect(readTicket(seal, large, NOW_S)).toBeNull();
  });

  test('and whatever else comes as text', () => {
    for (const junk of ['', '.', 'a.b', '\u0000', '=', '+/', 'é'.repeat(99), 'A'.repeat(64)]) {
      expect(readTicket(seal, junk, NOW_S)).toBeNull();
    }
  });
});
