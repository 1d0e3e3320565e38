import { describe, expect, test } from 'vitest';
import { parsePeerId } from '../base/peer-id.ts';
import { createRandom } from '../base/seeded-random.ts';
import { BY_SEQUENCER, toMemberId } from '../room/command.ts';
import { NO_DISC_VALUES } from '../room/disc-values.ts';
import { toInputBits } from '../sim/input.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { toSeat } from '../sim/seat.ts';
import { toTick } from '../sim/tick.ts';
import { type ControlMessage, controlMessage } from './control-packet.ts';
import { unwrapTick } from './fields.ts';
import {
  type Packet,
  PacketEncoder,
  decodeHello,
  decodeMessage,
  decodePacket,
  encodeHello,
  encodeMessage,
} from './packets.ts';

const header = { term: 1, room: 0xab, seq: 0x123, ack: 0x456, holdMs: 7 };
const rows = new Uint8Array(3 * MAX_SEATS);
rows.set([8, 0, 0, 0, 0, 0, 0, 0], 0);
rows.set([8, 0, 0, 0, 0, 0, 0, 0], MAX_SEATS);
rows.set([8, 20, 0, 0, 0, 0, 0, 0], 2 * MAX_SEATS);
const peer = parsePeerId('ana')!;

/** Each packet beside the bytes that it is, for all time or until WIRE_VERSION goes up. */
const golden: readonly (readonly [Packet, string])[] = [
  [
    {
      type: 'input',
      ...header,
      newestTick: 600,
      ahead: 6,
      inputs: [8, 8, 8, 24, 24, 0].map(toInputBits),
      hidden: false,
      hash: null,
    },
    '001ab123456070258018a4161000',
  ],
  [
    {
      type: 'hint',
      ...header,
      newestTick: 600,
      ahead: 6,
      inputs: [toInputBits(16)],
      hidden: true,
      hash: { index: 9, value: 0xdeadbeef, life: 5 },
    },
    '101ab12345607025801808613bd5b7dde0a0',
  ],
  [
    {
      type: 'confirm',
      ...header,
      fromTick: 590,
      rows,
      commands: [
        {
          row: 1,
          command: { type: 'join', member: toMemberId(3), peer, name: 'Ana', by: BY_SEQUENCER },
        },
        { row: 2, command: { type: 'start', by: toMemberId(0) } },
        { row: 2, command: { type: 'host', member: toMemberId(3), by: toMemberId(0) } },
        {
          row: 2,
          command: { type: 'bot', member: toMemberId(4), team: 2, level: 'pro', by: toMemberId(0) },
        },
        {
          row: 2,
          command: { type: 'level', member: toMemberId(4), level: 'ace', by: toMemberId(0) },
        },
        { row: 2, command: { type: 'arrange', how: 'swap', by: toMemberId(0) } },
        {
          row: 2,
          command: { type: 'vote', against: toMemberId(4), yes: true, by: toMemberId(0) },
        },
        { row: 2, command: { type: 'vote', against: null, yes: false, by: toMemberId(3) } },
      ],
      pending: 2,
      nowAhead: 7,
      nowPhase: 3,
      slack: -5,
      hidden: false,
      deadline: 12,
      told: null,
      tails: [{ seat: toSeat(1), inputs: [20, 20, 4].map(toInputBits) }],
    },
    '201ab12345607024e0e024204a403bf8c6c2dcc20d05b98421002400612404904a01184e0413c124278c004039fd9812128880',
  ],
  [
    {
      type: 'snapshot',
      ...header,
      id: 5,
      tick: toTick(100_000),
      index: 1,
      total: 2,
      check: 0xcafebabe,
      chunk: Uint8Array.of(1, 2, 3),
    },
    '301ab1234560705000186a00102cafebabe006020406',
  ],
  [{ type: 'nack', ...header, id: 5, missing: [0, 7] }, '401ab12345607050200070'],
  [
    {
      type: 'control',
      ...header,
      expected: 4,
      pieces: [{ id: 9, endsMessage: true, bytes: Uint8Array.of(0xff) }],
    },
    '501ab123456070421301ff',
  ],
  [
    { type: 'bye', ...header, mark: { at: toTick(70_000), term: 127 } },
    '601ab12345607000111700000007f0',
  ],
  [
    {
      type: 'election',
      ...header,
      said: {
        type: 'vote',
        term: 95,
        voteFrom: toTick(590),
        voteEnd: toTick(592),
        lastTerm: 63,
        fromTick: toTick(590),
        rows: rows.subarray(0, 2 * MAX_SEATS),
        commands: [],
      },
    },
    '901ab123456076000000be0000049c000004a00000007e0000049c14048000',
  ],
  [
    { type: 'election', ...header, said: { type: 'stale', term: 0xffff_ffff } },
    '901ab12345607bfffffffe',
  ],
  [
    {
      type: 'blob',
      ...header,
      stadium: '00112233445566778899aabbccddeeff',
      total: 1024,
      index: 1,
      chunk: Uint8Array.of(1, 2, 3),
    },
    '701ab1234560700112233445566778899aabbccddeeff800008030102030',
  ],
  [
    {
      type: 'want',
      ...header,
      stadium: 'ffeeddccbbaa99887766554433221100',
      left: 12,
      wanted: [0, 1023],
    },
    '801ab12345607ffeeddccbbaa998877665544332211000181001ff80',
  ],
];

/** The messages of chat and what a host asks for, which travel in pieces within control packets. */
const goldenMessages: readonly (readonly [ControlMessage, string])[] = [
  [
    { type: 'chat', author: null, relayTo: [], mark: 9, toTeam: true, text: 'Hi ⚽' },
    '4002606486920e29abd0',
  ],
  [
    {
      type: 'chat',
      author: null,
      relayTo: [toMemberId(0), toMemberId(30)],
      mark: 255,
      toTeam: false,
      text: '<b>',
    },
    '4081eff00cf188f8',
  ],
  [{ type: 'quickChat', author: toMemberId(7), relayTo: [], mark: 0, id: 21 }, '59c00150'],
  [
    {
      type: 'announcement',
      author: null,
      relayTo: [],
      text: 'GO',
      color: 0xffd166,
      style: 'small-bold',
      sound: 'notice',
      isPrivate: true,
    },
    '8000091d3fffa2cd28',
  ],
  [{ type: 'hidden', mark: 77 }, '94d0'],
  [
    {
      type: 'panel',
      author: null,
      relayTo: [toMemberId(2)],
      panel: {
        title: 'Tag',
        lines: [{ text: 'Ada 4.2 s', color: 0xe63946 }],
        buttons: [{ id: 'go', text: 'Go!' }],
      },
    },
    'a04506a8c2ce21282c8c240685c6440e7e6394622676f068ede420',
  ],
  [{ type: 'panel', author: null, relayTo: [], panel: null }, 'a000'],
  [{ type: 'panelHeld', author: null, relayTo: [], hash: 0xdeadbeef }, 'b037ab6fbbc0'],
  [{ type: 'press', author: toMemberId(3), relayTo: [], button: 'go' }, 'c8c02676f0'],
  [
    {
      type: 'request',
      request: {
        type: 'disc',
        disc: 3,
        values: { ...NO_DISC_VALUES, x: 1.5, radius: 20, cMask: -1, color: -1 },
      },
    },
    '3b0039fe000000a0d0000003fffffffeffffffc0',
  ],
  [{ type: 'request', request: { type: 'host', member: toMemberId(9) } }, '3424'],
];

describe.each(goldenMessages.map(([message, hex]) => ({ name: message.type, message, hex })))(
  'a $name message',
  ({ message, hex }) => {
    test('[W10] has exactly these bytes', () => {
      expect(Buffer.from(encodeMessage(controlMessage, message)).toString('hex')).toBe(hex);
    });

    test('[W10] comes back from them as it was', () => {
      expect(decodeMessage(controlMessage, Buffer.from(hex, 'hex'))).toEqual(message);
    });

    test('[W1] is nothing when cut short anywhere, and never throws with a bit turned over', () => {
      const whole = encodeMessage(controlMessage, message).slice();
      for (let length = 0; length < whole.length; length++) {
        expect(decodeMessage(controlMessage, whole.subarray(0, length))).toBeNull();
      }
      for (let bit = 0; bit < whole.length * 8; bit++) {
        const broken = whole.slice();
        broken[bit >> 3] = broken[bit >> 3]! ^ (0x80 >> (bit & 7));
        expect(() => decodeMessage(controlMessage, broken)).not.toThrow();
      }
    });
  },
);

describe.each(golden.map(([packet, hex]) => ({ name: packet.type, packet, hex })))(
  'a $name packet',
  ({ packet, hex }) => {
    const encoder = new PacketEncoder();

    test('[W2] has exactly these bytes', () => {
      expect(Buffer.from(encoder.encode(packet)).toString('hex')).toBe(hex);
    });

    test('[W2] comes back from them as it was', () => {
      expect(decodePacket(Buffer.from(hex, 'hex'))).toEqual(packet);
    });

    test('[W1] is nothing when cut short anywhere', () => {
      const whole = encoder.encode(packet).slice();
      for (let length = 0; length < whole.length; length++) {
        expect(decodePacket(whole.subarray(0, length))).toBeNull();
      }
    });

    test('[W1] never throws with any one bit turned over', () => {
      const whole = encoder.encode(packet).slice();
      for (let bit = 0; bit < whole.length * 8; bit++) {
        const broken = whole.slice();
        broken[bit >> 3] = broken[bit >> 3]! ^ (0x80 >> (bit & 7));
        expect(() => decodePacket(broken)).not.toThrow();
      }
    });
  },
);

test('[W1] random bytes never throw, and what they decode to encodes again', () => {
  const random = createRandom(7);
  const encoder = new PacketEncoder();
  for (let round = 0; round < 20_000; round++) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 60) }, () => random() * 256);
    const packet = decodePacket(bytes);
    if (packet) expect(decodePacket(encoder.encode(packet))).toEqual(packet);
  }
});

test('[W3] the greeting has these bytes whatever the versions do, and later fields are ignored', () => {
  const bytes = encodeHello({ heard: true, wantsAnswer: false, sim: 3, wire: 258 });
  expect(Buffer.from(bytes).toString('hex')).toBe('f8504200030102');
  expect(decodeHello(bytes)).toMatchObject({ heard: true, wantsAnswer: false, sim: 3, wire: 258 });
  expect(decodeHello(Buffer.from('f8504200030102ffff', 'hex'))).toMatchObject({ wire: 258 });
  expect(decodeHello(Buffer.from('f85042000301', 'hex'))).toBeNull();
  expect(decodeHello(Buffer.from('085042000301ff', 'hex'))).toBeNull();
});

test('[W6] 16 bits of a tick are unwrapped around a known one', () => {
  for (const near of [0, 40_000, 65_535, 65_536, 1_000_000]) {
    for (const offset of [-300, -1, 0, 1, 300]) {
      const tick = Math.max(0, near + offset);
      expect(unwrapTick(tick % 65_536, near)).toBe(tick);
    }
  }
});

test('[W4] a window of 16 inputs with two changes is one packet of 14 bytes', () => {
  const inputs = Array.from({ length: 16 }, (_, index) => toInputBits(index < 5 ? 8 : 24));
  const packet: Packet = {
    type: 'input',
    ...header,
    newestTick: 9,
    ahead: 9,
    inputs,
    hidden: false,
    hash: null,
  };
  expect(new PacketEncoder().encode(packet).length).toBe(14);
});

test('[W5] a quiet tick of eight players is one bit, and rows before which nothing is known are read alone', () => {
  const quiet = new Uint8Array(40 * MAX_SEATS);
  const tail = { told: null, deadline: 12, commands: [], tails: [], hidden: false };
  const base = { pending: 0, nowAhead: 40, nowPhase: 0, slack: 0, ...tail };
  const encode = (bytes: Uint8Array): number =>
    new PacketEncoder().encode({ type: 'confirm', ...header, fromTick: 0, rows: bytes, ...base })
      .length;
  expect(encode(quiet) - encode(quiet.subarray(0, 8 * MAX_SEATS))).toBe(4);
});

test('[W9] a full piece of a stadium and a full question fit a datagram', () => {
  const stadium = '0'.repeat(32);
  const chunk = new Uint8Array(1024);
  const blob: Packet = { type: 'blob', ...header, stadium, total: 1024, index: 1023, chunk };
  const wanted = Array.from({ length: 48 }, (_, index) => index);
  const want: Packet = { type: 'want', ...header, stadium, left: 1024, wanted };
  for (const packet of [blob, want]) {
    expect(new PacketEncoder().encode(packet).length).toBeLessThanOrEqual(1100);
  }
});
