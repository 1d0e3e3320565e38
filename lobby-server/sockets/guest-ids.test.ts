import { expect, test } from 'vitest';
import { GuestIds } from './guest-ids.ts';

test('[L5] a signed guest id is known again, by this server only', () => {
  const ids = new GuestIds('secret');
  const guest = ids.make();
  const token = ids.sign(guest);
  expect(ids.verify(token)).toBe(guest);
  expect(new GuestIds('other').verify(token)).toBeNull();
  expect(ids.make()).not.toBe(guest);
});

test('[L5] no changed character of a guest id goes unnoticed', () => {
  const ids = new GuestIds('secret');
  const token = ids.sign(ids.make());
  for (let i = 0; i < token.length; i++) {
    const other = token[i] === 'A' ? 'Q' : 'A';
    const forged = token.slice(0, i) + other + token.slice(i + 1);
    expect(ids.verify(forged), forged).toBeNull();
  }
  for (const nothing of ['', '.', `${token}x`, token.slice(1)]) {
    expect(ids.verify(nothing)).toBeNull();
  }
});

test('[L5] no guest id is given twice, however many are made', () => {
  const ids = new GuestIds('secret');
  const made = Array.from({ length: 1000 }, () => ids.make());
  expect(new Set(made).size).toBe(1000);
  for (const id of made) expect(id).toMatch(/^[\w-]{22}$/);
});
