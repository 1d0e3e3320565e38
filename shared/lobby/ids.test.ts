import { expect, test } from 'vitest';
import { formatRoomCode, makeRoomCode, parseRoomCode, ROOM_CODE_SYMBOLS } from './ids.ts';

test.each(['PVX7Q2', 'pvx7q2', 'PVX-7Q2', ' pvx 7q2 ', 'p.v.x_7:q/2', 'PVX–7Q2'])(
  '[L7] %j is read as the code PVX7Q2',
  (typed) => {
    expect(parseRoomCode(typed)).toBe('PVX7Q2');
  },
);

test.each([
  'P\u200BV\u200CX\u20607Q\u200D2\uFEFF',
  'ＰＶＸ－７Ｑ２',
  'ｐｖｘ７ｑ２',
  'PVX\u00AD7Q2',
  'PVX\u20107Q2',
  'PVX\u20117Q2',
  'PVX\u22127Q2',
  'PVX\u2E3A7Q2',
  'PVX\u00A07Q2\u3000',
  '\u2068PVX-7Q2\u2069',
  '*PVX-7Q2*',
  '„PVX-7Q2“',
  '(PVX-7Q2),',
  '`PVX7Q2`.',
])('[L82] %j, as people send it, is the code PVX7Q2', (typed) => {
  expect(parseRoomCode(typed)).toBe('PVX7Q2');
});

test.each(['', 'PVX7Q', 'PVX7Q22', 'PVX7QA', 'PVX7Q1', 'P'.repeat(5000), null, 7, {}])(
  '[L7] %j is no code',
  (typed) => {
    expect(parseRoomCode(typed)).toBeNull();
  },
);

test('[L7] a code is shown in two halves', () => {
  expect(formatRoomCode(parseRoomCode('pvx7q2')!)).toBe('PVX-7Q2');
});

test('[L7] made codes use every symbol and read back as themselves', () => {
  expect(makeRoomCode(() => 0)).toBe('222222');
  expect(makeRoomCode(() => 1 - Number.EPSILON)).toBe('XXXXXX');
  let step = 0;
  const spread = (): number => (step++ % ROOM_CODE_SYMBOLS.length) / ROOM_CODE_SYMBOLS.length;
  const codes = Array.from({ length: 10 }, () => makeRoomCode(spread));
  expect(new Set(codes.join('')).size).toBe(ROOM_CODE_SYMBOLS.length);
  expect(codes.map((code) => parseRoomCode(code))).toEqual(codes);
});
