import { expect, test } from 'vitest';
import { type RoomRequest, toMemberId } from '../../room/command.ts';
import { NO_DISC_VALUES } from '../../room/disc-values.ts';
import { fitRequest } from './fit-request.ts';

const member = toMemberId(1);

test('[R35] a badge goes through the gate for text before it is asked for', () => {
  const asked = (text: string | null): RoomRequest | null =>
    fitRequest({ type: 'badge', member, text });
  expect(asked(' a\u0000b ')).toMatchObject({ text: 'ab' });
  expect(asked('👩‍👩‍👧')).toMatchObject({ text: '👩‍👩‍👧' });
  expect(asked(null)).toMatchObject({ text: null });
  for (const text of ['', 'abc', '\u202Ex', 'Z\u0334\u0334\u0334\u0334\u0334']) {
    expect(asked(text)).toBeNull();
  }
});

test('[R40] numbers of a disc are asked for as they travel, and impossible ones not at all', () => {
  const values = { ...NO_DISC_VALUES, damping: 0.99, x: -0 };
  expect(fitRequest({ type: 'disc', disc: 0, values })).toMatchObject({
    values: { damping: Math.fround(0.99), x: 0 },
  });
  const broken = { ...NO_DISC_VALUES, vx: Number.NaN };
  expect(fitRequest({ type: 'playerDisc', member, values: broken })).toBeNull();
});

test.each<RoomRequest>([
  { type: 'kit', team: 1, kit: { angle: 360, text: 0, stripes: [1] } },
  { type: 'kit', team: 1, kit: { angle: 0, text: 0, stripes: [] } },
  { type: 'kit', team: 1, kit: { angle: 0, text: 0.5, stripes: [1] } },
  { type: 'kit', team: 1, kit: { angle: 0, text: 0, stripes: [1, 2, 3, 4] } },
  { type: 'kickRate', limit: { interval: 256, rate: 0, burst: 0 } },
  { type: 'rules', rules: { timeLimitMinutes: 100, scoreLimit: 0 } },
  { type: 'rules', rules: { timeLimitMinutes: 1, scoreLimit: -1 } },
])('[R36] [R39] %j asks for nothing', (request) => {
  expect(fitRequest(request)).toBeNull();
});

test('what needs no fitting is asked for as it is', () => {
  const request = { type: 'start' } as const;
  expect(fitRequest(request)).toBe(request);
});
