import { expect, test } from 'vitest';
import { checkName } from './check-name.ts';
import { distinctName } from './distinct-name.ts';

test.each([
  ['Ada', [], 'Ada'],
  ['Ada', ['Bob'], 'Ada'],
  ['Ada', ['Ada'], 'Ada#2'],
  ['Ada', ['Ada', 'Ada#2', 'Ada#4'], 'Ada#3'],
  ['Ada#2', ['Ada#2'], 'Ada#2#2'],
  ['1234567890123456', ['1234567890123456'], '12345678901234#2'],
  ['1234567890123 56', ['1234567890123 56'], '1234567890123#2'],
])('[L8] %j beside %j is called %j', (name, taken, distinct) => {
  expect(distinctName(name, taken)).toBe(distinct);
});

test('[L8] what a name is made into is a name, even at both limits of its length', () => {
  const fullOfBytes = '❤️'.repeat(10);
  const fullOfGraphemes = '漢'.repeat(16);
  for (const name of [fullOfBytes, fullOfGraphemes]) {
    const checked = checkName(name);
    expect(checked).toEqual({ ok: true, value: name });
    const taken = [name];
    for (let i = 0; i < 15; i++) taken.push(distinctName(name, taken));
    expect(new Set(taken).size).toBe(16);
    for (const one of taken) expect(checkName(one)).toEqual({ ok: true, value: one });
  }
});
