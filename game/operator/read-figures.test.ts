import { expect, test } from 'vitest';
import { readFigures } from './read-figures.ts';

const sample = {
  at: 1,
  sockets: 2,
  rooms: { alone: 0, together: 1, deserted: 0 },
  links: { direct: 1, turn: 0, lobby: 0, failed: 0 },
  relayedBytes: 0,
  loopDelayMs: 0.5,
};
const room = { code: 'PVX7Q2', state: 'together', members: 2, max: 16, kind: 'public' };
const report = {
  code: 'PVX7Q2',
  member: { id: 'a-peer', name: 'Bob' },
  reasons: { name: 1, words: 0, spoiling: 2, cheating: 0, other: 0 },
};
const figures = {
  ready: true,
  upS: 3,
  memoryMb: 80,
  roomsInAll: 1,
  samples: [sample],
  rooms: [room],
  reports: [report, { ...report, member: null }],
};

test('[L135] the operator page reads what the server answers', () => {
  expect(readFigures(figures)).toEqual(figures);
});

test.each([
  null,
  'text',
  { ...figures, ready: 1 },
  { ...figures, upS: '3' },
  { ...figures, samples: [{ ...sample, links: { direct: 1 } }] },
  { ...figures, samples: [{ ...sample, loopDelayMs: null }] },
  { ...figures, rooms: [{ ...room, code: 7 }] },
  { ...figures, reports: [{ ...report, member: { id: 'a-peer' } }] },
  { ...figures, reports: [{ ...report, reasons: { name: 1 } }] },
  { ...figures, reports: undefined },
])('[L135] anything else is no answer: %j', (value) => {
  expect(readFigures(value)).toBeNull();
});
